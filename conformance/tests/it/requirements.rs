//! Every requirement of the standard is covered, and what is written from the table is up to date.

use std::{collections::BTreeSet, fs};

use tongzhou::{code::lists::Severity, rules, text::Lang};
use tongzhou_conformance::{
    evidence::Evidence,
    numbers::Numbers,
    requirement::Level,
    role::Roles,
    rule_pages,
    trace::{Gap, Trace},
};

use crate::kept::{self, repository};

pub(crate) fn trace() -> Trace {
    let (roles, evidence) = (Roles::shipped().unwrap(), Evidence::shipped().unwrap());
    Trace::of(&repository(), rules::all(), &roles, evidence).unwrap()
}

#[test]
fn every_binding_requirement_is_covered_or_says_why_not() {
    let gaps: Vec<String> = trace().gaps.iter().map(Gap::to_string).collect();
    assert!(gaps.is_empty(), "{} gaps:\n{}", gaps.len(), gaps.join("\n"));
}

#[test]
fn the_table_of_requirements_is_up_to_date() {
    kept::file("conformance/requirements.csv", &trace().csv(&Roles::shipped().unwrap()));
}

#[test]
fn every_range_of_roles_begins_and_ends_with_a_requirement() {
    let (trace, roles) = (trace(), Roles::shipped().unwrap());
    let unknown: Vec<&str> = roles.ends().filter(|id| trace.find(id).is_none()).collect();
    assert_eq!(unknown, [""; 0]);
    // Nobody but the publisher of the standard is bound by what it says of its own files and of its catalogue.
    let unbound: Vec<&str> = trace
        .rows
        .iter()
        .map(|row| row.requirement.id.as_str())
        .filter(|id| roles.of(id).is_empty())
        .collect();
    assert_eq!(unbound, ["REQ-PRG-052", "REQ-VAL-012"]);
}

#[test]
fn every_rule_cites_a_requirement() {
    let without: Vec<&str> =
        rules::all().iter().filter(|rule| rule.requirements.is_empty()).map(|rule| rule.code).collect();
    assert_eq!(without, [""; 0]);
}

#[test]
fn a_rule_is_as_severe_as_the_word_of_its_requirement() {
    let trace = trace();
    let mut wrong = Vec::new();
    for rule in rules::all() {
        let strictest =
            rule.requirements.iter().filter_map(|id| trace.find(id)).map(|found| found.level).min();
        let fits = match strictest {
            Some(Level::Must | Level::MustNot) => {
                rule.severity == Severity::Error
                    || (rule.severity == Severity::Warning && WARNS_OF_MUST.contains(&rule.code))
            }
            Some(Level::Should | Level::ShouldNot) => rule.severity != Severity::Error,
            Some(Level::May) | None => rule.severity == Severity::Info,
        };
        if !fits {
            wrong.push(format!("{} is {:?} and enforces a {strictest:?}", rule.code, rule.severity));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rules that warn of what a MUST says, as `docs/spec/validation.md` allows.
const WARNS_OF_MUST: &[&str] = &[
    // A recipient may not rely on the consent yet; that it does is not to be seen.
    "TZ-CNS-006",
    // The numbers and codes of receipts that were copied from paper.
    "TZ-RCP-003",
    "TZ-RCP-005",
    "TZ-RCP-007",
    "TZ-RCP-009",
    "TZ-RCP-045",
];

#[test]
fn the_pages_of_the_rules_are_up_to_date() {
    let pages = rule_pages::pages(rules::all(), &trace()).unwrap();
    for page in &pages {
        kept::file(&format!("docs/rules/{}", page.name), &page.text);
    }
    let names: BTreeSet<&str> = pages.iter().map(|page| page.name.as_str()).collect();
    for file in repository().texts("docs/rules", &[".md"]).unwrap() {
        let name = file.path.trim_start_matches("docs/rules/");
        if names.contains(name) {
            continue;
        }
        assert!(
            kept::updating(),
            "docs/rules/{name} is of no area; run the tests again with UPDATE_EXPECT=1"
        );
        fs::remove_file(repository().path(&file.path)).unwrap();
    }
}

#[test]
fn the_readmes_give_the_numbers_as_they_are() {
    let trace = trace();
    for (path, lang) in [("README.md", Lang::En), ("README.zh-CN.md", Lang::ZhCn)] {
        kept::block(path, "numbers", &Numbers::of(rules::all(), &trace, lang).to_string());
    }
}

#[test]
fn the_index_of_the_standard_lists_every_page() {
    let trace = trace();
    let rows: Vec<String> = repository()
        .spec_pages()
        .unwrap()
        .iter()
        .map(|page| {
            let title = page.text.lines().find_map(|line| line.strip_prefix("# "));
            let title = title.unwrap_or_else(|| panic!("docs/spec/{} has no heading", page.path));
            let count = trace.rows.iter().filter(|row| row.requirement.page == page.path).count();
            format!("| [{title}]({}) | {count} |", page.path)
        })
        .collect();
    let table = format!("| 页面 Page | 要求 Requirements |\n|---|---|\n{}", rows.join("\n"));
    kept::block("docs/spec/README.md", "pages", table.trim_end());
}
