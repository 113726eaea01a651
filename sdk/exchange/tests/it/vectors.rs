//! The messages of `conformance/vectors/exchange/`, one file for each operation, are read and written as they stand.

use std::{collections::BTreeSet, fs, path::Path};

use schemars::schema_for;
use serde_json::Value;
use tongzhou_exchange::{
    message::{OfRequest, Operation, Request, claim, lookup, notice},
    problem::Problem,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance/vectors/exchange");

/// A file of the folder.
struct Vector {
    name: String,
    content: Value,
}

impl Vector {
    fn of(operation: Operation) -> Self {
        let name = format!("{}.json", operation.name().replace('/', "-"));
        let text = fs::read_to_string(Path::new(FOLDER).join(&name)).unwrap_or_else(|_| panic!("no {name}"));
        let content: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(content["operation"], operation.name(), "{name}");
        Self { name, content }
    }

    fn hold<T: Request>(operation: Operation) {
        assert_eq!(T::OPERATION, operation);
        let Self { name, content } = Self::of(operation);
        let request = T::read(&bytes(&content["request"])).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(json(&request.write()), content["request"], "{name}");

        let answer: T::Answer = tongzhou::json::from_slice(&bytes(&content["answer"]))
            .unwrap_or_else(|fault| panic!("{name}: answer: {fault}"));
        assert_eq!(serde_json::to_value(&answer).unwrap(), content["answer"], "{name}");

        let refused = content["refused"].as_array().unwrap();
        assert!(!refused.is_empty(), "{name} refuses nothing");
        for refused in refused {
            assert!(T::read(&bytes(&refused["request"])).is_err(), "{name}: {} was read", refused["why"]);
        }
    }
}

/// The request and the answer of an operation are read and written as they stand.
struct Hold(Operation);

impl OfRequest for Hold {
    type Out = ();

    fn visit<R: Request>(self) {
        Vector::hold::<R>(self.0);
    }
}

/// Whether this is a request of the operation.
struct IsRead<'v>(&'v Value);

impl OfRequest for IsRead<'_> {
    type Out = bool;

    fn visit<R: Request>(self) -> bool {
        R::read(&bytes(self.0)).is_ok()
    }
}

// covers: REQ-EXC-002, REQ-CLM-004, REQ-CLM-007, REQ-SHR-014, REQ-SHR-017
#[test]
fn every_operation_has_a_request_and_an_answer_that_are_read_and_written_as_they_stand() {
    for operation in Operation::ALL {
        operation.visit(Hold(*operation));
    }
}

#[test]
fn every_file_is_of_an_operation() {
    let operations: BTreeSet<String> = Operation::ALL.iter().map(|each| Vector::of(*each).name).collect();
    let files: BTreeSet<String> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(files, operations);
}

// covers: REQ-EXC-018
#[test]
fn a_problem_says_what_the_codelist_says_and_nothing_of_the_request() {
    for operation in Operation::ALL {
        let Vector { name, content } = Vector::of(*operation);
        let problem: Problem = tongzhou::json::from_slice(&bytes(&content["problem"]))
            .unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(serde_json::to_value(&problem).unwrap(), content["problem"], "{name}");
        let plain = Problem {
            incident: problem.incident,
            findings: problem.findings.clone(),
            left: problem.left,
            retry_after: problem.retry_after,
            ..Problem::new(problem.code)
        };
        assert_eq!(problem, plain, "{name}");
    }
}

// covers: REQ-SHR-001
#[test]
fn no_request_has_room_for_words() {
    for operation in Operation::ALL {
        let Vector { name, content } = Vector::of(*operation);
        let mut pointers = Vec::new();
        texts(&content["request"], String::new(), &mut pointers);
        for pointer in pointers {
            let mut changed = content["request"].clone();
            *changed.pointer_mut(&pointer).unwrap() = Value::from("孩子的姓名和住址");
            assert!(!operation.visit(IsRead(&changed)), "{name}: {pointer} takes any words");
        }
    }
}

// covers: REQ-CLM-016, REQ-EXC-028
#[test]
fn what_is_told_of_a_bill_and_in_a_notice_names_no_organisation() {
    for schema in [schema_for!(claim::Claim), schema_for!(claim::ExpenseNoted), schema_for!(notice::Notices)]
    {
        let text = serde_json::to_string(&schema).unwrap();
        assert!(!text.contains(ORGANISATION) && !text.contains(MEMBER), "{text}");
    }
    // The word is looked for where it stands in others.
    let found = serde_json::to_string(&schema_for!(lookup::Found)).unwrap();
    assert!(found.contains(ORGANISATION) && found.contains(MEMBER));
}

const ORGANISATION: &str = "#/$defs/Organisation";
const MEMBER: &str = "\"member\":";

// covers: REQ-SHR-007
#[test]
fn what_is_told_of_aid_is_class_month_and_status_and_perhaps_who() {
    let schema = schema_for!(lookup::FoundAid);
    let members: BTreeSet<&str> =
        schema.as_value()["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, BTreeSet::from(["coverageClass", "month", "status", "own", "member"]));
}

/// The places of all texts.
fn texts(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(pointer),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| texts(item, format!("{pointer}/{index}"), found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| texts(member, format!("{pointer}/{name}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}
