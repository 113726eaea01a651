//! How many checks came out how.

use tongzhou::text::{Bilingual, Lang};

use super::{Check, Verdict};

/// How many checks came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// As the standard says.
    pub pass: usize,
    /// Not so.
    pub fail: usize,
    /// Not so, and excused for now; not among those that fail.
    pub excused: usize,
    /// Not claimed.
    pub not_applicable: usize,
    /// Not found out.
    pub could_not_check: usize,
}

impl Counts {
    /// Of these checks.
    pub fn of<'c>(checks: impl IntoIterator<Item = &'c Check>) -> Self {
        let mut counts = Self::default();
        for check in checks {
            let count = match check.verdict {
                Verdict::Pass => &mut counts.pass,
                Verdict::Fail if check.is_excused() => &mut counts.excused,
                Verdict::Fail => &mut counts.fail,
                Verdict::NotApplicable => &mut counts.not_applicable,
                Verdict::CouldNotCheck => &mut counts.could_not_check,
            };
            *count += 1;
        }
        counts
    }

    /// Each count under its name, for people.
    pub(super) fn named(self, lang: Lang) -> [(&'static str, usize); 5] {
        let say = |zh, en| Bilingual { zh, en }.in_lang(lang);
        [
            (say("通过", "passed"), self.pass),
            (say("不通过", "failed"), self.fail),
            (say("已备案", "excused"), self.excused),
            (say("无法检查", "could not check"), self.could_not_check),
            (say("不适用", "not applicable"), self.not_applicable),
        ]
    }

    /// All of them in a line.
    pub(super) fn told(self, lang: Lang) -> String {
        self.named(lang).map(|(name, count)| format!("{name} {count}")).join(" · ")
    }
}
