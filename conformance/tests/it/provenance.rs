//! No expected answer was made by this project's own engine: each says where it comes from, and that is so.

use std::{collections::BTreeMap, collections::BTreeSet, fs};

use tongzhou_conformance::vector::{Operation, Provenance, ProvenanceKind, Set, Vector};

use crate::kept::repository;

fn set() -> Set {
    Set::shipped().unwrap()
}

fn text(path: &str) -> String {
    fs::read_to_string(repository().path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is wrong with where an answer is said to come from.
fn fault(provenance: &Provenance) -> Option<&'static str> {
    let Provenance { kind, from, file } = provenance;
    let exists = |path: &str| !path.is_empty() && repository().path(path).exists();
    if !exists(file) {
        return Some("its file is not there");
    }
    let of_text = |page: &str| (page == "docs/spec" || page.starts_with("docs/spec/")) && exists(page);
    let known = match kind {
        ProvenanceKind::ByHand => !from.is_empty() && from.split(' ').all(of_text),
        ProvenanceKind::Published => PUBLICATIONS.contains(&from.as_str()),
        ProvenanceKind::Computed => PROGRAMS.contains(&from.as_str()) && exists(from),
        ProvenanceKind::MadeSo => MAKERS.contains(&from.as_str()) && exists(from),
    };
    (!known).then_some("nobody knows what it comes from")
}

#[test]
fn every_expected_answer_comes_from_somewhere_that_there_is() {
    let set = set();
    let faults: Vec<String> = set
        .vectors()
        .iter()
        .filter_map(|vector| Some(format!("{}: {}", vector.id, fault(&vector.provenance)?)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let kinds: BTreeSet<ProvenanceKind> = set.vectors().iter().map(|vector| vector.provenance.kind).collect();
    assert_eq!(kinds.len(), 4);
}

#[test]
fn one_that_is_empty_or_unknown_is_refused() {
    let set = set();
    let of = |kind| {
        let found = set.vectors().iter().find(|vector| vector.provenance.kind == kind);
        found.map(|vector| vector.provenance.clone()).unwrap()
    };
    for kind in
        [ProvenanceKind::ByHand, ProvenanceKind::Published, ProvenanceKind::Computed, ProvenanceKind::MadeSo]
    {
        assert_eq!(fault(&of(kind)), None);
        for from in ["", "tongzhou conformance serve-adapter", "docs/spec/no-page.md", "cli/src/main.rs"] {
            assert!(fault(&Provenance { from: from.to_owned(), ..of(kind) }).is_some(), "{kind:?}: {from}");
        }
        assert!(fault(&Provenance { file: String::new(), ..of(kind) }).is_some());
    }
    assert!(serde_json::from_str::<Provenance>(r#"{"kind":"engine","from":"a","file":"b"}"#).is_err());
}

/// A program that computes expectations takes nothing but the standard library of Python, and starts nothing.
#[test]
fn a_program_that_computes_answers_uses_none_of_the_library() {
    for program in PROGRAMS {
        let text = text(program);
        let imports: BTreeSet<&str> = text
            .lines()
            .filter_map(|line| line.trim().strip_prefix("import ").or(line.trim().strip_prefix("from ")))
            .filter_map(|rest| rest.split([' ', '.', ',']).next())
            .collect();
        let others: Vec<&&str> = imports.iter().filter(|name| !STANDARD_LIBRARY.contains(*name)).collect();
        assert!(others.is_empty() && !imports.is_empty(), "{program} imports {others:?}");
        for word in ["__import__", "exec(", "eval(", "ctypes", "os.system"] {
            assert!(!text.contains(word), "{program} has {word}");
        }
    }
}

/// The makers of visits know what a visit comes to before there are receipts; the engine is asked afterwards.
#[test]
fn the_makers_of_visits_do_not_see_the_engine() {
    for maker in ["visits.rs", "disturb.rs", "dice.rs", "published.rs"] {
        let text = text(&format!("sdk/tests/it/expense/{maker}"));
        let used: Vec<&str> = text.lines().filter(|line| line.contains("tongzhou::")).collect();
        assert_eq!(used, [""; 0], "{maker}");
        // What the parent module has of the engine.
        for entry in
            ["ledger(", "what_it_comes_to(", "placed(", "shown(", "expense::expenses", "use super::*"]
        {
            assert!(!text.contains(entry), "{maker} has {entry}");
        }
    }
}

/// The modules that read vectors ask no part of the library that judges. Examples of rules are constants.
#[test]
fn the_makers_of_vectors_import_no_engine() {
    let mut seen = 0;
    for file in repository().texts("conformance/src/vector", &[".rs"]).unwrap() {
        seen += 1;
        for entry in ENGINE {
            assert!(!file.text.contains(entry), "{} has {entry}", file.path);
        }
    }
    assert!(seen > 8, "{seen}");
    let writer = text("conformance/tests/it/rules.rs");
    let (_, made) = writer.split_once("fn vector(rule: &Rule) -> Value {").unwrap();
    for entry in ENGINE.iter().chain(&["judge("]) {
        assert!(!made.contains(entry), "what writes conformance/vectors/rules has {entry}");
    }
}

#[test]
fn a_vector_of_a_rule_expects_what_its_example_says_and_the_file_has_it() {
    let set = set();
    let mut by_rule: BTreeMap<&str, Vec<&Vector>> = BTreeMap::new();
    for vector in set.vectors().iter().filter(|vector| vector.operation == Operation::Check) {
        if let Some(code) = vector.id.get(..10).filter(|code| code.starts_with("TZ-")) {
            by_rule.entry(code).or_default().push(vector);
        }
    }
    assert!(by_rule.len() > 400, "{}", by_rule.len());
    for (code, vectors) in by_rule {
        let file: serde_json::Value =
            serde_json::from_str(&text(&format!("conformance/vectors/rules/{code}.json"))).unwrap();
        let examples = file["examples"].as_array().unwrap();
        for vector in vectors {
            let number: usize = vector.id.get(11..).unwrap().parse().unwrap();
            let told = &examples[number - 1]["expected"];
            if let Some(finding) = &vector.expected.finding
                && finding.code == code
            {
                let outcome = serde_json::to_value(finding.outcome).unwrap();
                let pointer = finding.pointer.as_deref().unwrap_or_default();
                assert_eq!(
                    (&outcome, pointer),
                    (&told["outcome"], told["pointer"].as_str().unwrap()),
                    "{}",
                    vector.id
                );
            } else {
                assert!(told["pointer"].is_null(), "{}: {told}", vector.id);
            }
        }
    }
}

const PUBLICATIONS: &[&str] = &["RFC 9497, appendix A.1.2, by the CFRG"];
const PROGRAMS: &[&str] =
    &["conformance/vectors/tokens/inputs.py", "conformance/vectors/consents/commitments.py"];
const MAKERS: &[&str] = &["sdk/tests/it/expense/visits.rs"];
const STANDARD_LIBRARY: &[&str] = &["datetime", "hashlib", "json", "pathlib", "re", "sys", "unicodedata"];
/// The entry points of the library that judge or compute what a vector expects.
const ENGINE: &[&str] = &[
    "validate::",
    "expense::",
    "Directory::verify",
    "Trust::",
    "tongzhou_exchange",
    "tongzhou_client",
    "crate::adapter",
    ".check(",
    "rules::judge",
];
