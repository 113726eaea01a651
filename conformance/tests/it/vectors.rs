//! The set of vectors: what it holds, and that this project's own engine agrees with all of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Read,
    path::Path,
};

use flate2::read::GzDecoder;
use serde_json::json;
use tongzhou::rules;
use tongzhou_conformance::{
    adapter::{Answer, Asked, Found, Question, own, run_own, run_with},
    report::{Check, Outcome, Verdict},
    repository::Repository,
    requirement,
    vector::{self, Area, Operation, Set, Sign, VERSION, Vector},
};

fn set() -> Set {
    Set::shipped().unwrap()
}

fn root() -> Repository {
    Repository::at(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
}

#[test]
fn the_engine_agrees_with_every_vector() {
    let report = run_own(&set(), |_| true, |_| {}).unwrap();
    let not_passed = |check: &&Check| matches!(check.verdict, Verdict::Fail | Verdict::CouldNotCheck);
    let told = |check: &Check| format!("{} {:?}: {:?}", check.id, check.verdict, check.reason);
    let wrong: Vec<String> = report.checks.iter().filter(not_passed).map(told).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), report.checks.len(), wrong.join("\n"));
    assert_eq!(report.outcome(), Outcome::Passed);
    let verdicts: BTreeSet<Verdict> = report.checks.iter().map(|check| check.verdict).collect();
    assert_eq!(verdicts, BTreeSet::from([Verdict::Pass]));
}

// Beside the faults that are put in one at a time: no vector is such that nobody could fail it.
#[test]
fn each_vector_fails_who_takes_everything_or_refuses_everything_or_finds_everything() {
    let set = set();
    let everything =
        rules::all().iter().map(|rule| json!({ "code": rule.code, "outcome": "fail", "severity": "error" }));
    let everything: Vec<Found> = everything.map(|found| serde_json::from_value(found).unwrap()).collect();
    let implementations =
        [("accepted", true, Vec::new()), ("refused", false, Vec::new()), ("refused", false, everything)];
    let never = implementations.map(|(verdict, accepted, findings)| {
        let verdict: vector::Verdict = serde_json::from_value(json!(verdict)).unwrap();
        let alike = |question: &Question| match question.operation {
            Asked::Hello(_) => own::answer(question),
            Asked::Of(Operation::Check) => {
                Answer { verdict: Some(verdict), findings: Some(findings.clone()), ..Answer::default() }
            }
            Asked::Of(_) => Answer { value: Some(json!({ "accepted": accepted })), ..Answer::default() },
        };
        let report = run_with(&set, alike, |_| true, |_| {}).unwrap();
        assert_eq!(report.outcome(), Outcome::Failed);
        let others = report.checks.into_iter().filter(|check| check.verdict != Verdict::Fail);
        others.map(|check| check.id).collect::<BTreeSet<_>>()
    });
    let [by_taking, by_refusing, by_finding] = never;
    assert_eq!(&(&by_taking & &by_refusing) & &by_finding, BTreeSet::new());
}

#[test]
fn three_of_five_vectors_hold_a_fault_and_every_area_has_both_kinds() {
    let set = set();
    let mut counts: BTreeMap<(Area, bool), usize> = BTreeMap::new();
    for vector in set.vectors() {
        *counts.entry((vector.area, vector.sign == Sign::Negative)).or_default() += 1;
    }
    assert_eq!(counts.len(), 2 * Area::ALL.len(), "{counts:?}");
    let negative: usize = counts.iter().filter(|((_, negative), _)| *negative).map(|(_, count)| count).sum();
    assert!(negative * 100 >= set.vectors().len() * 60, "{negative} of {}", set.vectors().len());
}

#[test]
fn every_rule_has_a_vector_that_it_alone_finds() {
    let set = set();
    let found: BTreeSet<&str> = set
        .vectors()
        .iter()
        .filter(|vector| vector.sign == Sign::Negative)
        .filter_map(|vector| Some(vector.expected.finding.as_ref()?.code.as_str()))
        .collect();
    let missing: Vec<&str> =
        rules::all().iter().map(|rule| rule.code).filter(|code| !found.contains(code)).collect();
    assert_eq!(missing, WITHOUT.map(|(code, _)| code));
}

#[test]
fn every_vector_names_requirements_that_there_are_and_its_cause() {
    let pages = root().spec_pages().unwrap();
    let (requirements, _) =
        requirement::read(pages.iter().map(|page| (page.path.as_str(), page.text.as_str())));
    let ids: BTreeSet<&str> = requirements.iter().map(|requirement| requirement.id.as_str()).collect();
    for vector in set().vectors() {
        for id in &vector.requirements {
            assert!(ids.contains(id.as_str()), "{} names {id}", vector.id);
        }
        let shipped = vector.id.starts_with("case-") || vector.id.starts_with("document-");
        assert!(shipped || !vector.requirements.is_empty(), "{} names no requirement", vector.id);
        assert_eq!(vector.since, VERSION, "{}", vector.id);
        assert!(!vector.cause.is_empty() && !vector.cause_zh.is_empty(), "{}", vector.id);
    }
}

#[test]
fn every_line_is_of_the_schema_and_what_it_is_not_is_not() {
    let schema = vector::schema();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let set = set();
    for vector in set.vectors() {
        let line = serde_json::to_value(vector).unwrap();
        assert!(validator.is_valid(&line), "{}", vector.id);
    }
    let mut line = serde_json::to_value(&set.vectors()[0]).unwrap();
    line["operation"] = "guess".into();
    assert!(!validator.is_valid(&line));
}

#[test]
fn the_archive_is_the_same_each_time_and_holds_every_blob_that_a_vector_names() {
    let set = set();
    let archive = vector::write(&set, Vec::new()).unwrap();
    assert!(archive == vector::write(&Set::shipped().unwrap(), Vec::new()).unwrap());
    let mut names = BTreeSet::new();
    let mut lines = String::new();
    for entry in tar::Archive::new(GzDecoder::new(archive.as_slice())).entries().unwrap() {
        let mut entry = entry.unwrap();
        let path = entry.path().unwrap().to_string_lossy().into_owned();
        let name = path.strip_prefix("tongzhou-vectors-1.0/").unwrap().to_owned();
        if name == "vectors.ndjson" {
            entry.read_to_string(&mut lines).unwrap();
        }
        names.insert(name);
    }
    let vectors: Vec<Vector> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(vectors, set.vectors());
    for name in ["README.md", "SHA256SUMS", "inputs.py", "vector.schema.json"] {
        assert!(names.contains(name), "{name}");
    }
    let blobs = set.blobs().inspect(|(name, _)| assert!(names.contains(&format!("blobs/{name}")), "{name}"));
    assert_eq!(blobs.count() + 5, names.len());
}

#[test]
fn every_file_of_claims_and_messages_is_a_vector() {
    let set = set();
    for (folder, operation, prefix) in
        [("claims", Operation::Claims, "claims-"), ("exchange", Operation::Message, "message-")]
    {
        let folder = root().path("conformance/vectors").join(folder);
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let names = files.filter_map(|name| Some(name.to_str()?.strip_suffix(".json")?.to_owned()));
        for name in names {
            let id = format!("{prefix}{name}");
            let of = set.vectors().iter().filter(|vector| vector.operation == operation);
            assert!(of.clone().any(|vector| vector.id.starts_with(&id)), "{id}");
        }
    }
}

/// The rules that no vector finds, and why.
const WITHOUT: [(&str, &str); 4] = [
    ("TZ-PKG-009", "a package of more than half a gibibyte is too large to be a vector"),
    ("TZ-SCH-008", "it says that two readings of one program disagree, which no input brings about"),
    ("TZ-SCH-009", "it says that a program cannot explain a fault of shape, which no input brings about"),
    ("TZ-SCH-043", "nothing is deprecated in this version"),
];
