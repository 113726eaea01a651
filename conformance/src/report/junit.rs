//! A report in the form of JUnit, which build servers read.

use std::fmt::Write as _;

use super::{Check, Counts, Report, Verdict, escaped};

impl Report {
    /// The report as JUnit XML: a failure is a failure, what could not be checked an
    /// error, what does not apply or is excused is skipped.
    pub fn to_junit(&self) -> String {
        let counts = Counts::of(&self.checks);
        let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let _ = writeln!(
            text,
            "<testsuite name=\"tongzhou {}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\">",
            escaped(&self.standard),
            self.checks.len(),
            counts.fail,
            counts.could_not_check,
            counts.not_applicable + counts.excused
        );
        for check in &self.checks {
            let _ = write!(
                text,
                "  <testcase classname=\"{}\" name=\"{} {}\"",
                escaped(&check.requirements.join(" ")),
                escaped(&check.id),
                escaped(&check.cause)
            );
            match outcome(check) {
                None => text.push_str("/>\n"),
                Some(outcome) => {
                    let _ = writeln!(text, ">{outcome}</testcase>");
                }
            }
        }
        text.push_str("</testsuite>\n");
        text
    }
}

fn outcome(check: &Check) -> Option<String> {
    if let (Verdict::Fail, Some(excuse)) = (check.verdict, &check.excuse) {
        let (owner, why) = (escaped(&excuse.owner), escaped(&excuse.reason));
        return Some(format!("<skipped message=\"excused until {}: {owner}: {why}\"/>", excuse.expires));
    }
    let reason = check.reason.as_ref().map(|reason| escaped(&reason.en)).unwrap_or_default();
    let found = check.reason.as_ref().and_then(|reason| reason.found.as_ref());
    let found = found.map(|found| escaped(&found.to_string())).unwrap_or_default();
    match check.verdict {
        Verdict::Pass => None,
        Verdict::Fail => Some(format!("<failure message=\"{reason}\">{found}</failure>")),
        Verdict::CouldNotCheck => Some(format!("<error message=\"{reason}\">{found}</error>")),
        Verdict::NotApplicable => Some("<skipped/>".to_owned()),
    }
}
