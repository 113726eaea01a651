//! A report for people.

use std::fmt::Write as _;

use tongzhou::text::Lang;

use super::{Check, Counts, Outcome, Report, Verdict};
use crate::sentences::sentence;

impl Report {
    /// The report as text: what did not pass, each with its requirements and its reason, then the counts and the outcome.
    pub fn told(&self, lang: Lang) -> String {
        let mut text = String::new();
        let zh = lang == Lang::ZhCn;
        let say = |zh_text: &'static str, en: &'static str| if zh { zh_text } else { en };
        for check in self.checks.iter().filter(|check| matters(check)) {
            let (verdict, cause) = (check.verdict.title(lang), check.about(lang));
            let unscored = if check.scored { "" } else { say("（不计分）", " (not scored)") };
            let _ = writeln!(text, "{verdict}{unscored} · {} · {cause}", check.id);
            if let Some((why, values)) = check.reason.as_ref().map(|reason| reason.told(lang)) {
                let _ = writeln!(text, "  {why}");
                for (name, value) in values {
                    let _ = writeln!(text, "  {name}: {}", shortened(&value));
                }
            }
            for id in &check.requirements {
                let _ = writeln!(text, "  {id} {}", sentence(id, lang).unwrap_or_default());
            }
        }
        if !text.is_empty() {
            text.push('\n');
        }
        let scored = Counts::of(self.checks.iter().filter(|check| check.scored));
        let version = self.target.version.as_deref().unwrap_or_default();
        let _ = match lang {
            Lang::ZhCn => writeln!(
                text,
                "{} {version} · 标准 {} · 测试套件 {}\n通过 {} · 不通过 {} · 无法检查 {} · 不适用 {}",
                self.target.name,
                self.standard,
                self.suite,
                scored.pass,
                scored.fail,
                scored.could_not_check,
                scored.not_applicable
            ),
            Lang::En => writeln!(
                text,
                "{} {version} · standard {} · suite {}\npassed {} · failed {} · could not check {} · not applicable {}",
                self.target.name,
                self.standard,
                self.suite,
                scored.pass,
                scored.fail,
                scored.could_not_check,
                scored.not_applicable
            ),
        };
        text.push_str(match self.outcome() {
            Outcome::Passed => say("结论：通过\n", "Outcome: passed\n"),
            Outcome::Failed => say("结论：不通过\n", "Outcome: failed\n"),
            Outcome::CouldNotCheck if scored.pass == 0 && scored.could_not_check == 0 => say(
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

/// A line that a terminal shows.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

const MOST: usize = 400;
