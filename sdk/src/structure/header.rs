//! The head of a document: which standard, version and type it says it is of.

use serde_json::{Map, Value};

use crate::{
    code::{Code, lists::DocumentType},
    finding::Param,
    pointer,
    pointer::Pointer,
    rules::{Rule, sch},
};

use super::closest::closest_code;

/// What keeps a document from being held against a schema at all.
#[derive(Debug)]
pub(super) struct Stop {
    pub(super) rule: &'static Rule,
    pub(super) at: Pointer,
    pub(super) params: Vec<(&'static str, Param)>,
}

impl Stop {
    fn new(rule: &'static Rule, at: Pointer) -> Self {
        Self { rule, at, params: Vec::new() }
    }
}

/// The type of the document, if its head can be understood.
pub(super) fn read(document: &Value) -> Result<DocumentType, Stop> {
    let Value::Object(members) = document else {
        return Err(Stop::new(&sch::NOT_AN_OBJECT, Pointer::ROOT));
    };
    of_the_standard(members)?;
    known_version(members)?;
    document_type(members)
}

/// Refuses documents of something else; that a Tongzhou document forgot the member is for the schema.
fn of_the_standard(members: &Map<String, Value>) -> Result<(), Stop> {
    match members.get("standard") {
        Some(Value::String(name)) if name != "tongzhou" => {
            Err(Stop::new(&sch::NOT_OF_THE_STANDARD, pointer!["standard"]))
        }
        None if !members.contains_key("documentType") => {
            Err(Stop::new(&sch::NOT_OF_THE_STANDARD, Pointer::ROOT))
        }
        _ => Ok(()),
    }
}

/// A version of the right form that is not ours is no fault of the document.
fn known_version(members: &Map<String, Value>) -> Result<(), Stop> {
    match members.get("standardVersion") {
        Some(Value::String(version)) if version != VERSION => {
            let rule = if is_version(version) { &sch::UNSUPPORTED_VERSION } else { &sch::MALFORMED_VERSION };
            Err(Stop::new(rule, pointer!["standardVersion"]))
        }
        _ => Ok(()),
    }
}

fn document_type(members: &Map<String, Value>) -> Result<DocumentType, Stop> {
    let at = || pointer!["documentType"];
    let written = match members.get("documentType") {
        None => return Err(Stop::new(&sch::DOCUMENT_TYPE_MISSING, Pointer::ROOT)),
        Some(Value::Null) => return Err(Stop::new(&sch::NULL, at())),
        Some(Value::String(written)) => written,
        Some(_) => return Err(Stop::new(&sch::DOCUMENT_TYPE_UNKNOWN, at())),
    };
    if let Some(document_type) = DocumentType::from_code(written) {
        return Ok(document_type);
    }
    let codes: Vec<_> = DocumentType::ALL.iter().map(|one| one.code()).collect();
    match closest_code(written, DocumentType::LIST, &codes) {
        Some(code) => Err(Stop {
            rule: &sch::DOCUMENT_TYPE_MISSPELT,
            at: at(),
            params: vec![("code", code.into()), ("title", Param::Coded(DocumentType::LIST, code))],
        }),
        None => Err(Stop::new(&sch::DOCUMENT_TYPE_UNKNOWN, at())),
    }
}

/// Whether `version` is two numbers without leading zeros, as in `1.0`.
fn is_version(version: &str) -> bool {
    let number = |text: &str| {
        (1..=4).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && (text == "0" || !text.starts_with('0'))
    };
    version.split_once('.').is_some_and(|(major, minor)| number(major) && number(minor))
}

/// The version that this program knows.
const VERSION: &str = "1.0";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_two_numbers() {
        for version in ["1.0", "1.1", "2.0", "10.12", "0.9"] {
            assert!(is_version(version), "{version}");
        }
        for version in ["1", "1.", ".1", "v1.0", "1.0.0", "01.0", "1.00", "1.0-draft", "１.0", "12345.0"] {
            assert!(!is_version(version), "{version}");
        }
    }
}
