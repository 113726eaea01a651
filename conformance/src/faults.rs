//! The faults that can be put in on purpose, and which requirement each breaks: `conformance/faults.csv`.
//!
//! A fault is caught where a check fails that names its requirement. Beside those that are listed there is one for each
//! rule that has a vector: what the rule finds is passed over.

use std::collections::BTreeSet;

use thiserror::Error;
use tongzhou::{rules, text::Lang};

use crate::{csv, vector::Set};

/// A fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its name, by which it is put in.
    pub name: String,
    /// By what it is to be caught.
    pub shown_by: ShownBy,
    /// The requirements that it breaks: the check that catches it names one of them.
    pub requirements: Vec<String>,
}

/// By what a fault is to be caught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShownBy {
    /// A vector.
    Vectors,
    /// A case over HTTP.
    Cases,
}

/// A line of the list that is not of its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error(
    "conformance/faults.csv, line {0}: wants a name, vectors or cases, requirements, and what the fault is"
)]
pub struct FaultLine(pub usize);

/// Every fault of the list.
///
/// # Errors
/// The first line that is not of its form.
pub fn listed() -> Result<Vec<Fault>, FaultLine> {
    read(include_str!("../faults.csv"))
}

fn read(text: &str) -> Result<Vec<Fault>, FaultLine> {
    let lines = (2..).zip(text.lines().skip(1));
    let mut names = BTreeSet::new();
    lines
        .map(|(number, line)| {
            fault(line).filter(|fault| names.insert(fault.name.clone())).ok_or(FaultLine(number))
        })
        .collect()
}

fn fault(line: &str) -> Option<Fault> {
    let fields = csv::fields(line);
    let [name, shown_by, requirements, what] = fields.as_slice() else { return None };
    let shown_by = match shown_by.as_str() {
        "vectors" => ShownBy::Vectors,
        "cases" => ShownBy::Cases,
        _ => return None,
    };
    let requirements: Vec<String> = requirements.split_whitespace().map(str::to_owned).collect();
    let complete = !name.is_empty() && !requirements.is_empty() && !what.is_empty();
    complete.then(|| Fault { name: name.clone(), shown_by, requirements })
}

/// One fault for each rule that a vector shows: what it finds is passed over.
pub fn of_rules(set: &Set) -> Vec<Fault> {
    let shown: BTreeSet<&str> = set
        .vectors()
        .iter()
        .filter_map(|vector| vector.expected.finding.as_ref().map(|finding| finding.code.as_str()))
        .collect();
    let rules = rules::all().iter().filter(|rule| shown.contains(rule.code));
    let fault = |rule: &&rules::Rule| Fault {
        name: format!("silent:{}", rule.code),
        shown_by: ShownBy::Vectors,
        requirements: rule.requirements.iter().map(|id| (*id).to_owned()).collect(),
    };
    rules.copied().map(|rule| fault(&rule)).collect()
}

/// The kill rate, as the READMEs tell it.
pub fn kill_rate(caught: usize, all: usize, lang: Lang) -> String {
    let percent = 100.0 * caught as f64 / all.max(1) as f64;
    match lang {
        Lang::ZhCn => format!(
            "植入错误 {all} 个，被测试发现 {caught} 个（{percent:.1} %），每个都由写明所违反要求的检查发现。"
        ),
        Lang::En => format!(
            "Of {all} faults the suite catches {caught} ({percent:.1} %), each by a check that names the requirement it breaks."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_not_of_its_form_is_named() {
        for line in [
            "",
            "a",
            "a,vectors",
            "a,vectors,REQ-CLM-001",
            "a,tests,REQ-CLM-001,b",
            "a,cases,,b",
            "a,cases,REQ-CLM-001,b, c",
        ] {
            assert_eq!(read(&format!("name,…\n{line}\n")), Err(FaultLine(2)), "{line}");
        }
        let twice = "name,…\na,cases,REQ-CLM-001,b\na,cases,REQ-CLM-002,c\n";
        assert_eq!(read(twice), Err(FaultLine(3)));
    }
}
