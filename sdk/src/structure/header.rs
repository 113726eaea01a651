//! The head of a document: which standard, version and type it says it is of.

use serde_json::{Map, Value};

use crate::{
    code::{Code, lists::DocumentType},
    fault,
    finding::Param,
    model::{self, Version},
    pointer,
    pointer::Pointer,
    rules::{Rule, sch},
    value::StandardVersion,
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

/// The type of the document and the version it declares, if its head can be understood.
pub(super) fn read(document: &Value) -> Result<(DocumentType, Version), Stop> {
    let Value::Object(members) = document else {
        return Err(Stop::new(&sch::NOT_AN_OBJECT, Pointer::ROOT));
    };
    of_the_standard(members)?;
    let version = known_version(members)?;
    Ok((document_type(members, version)?, version))
}

/// Refuses documents that do not say that they are of this standard.
fn of_the_standard(members: &Map<String, Value>) -> Result<(), Stop> {
    match members.get("standard") {
        Some(Value::String(name)) if name == "tongzhou" || fault::is("another-standard-taken") => Ok(()),
        Some(_) => Err(Stop::new(&sch::NOT_OF_THE_STANDARD, pointer!["standard"])),
        None => Err(Stop::new(&sch::NOT_OF_THE_STANDARD, Pointer::ROOT)),
    }
}

/// A version of the right form that is not ours is no fault of the document.
fn known_version(members: &Map<String, Value>) -> Result<Version, Stop> {
    let at = || pointer!["standardVersion"];
    match members.get("standardVersion") {
        Some(Value::String(version)) => Version::known(version)
            .or(fault::is("unknown-version-guessed").then_some(Version::LOWEST))
            .ok_or_else(|| {
                let is_version = version.parse::<StandardVersion>().is_ok();
                Stop::new(if is_version { &sch::UNSUPPORTED_VERSION } else { &sch::MALFORMED_VERSION }, at())
            }),
        Some(_) => Err(Stop::new(&sch::MALFORMED_VERSION, at())),
        None => Err(Stop::new(&sch::MALFORMED_VERSION, Pointer::ROOT)),
    }
}

fn document_type(members: &Map<String, Value>, version: Version) -> Result<DocumentType, Stop> {
    let at = || pointer!["documentType"];
    let written = match members.get("documentType") {
        None => return Err(Stop::new(&sch::DOCUMENT_TYPE_MISSING, Pointer::ROOT)),
        Some(Value::String(written)) => written,
        Some(_) => return Err(Stop::new(&sch::DOCUMENT_TYPE_UNKNOWN, at())),
    };
    let of_version = |document_type: &&DocumentType| model::has_type(version, **document_type);
    if let Some(document_type) = DocumentType::from_code(written).filter(|one| of_version(&one)) {
        return Ok(document_type);
    }
    let codes: Vec<_> = DocumentType::ALL.iter().filter(of_version).map(|one| one.code()).collect();
    match closest_code(written, DocumentType::LIST, &codes) {
        Some(code) => Err(Stop {
            rule: &sch::DOCUMENT_TYPE_MISSPELT,
            at: at(),
            params: vec![("code", code.into()), ("title", Param::Coded(DocumentType::LIST, code))],
        }),
        None => Err(Stop::new(&sch::DOCUMENT_TYPE_UNKNOWN, at())),
    }
}
