//! A report as one page that asks nothing of the network: for the secretariat, and to be printed.

use std::fmt::Write as _;

use tongzhou::text::{Bilingual, Lang};

use super::{Check, Counts, Outcome, Report, Verdict, escaped};
use crate::sentences::sentence;

impl Report {
    /// The report as an HTML page: the outcome, the counts, then every check, those that did not pass first.
    pub fn to_html(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let (class, outcome) = match self.outcome() {
            Outcome::Passed => ("pass", say("通过", "Passed")),
            Outcome::Failed => ("fail", say("不通过", "Failed")),
            Outcome::CouldNotCheck => {
                ("could-not-check", say("未能全部检查，不算通过", "Not everything was checked: no pass"))
            }
        };
        let title = say("同舟一致性测试报告", "Tongzhou conformance report");
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
             <p class=\"outcome {class}\">{outcome}</p>\n",
            lang.tag()
        );
        let version = self.target.version.as_deref().unwrap_or_default();
        let _ = writeln!(
            page,
            "<p>{}: <b>{} {}</b> · {} {} · {} {}</p>",
            say("被测系统", "Tested"),
            escaped(&self.target.name),
            escaped(version),
            say("标准", "standard"),
            escaped(&self.standard),
            say("测试套件", "suite"),
            escaped(&self.suite)
        );
        let counts = Counts::of(self.checks.iter().filter(|check| check.scored));
        let _ = writeln!(
            page,
            "<p>{} {} · {} {} · {} {} · {} {}</p>",
            say("通过", "passed"),
            counts.pass,
            say("不通过", "failed"),
            counts.fail,
            say("无法检查", "could not check"),
            counts.could_not_check,
            say("不适用", "not applicable"),
            counts.not_applicable
        );
        let _ = writeln!(
            page,
            "<table>\n<thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead>\n<tbody>",
            say("结果", "Result"),
            say("检查", "Check"),
            say("要求", "Requirements")
        );
        let mut checks: Vec<&Check> = self.checks.iter().collect();
        checks.sort_by_key(|check| rank(check.verdict));
        for check in checks {
            row(&mut page, check, lang);
        }
        page.push_str("</tbody>\n</table>\n</body>\n</html>\n");
        page
    }
}

fn row(page: &mut String, check: &Check, lang: Lang) {
    let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
    let class = match check.verdict {
        Verdict::Pass => "pass",
        Verdict::Fail => "fail",
        Verdict::CouldNotCheck => "could-not-check",
        Verdict::NotApplicable => "not-applicable",
    };
    let (verdict, cause) = (check.verdict.title(lang), check.about(lang));
    let scored = if check.scored { "" } else { say("（不计分）", " (not scored)") };
    let _ = write!(
        page,
        "<tr><td class=\"{class}\">{verdict}{scored}</td><td><b>{}</b> {}",
        escaped(&check.id),
        escaped(cause)
    );
    if let Some((why, values)) = check.reason.as_ref().map(|reason| reason.told(lang)) {
        let _ = write!(page, "<br>{}", escaped(why));
        for (name, value) in values {
            let _ = write!(page, "<br>{name}: <code>{}</code>", escaped(&value));
        }
    }
    page.push_str("</td><td>");
    for (number, id) in check.requirements.iter().enumerate() {
        let line = if number > 0 { "<br>" } else { "" };
        let _ =
            write!(page, "{line}<b>{}</b> {}", escaped(id), escaped(sentence(id, lang).unwrap_or_default()));
    }
    page.push_str("</td></tr>\n");
}

/// What the reader has to act on comes first.
const fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Fail => 0,
        Verdict::CouldNotCheck => 1,
        Verdict::Pass => 2,
        Verdict::NotApplicable => 3,
    }
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem;color:#1a1a1a}\
    table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top;\
    overflow-wrap:anywhere}.outcome{font-size:1.4rem;font-weight:bold}.pass{color:#0a5c2b}.fail{color:#9c1c1c}\
    .could-not-check{color:#8a5300}.not-applicable{color:#555}code{font-size:.85em}\
    @media(max-width:40rem){thead{display:none}tr,td{display:block}tr{border-bottom:2px solid #888}}\
    @media print{body{max-width:none}tr{break-inside:avoid}}";
