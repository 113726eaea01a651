//! How many checks came out how.

use super::{Check, Verdict};

/// How many checks came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// As the standard says.
    pub pass: usize,
    /// Not so.
    pub fail: usize,
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
                Verdict::Fail => &mut counts.fail,
                Verdict::NotApplicable => &mut counts.not_applicable,
                Verdict::CouldNotCheck => &mut counts.could_not_check,
            };
            *count += 1;
        }
        counts
    }
}
