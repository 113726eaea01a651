//! A report as one page that asks nothing of the network: for the secretariat, and to be printed. The verdict first, then
//! what has to be acted on with the sentence of the standard, then counts, then everything.

use std::{collections::BTreeMap, fmt::Write as _};

use tongzhou::text::{Bilingual, Lang};

use super::{Check, Counts, Outcome, Report, Verdict, escaped, shortened};
use crate::sentences::{page_title, sentence};

/// Nothing is loaded and nothing runs.
pub(crate) const CONTENT_SECURITY: &str = "default-src 'none'; style-src 'unsafe-inline'";

impl Report {
    /// The report as an HTML page.
    pub fn to_html(&self, lang: Lang) -> String {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let title = say("同舟一致性测试报告", "Tongzhou conformance report");
        let mut page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY}\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
            lang.tag()
        );
        self.head(&mut page, lang);
        let failed = |check: &&Check| check.verdict == Verdict::Fail && !check.is_excused();
        let unchecked = |check: &&Check| check.verdict == Verdict::CouldNotCheck;
        section(&mut page, say("不通过的检查", "What failed"), self.checks.iter().filter(failed), lang);
        section(
            &mut page,
            say("无法检查的", "What could not be checked"),
            self.checks.iter().filter(unchecked),
            lang,
        );
        let excused = self.checks.iter().filter(|check| check.is_excused());
        section(&mut page, say("已备案的不通过项", "Failed, and excused for now"), excused, lang);
        self.areas(&mut page, lang);
        self.all(&mut page, lang);
        page.push_str("</body>\n</html>\n");
        page
    }

    /// The verdict, what it means for the reader, and what was tested.
    fn head(&self, page: &mut String, lang: Lang) {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let (class, outcome, next) = match self.outcome() {
            Outcome::Passed => (
                "pass",
                say("通过", "Passed"),
                say(
                    "计分的检查全部通过。接下来可以凭这份报告的 JSON 形式申请一致性证书。",
                    "Every check that counts passed. Next, a certificate can be asked for with the JSON form of this report.",
                ),
            ),
            Outcome::Excused => (
                "excused",
                say("通过，其中有已备案的不通过项", "Passed, with excused checks"),
                say(
                    "下面列出的不通过项已说明负责人、原因和期限，请在期限之前修好。",
                    "The failures below have an owner, a reason and a day; they have to be mended by that day.",
                ),
            ),
            Outcome::Failed => (
                "fail",
                say("不通过", "Failed"),
                say(
                    "请把本页交给系统的开发人员，按下面每一项所引的标准条文修改，然后重新测试。",
                    "Give this page to the developers of the system: each item below quotes the sentence of the standard \
                     to follow. Then test again.",
                ),
            ),
            Outcome::CouldNotCheck => (
                "could-not-check",
                say("未能全部检查，不算通过", "Not everything was checked: no pass"),
                say(
                    "请先排除下面的障碍，再重新测试。没有检查的，不能当作通过。",
                    "Clear the obstacles below and test again. What was not checked is no pass.",
                ),
            ),
        };
        let _ = writeln!(page, "<div class=\"outcome {class}\"><b>{outcome}</b><p>{next}</p></div>");
        let _ = write!(
            page,
            "<p class=\"facts\">{} <b>{}</b> · {} {} · {} {}",
            say("被测系统", "Tested:"),
            escaped(&self.target.told()),
            say("标准", "standard"),
            escaped(&self.standard),
            say("测试程序", "suite"),
            escaped(&self.suite)
        );
        if let Some(ran_at) = self.ran_at {
            let _ = write!(page, " · {}", ran_at.china_date());
        }
        let _ = writeln!(page, "<br>{}</p>", self.scored().told(lang));
    }

    /// How the checks of each page of the standard came out. A check of several pages is counted on each.
    fn areas(&self, page: &mut String, lang: Lang) {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let mut areas: BTreeMap<&str, Vec<&Check>> = BTreeMap::new();
        for check in self.checks.iter().filter(|check| check.scored) {
            let mut titles: Vec<&str> =
                check.requirements.iter().filter_map(|id| page_title(id, lang)).collect();
            titles.sort_unstable();
            titles.dedup();
            if titles.is_empty() {
                titles.push(say("其他", "Others"));
            }
            for title in titles {
                areas.entry(title).or_default().push(check);
            }
        }
        if areas.is_empty() {
            return;
        }
        let heading = say("各方面的结果", "By page of the standard");
        let _ = write!(
            page,
            "<h2>{heading}</h2>\n<table class=\"areas\">\n<thead><tr><th>{}</th>",
            say("方面", "Page")
        );
        for (name, _) in Counts::default().named(lang) {
            let _ = write!(page, "<th>{name}</th>");
        }
        page.push_str("</tr></thead>\n<tbody>\n");
        for (title, checks) in areas {
            let _ = write!(page, "<tr><td>{title}</td>");
            let classes = ["pass", "fail", "excused", "could-not-check", "not-applicable"];
            for (class, (name, count)) in classes.iter().zip(Counts::of(checks).named(lang)) {
                let class = if count == 0 { "zero" } else { class };
                let _ = write!(page, "<td class=\"count {class}\" data-name=\"{name}\">{count}</td>");
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n</table>\n");
    }

    /// Every check in a line, folded away.
    fn all(&self, page: &mut String, lang: Lang) {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        let _ = writeln!(
            page,
            "<h2>{}</h2>\n<details><summary>{} {}</summary>\n<ul>",
            say("全部检查", "Every check"),
            self.checks.len(),
            say("项，点开查看", "checks; open to see them")
        );
        for check in &self.checks {
            let _ = writeln!(
                page,
                "<li><b class=\"{}\">{}{}</b> {}<span class=\"id\">{} {}</span></li>",
                class(check),
                check.title(lang),
                unscored(check, lang),
                escaped(check.about(lang)),
                escaped(&check.id),
                escaped(&check.requirements.join(" "))
            );
        }
        page.push_str("</ul>\n</details>\n");
    }
}

/// Checks that have to be acted on, each with its reason and the sentences of the standard.
fn section<'c>(page: &mut String, title: &str, checks: impl Iterator<Item = &'c Check>, lang: Lang) {
    let mut checks = checks.peekable();
    if checks.peek().is_none() {
        return;
    }
    let _ = writeln!(page, "<h2>{title}</h2>");
    for check in checks {
        let _ = writeln!(
            page,
            "<article class=\"{}\">\n<h3>{}{}</h3>\n<span class=\"id\">{}</span>",
            class(check),
            escaped(check.about(lang)),
            unscored(check, lang),
            escaped(&check.id)
        );
        if let Some(excuse) = check.excuse.as_ref().filter(|_| check.is_excused()) {
            let (owner, why, until) = (escaped(&excuse.owner), escaped(&excuse.reason), excuse.expires);
            let _ = match lang {
                Lang::ZhCn => writeln!(page, "<p><b>备案至 {until}</b>，负责人：{owner}，原因：{why}</p>"),
                Lang::En => {
                    writeln!(page, "<p><b>Excused until {until}</b>, owner: {owner}, reason: {why}</p>")
                }
            };
        }
        for id in &check.requirements {
            let text = escaped(sentence(id, lang).unwrap_or_default());
            let _ = writeln!(page, "<blockquote>{text} <b>{}</b></blockquote>", escaped(id));
        }
        if let Some((why, values)) = check.reason.as_ref().map(|reason| reason.told(lang)) {
            let _ = writeln!(page, "<p>{}</p>", escaped(why));
            let mut values = values.peekable();
            if values.peek().is_some() {
                let developers = Bilingual { zh: "供开发人员查看", en: "For developers" }.in_lang(lang);
                let _ = writeln!(page, "<details><summary>{developers}</summary>");
                for (name, value) in values {
                    let _ =
                        writeln!(page, "<p>{name} <code>{}</code></p>", escaped(&shortened(&value, MOST)));
                }
                page.push_str("</details>\n");
            }
        }
        page.push_str("</article>\n");
    }
}

fn unscored(check: &Check, lang: Lang) -> &'static str {
    let unscored = Bilingual { zh: "（不计分）", en: " (not scored)" };
    if check.scored { "" } else { unscored.in_lang(lang) }
}

fn class(check: &Check) -> &'static str {
    match check.verdict {
        Verdict::Fail if check.is_excused() => "excused",
        Verdict::Pass => "pass",
        Verdict::Fail => "fail",
        Verdict::CouldNotCheck => "could-not-check",
        Verdict::NotApplicable => "not-applicable",
    }
}

const MOST: usize = 600;
const STYLE: &str = include_str!("report.css");
