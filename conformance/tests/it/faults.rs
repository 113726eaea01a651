//! The list of faults is of the faults there are, and each has checks that can show it.

use std::collections::{BTreeMap, BTreeSet};

use tongzhou::text::Lang;
use tongzhou_conformance::{
    case,
    faults::{self, Fault, ShownBy},
    requirement,
    vector::Set,
};

use crate::kept::{self, repository};

#[test]
fn every_fault_in_the_sources_is_listed_and_every_listed_one_is_there() {
    let sources = repository().texts("sdk", &[".rs"]).unwrap();
    // The documentation of the question names one to say that a build that is given out has none.
    let sources = sources.iter().filter(|file| file.path != "sdk/src/fault.rs");
    let seeded: BTreeSet<&str> = sources.flat_map(|file| names(&file.text)).collect();
    let listed = faults::listed().unwrap();
    let known: BTreeSet<&str> =
        listed.iter().map(|fault| fault.name.as_str()).chain(UNDER_FIRE.iter().copied()).collect();
    assert_eq!(seeded, known);
}

#[test]
fn every_fault_breaks_requirements_that_there_are_and_that_a_check_of_its_kind_names() {
    let pages = repository().spec_pages().unwrap();
    let (requirements, _) =
        requirement::read(pages.iter().map(|page| (page.path.as_str(), page.text.as_str())));
    let known: BTreeSet<&str> = requirements.iter().map(|requirement| requirement.id.as_str()).collect();
    let (vectors, cases) = named_by_checks();
    for fault in faults::listed().unwrap() {
        for id in &fault.requirements {
            assert!(known.contains(id.as_str()), "{}: there is no {id}", fault.name);
        }
        let named = match fault.shown_by {
            ShownBy::Vectors => &vectors,
            ShownBy::Cases => &cases,
        };
        let shows = named.iter().any(|(_, ids)| fault.requirements.iter().any(|id| ids.contains(id)));
        assert!(shows, "{}: no check names {:?}", fault.name, fault.requirements);
    }
}

#[test]
fn faults_of_every_kind_of_check_are_counted() {
    let set = Set::shipped().unwrap();
    let all: Vec<Fault> = faults::listed().unwrap().into_iter().chain(faults::of_rules(&set)).collect();
    let (vectors, cases) = named_by_checks();
    for (checks, shown_by) in [(vectors, ShownBy::Vectors), (cases, ShownBy::Cases)] {
        let broken: BTreeSet<&String> = all
            .iter()
            .filter(|fault| fault.shown_by == shown_by)
            .flat_map(|fault| &fault.requirements)
            .collect();
        let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (kind, ids) in checks {
            let (checks, without) = counts.entry(kind).or_default();
            *checks += 1;
            *without += usize::from(!ids.iter().any(|id| broken.contains(id)));
        }
        for (kind, (checks, without)) in &counts {
            println!("{shown_by:?} {kind}: {checks} checks, of {without} no fault breaks a requirement");
        }
        assert!(counts.values().any(|(checks, without)| without < checks), "{shown_by:?}: no fault at all");
    }
}

// Whether every one is caught takes a build that has them: `conformance/examples/faults/` holds the pages to that.
#[test]
fn the_readmes_say_that_all_faults_are_caught_and_how_many_there_are() {
    let all = faults::listed().unwrap().len() + faults::of_rules(&Set::shipped().unwrap()).len();
    for (path, lang) in [("README.md", Lang::En), ("README.zh-CN.md", Lang::ZhCn)] {
        kept::block(path, "faults", &faults::kill_rate(all, all, lang));
    }
}

/// The kind of each vector and of each case, with the requirements that it names.
#[expect(clippy::type_complexity, reason = "read once, here")]
fn named_by_checks() -> (Vec<(String, Vec<String>)>, Vec<(String, Vec<String>)>) {
    let set = Set::shipped().unwrap();
    let vectors = set.vectors().iter();
    let vectors = vectors.map(|vector| (format!("{:?}", vector.operation), vector.requirements.clone()));
    let files = case::shipped().unwrap();
    let cases = files.iter().flat_map(|file| file.cases.iter().map(move |case| (file.role, case)));
    let cases = cases.map(|(role, case)| (format!("{role:?}"), case.requirements.clone()));
    (vectors.collect(), cases.collect())
}

/// The names of the faults that a source asks for.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split("fault::is(\"").skip(1).filter_map(|rest| rest.split('"').next())
}

/// Faults that the checker of claims under fire shows, by what is left in the database after a kill or a race:
/// `sdk/node/examples/claims_under_fire/faults.rs`. No single case over HTTP tells them.
const UNDER_FIRE: &[&str] = &[
    "ack-before-commit",
    "application-clock",
    "cap-not-lowered",
    "dropped-check",
    "expire-without-state-test",
    "expiry-unchecked",
    "held-not-moved-on-confirm",
    "lost-outbox-row",
    "release-twice-counts",
    "retry-not-idempotent",
    "reverse-by-anyone",
];
