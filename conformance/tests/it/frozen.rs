//! What a released version asks is frozen: shown on a copy, since none is released yet.

use tongzhou::value::StandardVersion;
use tongzhou_conformance::{
    adapter::run_own,
    frozen::{FrozenList, Suite, SuiteCheck},
    release::{Change, ReleaseError},
    report::{Check, Counts, Outcome, Report, Target, TargetKind, Verdict},
    vector::{Area, Set, Vector},
};

use crate::released::Checkout;

const VERSION: StandardVersion = StandardVersion::new(1, 0);

/// Some vectors of the set, as if they were all.
fn some() -> Vec<Vector> {
    let set = Set::shipped().unwrap();
    set.vectors().iter().filter(|vector| vector.area == Area::Tokens).take(5).cloned().collect()
}

/// A version that was released with these vectors.
fn released(name: &str, vectors: &[Vector]) -> Checkout {
    let checkout = Checkout::new(name);
    checkout.release("1.0").release(&Suite::of(vectors, [])).unwrap();
    checkout
}

fn changes(checkout: &Checkout, vectors: &[Vector]) -> Vec<String> {
    let changes = checkout.release("1.0").changes(&Suite::of(vectors, [])).unwrap();
    changes.iter().map(Change::to_string).collect()
}

#[test]
fn a_release_writes_what_it_asks_under_its_check_sums() {
    let vectors = some();
    let checkout = released("asked", &vectors);
    let list = checkout.read("schema/v1.0/conformance.csv");
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.len(), 2 + vectors.len());
    assert_eq!(lines[..2], ["kind,id,value", "requirement,REQ-RCP-001,MUST"]);
    assert!(lines[2].starts_with(&format!("vector,{},", vectors[0].id)), "{}", lines[2]);
    assert!(checkout.read("schema/v1.0/SHA256SUMS").contains("  conformance.csv\n"));
    assert_eq!(changes(&checkout, &vectors), [""; 0]);
}

#[test]
fn a_frozen_check_that_is_gone_or_otherwise_is_named() {
    let vectors = some();
    let checkout = released("gone", &vectors);
    let (id, last) = (vectors[0].id.as_str(), vectors.len() - 1);
    assert_eq!(changes(&checkout, &vectors[1..]), [format!("the check {id} is gone")]);
    let altered = |change: fn(&mut Vector)| {
        let mut vectors = vectors.clone();
        change(&mut vectors[0]);
        changes(&checkout, &vectors)
    };
    let said = [format!("the check {id} asks something else or wants another answer")];
    assert_eq!(altered(|vector| vector.expected.value = None), said);
    assert_eq!(altered(|vector| vector.input.as_of = Some("2026-10-01".to_owned())), said);
    assert_eq!(altered(|vector| vector.area = Area::Claims), said);
    // Whoever says that it is of a later version takes it out of this one.
    assert_eq!(
        altered(|vector| vector.since = StandardVersion::new(1, 1)),
        [format!("the check {id} is gone")]
    );
    // Words, and what a vector is said to show, may be bettered.
    assert_eq!(altered(|vector| vector.cause = "in better words".to_owned()), [""; 0]);
    assert_eq!(altered(|vector| vector.requirements.clear()), [""; 0]);
    match checkout.release("1.0").release(&Suite::of(&vectors[..last], [])) {
        Err(ReleaseError::Changed(_, changes)) => assert_eq!(changes.len(), 1),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_frozen_requirement_that_is_gone_or_binds_otherwise_is_named() {
    let vectors = some();
    let checkout = released("requirements", &vectors);
    let more = "- **[REQ-RCP-002]** It MUST too.\n  **[REQ-RCP-002]** 也必须。\n";
    for (text, said) in [
        ("- **[REQ-RCP-001]** It MUST, in better words.\n  **[REQ-RCP-001]** 必须。\n", None),
        ("- **[REQ-RCP-001]** It SHOULD.\n  **[REQ-RCP-001]** 应当。\n", Some(())),
        ("- **[REQ-RCP-003]** It MUST.\n  **[REQ-RCP-003]** 必须。\n", Some(())),
    ] {
        checkout.write("docs/spec/note.md", &format!("{text}{more}"));
        let said = said.map(|()| "the requirement REQ-RCP-001 is gone or binds otherwise".to_owned());
        assert_eq!(changes(&checkout, &vectors), Vec::from_iter(said), "{text}");
    }
}

#[test]
fn a_slip_in_the_text_is_named_once() {
    let vectors = some();
    let checkout = released("slip", &vectors);
    for text in ["", "- **[REQ-RCP-001]** It SHOULD.\n  **[REQ-RCP-001]** 必须。\n"] {
        checkout.write("docs/spec/note.md", text);
        assert_eq!(changes(&checkout, &vectors), ["docs/spec is not of its form"]);
    }
}

#[test]
fn a_list_that_was_changed_with_the_checks_is_named_by_its_sum() {
    let vectors = some();
    let checkout = released("both", &vectors);
    let list = Suite::of(&vectors[1..], []).frozen(&[], VERSION).text();
    let with = list.replacen('\n', "\nrequirement,REQ-RCP-001,MUST\n", 1);
    checkout.write("schema/v1.0/conformance.csv", &with);
    assert_eq!(changes(&checkout, &vectors[1..]), ["schema/v1.0/conformance.csv has changed"]);
    checkout.write("schema/v1.0/conformance.csv", "nothing");
    assert!(
        changes(&checkout, &vectors).contains(&"schema/v1.0/conformance.csv is not of its form".to_owned())
    );
}

#[test]
fn a_check_that_was_added_later_is_reported_and_not_scored() {
    let set = Set::shipped().unwrap();
    let ours = |vector: &&Vector| vector.area == Area::Receipts;
    let all: Vec<Vector> = set.vectors().iter().filter(ours).cloned().collect();
    let (added, before) = all.split_last().unwrap();
    let frozen = Suite::of(before, []).frozen(&[], VERSION);
    // No change either: the version asks what it asked.
    assert_eq!(changes(&released("added", before), &all), [""; 0]);
    let report =
        run_own(&set.clone().frozen_as(frozen), |vector| vector.area == Area::Receipts, |_| {}).unwrap();
    assert_eq!(report.checks.len(), all.len());
    let unscored: Vec<&str> =
        report.checks.iter().filter(|check| !check.scored).map(|check| check.id.as_str()).collect();
    assert_eq!(unscored, [added.id.as_str()]);
    // Until a version is released, everything of it counts.
    let report = run_own(&set, |vector| vector.area == Area::Receipts, |_| {}).unwrap();
    assert!(report.checks.iter().all(|check| check.scored));
}

#[test]
fn a_check_that_is_not_scored_decides_nothing() {
    let check = |verdict, scored| Check {
        id: "made-up".to_owned(),
        requirements: Vec::new(),
        cause: "made up".to_owned(),
        cause_zh: "虚构".to_owned(),
        verdict,
        scored,
        reason: None,
        excuse: None,
    };
    let target =
        Target { kind: TargetKind::Adapter, name: "made up".to_owned(), organisation: None, version: None };
    let report = |checks| Report {
        suite: "0".to_owned(),
        standard: "1.0".to_owned(),
        target: target.clone(),
        ran_at: None,
        checks,
    };
    let passed = report(vec![check(Verdict::Pass, true), check(Verdict::Fail, false)]);
    assert_eq!(passed.outcome(), Outcome::Passed);
    assert_eq!(Counts::of(&passed.checks).fail, 1);
    assert_eq!(report(vec![check(Verdict::Pass, false)]).outcome(), Outcome::CouldNotCheck);
}

#[test]
fn every_vector_has_a_digest_of_its_own_and_a_later_version_holds_more() {
    let set = Set::shipped().unwrap();
    let suite = Suite::of(set.vectors(), []);
    assert_eq!(suite.checks.len(), set.vectors().len());
    let mut later = set.vectors()[0].clone();
    later.since = StandardVersion::new(1, 1);
    later.id = "made-up".to_owned();
    let suite = Suite { checks: vec![suite.checks[0].clone(), SuiteCheck::of_vector(&later).unwrap()] };
    let holds = |version| FrozenList::holds(&suite.frozen(&[], version), "made-up");
    assert_eq!((holds(VERSION), holds(StandardVersion::new(1, 1))), (false, true));
}
