//! A report for people.

use std::fmt::Write as _;

use tongzhou::text::Lang;

use super::{Check, Outcome, Report, Verdict, plain, shortened};
use crate::sentences::sentence;

impl Report {
    /// The report as text: what did not pass, each with its requirements and its reason, then the counts and the outcome.
    pub fn told(&self, lang: Lang) -> String {
        let mut text = String::new();
        let zh = lang == Lang::ZhCn;
        let say = |zh_text: &'static str, en: &'static str| if zh { zh_text } else { en };
        for check in self.checks.iter().filter(|check| matters(check)) {
            let (verdict, id, cause) = (check.title(lang), plain(&check.id), plain(check.about(lang)));
            let unscored = if check.scored { "" } else { say("（不计分）", " (not scored)") };
            let _ = writeln!(text, "{verdict}{unscored} · {id} · {cause}");
            if let Some(excuse) = check.excuse.as_ref().filter(|_| check.is_excused()) {
                let (owner, why) = (plain(&excuse.owner), plain(&excuse.reason));
                let _ = match lang {
                    Lang::ZhCn => writeln!(text, "  备案至 {}，负责人：{owner}，原因：{why}", excuse.expires),
                    Lang::En => {
                        writeln!(text, "  excused until {}, owner: {owner}, reason: {why}", excuse.expires)
                    }
                };
            }
            if let Some((why, values)) = check.reason.as_ref().map(|reason| reason.told(lang)) {
                let _ = writeln!(text, "  {}", plain(why));
                for (name, value) in values {
                    let _ = writeln!(text, "  {name}: {}", shortened(&value, MOST));
                }
            }
            for id in &check.requirements {
                let _ = writeln!(text, "  {} {}", plain(id), sentence(id, lang).unwrap_or_default());
            }
        }
        if !text.is_empty() {
            text.push('\n');
        }
        let counts = self.scored();
        let version =
            self.target.version.as_ref().map(|version| format!(" {}", plain(version))).unwrap_or_default();
        let (name, standard, suite) = (plain(&self.target.name), plain(&self.standard), plain(&self.suite));
        let _ = match lang {
            Lang::ZhCn => writeln!(text, "{name}{version} · 标准 {standard} · 测试程序 {suite}"),
            Lang::En => writeln!(text, "{name}{version} · standard {standard} · suite {suite}"),
        };
        let _ = writeln!(text, "{}", counts.told(lang));
        text.push_str(match self.outcome() {
            Outcome::Passed => say("结论：通过\n", "Outcome: passed\n"),
            Outcome::Excused => {
                say("结论：通过，其中有已备案的不通过项\n", "Outcome: passed, with excused checks\n")
            }
            Outcome::Failed => say("结论：不通过\n", "Outcome: failed\n"),
            Outcome::CouldNotCheck if counts.pass == 0 && counts.could_not_check == 0 => say(
                "结论：没有检查任何一项，不能算通过\n",
                "Outcome: nothing was checked, which is no pass\n",
            ),
            Outcome::CouldNotCheck => say(
                "结论：有的项目无法检查，不能算通过\n",
                "Outcome: not everything could be checked, which is no pass\n",
            ),
        });
        text
    }
}

fn matters(check: &Check) -> bool {
    matches!(check.verdict, Verdict::Fail | Verdict::CouldNotCheck)
}

const MOST: usize = 400;
