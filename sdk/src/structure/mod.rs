//! Why something could not be read or has not its shape, in findings: the stages before the rules.

use serde_json::Value;

use crate::{
    code::{Code, lists::DocumentType},
    finding::{Finding, FindingOutcome, Place},
    json::{self, Fault},
    limits::Limits,
    model,
    package::fault::Fault as ArchiveFault,
    pointer::Pointer,
    rules::{self, Rule},
};

/// What keeps a text from being a document of the standard.
#[derive(Debug)]
pub(crate) struct Explained {
    /// Whether it is JSON at all.
    pub(crate) readable: bool,
    /// What is wrong.
    pub(crate) findings: Vec<Finding>,
}

/// The bytes of a document as text.
pub(crate) fn text<'t>(bytes: &'t [u8], limits: &Limits) -> Result<&'t str, Unreadable> {
    if bytes.len() > limits.document_bytes {
        return Err(Unreadable::TooLarge(limits.document_bytes));
    }
    json::text_of(bytes).map_err(Unreadable::Json)
}

/// Why bytes are no JSON text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unreadable {
    /// There are more bytes than this.
    TooLarge(usize),
    /// They are not I-JSON.
    Json(Fault),
}

/// The finding for bytes that are no JSON text.
pub(crate) fn unreadable(why: Unreadable, entry: Option<usize>) -> Finding {
    let (rule, offset) = match why {
        Unreadable::TooLarge(limit) => (&rules::jsn::NOT_JSON, limit),
        Unreadable::Json(fault) => (&rules::jsn::NOT_JSON, fault.offset),
    };
    finding(rule, entry, Place::Offset(Pointer::ROOT, offset))
}

/// The finding for an archive that is refused.
pub(crate) fn archive_refused(_fault: ArchiveFault, entry: Option<usize>) -> Finding {
    finding(&rules::pkg::ARCHIVE_REFUSED, entry, Place::Whole)
}

/// Why `text` is no document of the standard, in full.
pub(crate) fn explain(text: &str, entry: Option<usize>) -> Explained {
    let value: Value = match json::from_str(text) {
        Ok(value) => value,
        Err(fault) => {
            return Explained { readable: false, findings: vec![unreadable(Unreadable::Json(fault), entry)] };
        }
    };
    let _ = value;
    Explained {
        readable: true,
        findings: vec![finding(&rules::sch::SHAPE, entry, Place::Value(Pointer::ROOT))],
    }
}

/// Every member name that a document of the standard may have, in order.
pub(crate) fn member_names() -> Vec<String> {
    fn collect(schema: &Value, names: &mut Vec<String>) {
        match schema {
            Value::Object(members) => {
                if let Some(Value::Object(properties)) = members.get("properties") {
                    names.extend(properties.keys().cloned());
                }
                members.values().for_each(|inner| collect(inner, names));
            }
            Value::Array(elements) => elements.iter().for_each(|inner| collect(inner, names)),
            _ => {}
        }
    }
    let mut names = Vec::new();
    for document_type in DocumentType::ALL {
        collect(&model::schema_of(*document_type), &mut names);
    }
    names.sort();
    names.dedup();
    names
}

fn finding(rule: &'static Rule, entry: Option<usize>, at: Place) -> Finding {
    Finding { rule, outcome: FindingOutcome::Fail, entry, at, params: Vec::new() }
}
