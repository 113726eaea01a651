//! Why something could not be read or has not its shape, in findings: the stages before the rules.
//!
//! Nothing here runs for an input that is as it should be, except `text`. Where the typed reading refused a
//! document, it is read again as plain JSON and held against its published schema, and what the schema engine
//! says is put into our words. Should the two readings not agree, no verdict is given.
//!
//! ```
//! use tongzhou::structure;
//!
//! assert!(!structure::accepts(r#"{"standard": "tongzhou", "documentType": "receipt"}"#));
//! assert!(structure::accepts(
//!     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
//!     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "prepayment"}"#,
//! ));
//! ```

mod bound;
mod closest;
mod engine;
mod header;
mod mismatch;
#[cfg(test)]
mod tests;

use serde_json::Value;

use crate::{
    code::{Code, lists::DocumentType},
    fault,
    finding::{Finding, FindingOutcome, Param, Params, Place},
    json::{self, Fault},
    limits::Limits,
    model::{Deprecated, Typed, Version},
    package::{self, fault::Fault as ArchiveFault},
    pointer::Pointer,
    rules::{self, Rule},
    sealing::SealFault,
};

use self::{
    bound::bound,
    mismatch::{EngineFailed, mismatches},
};

pub(crate) use self::{
    closest::closest,
    engine::{Engine, member_name},
};

/// What keeps a text from being a document of the standard.
#[derive(Debug)]
pub(crate) struct Explained {
    /// Whether it is JSON at all.
    pub(crate) readable: bool,
    /// What is wrong.
    pub(crate) findings: Vec<Finding>,
}

/// Why bytes are no JSON text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Unreadable {
    /// There are more bytes than this.
    TooLarge(usize),
    /// They are not I-JSON.
    Json(Fault),
}

/// Whether `text` is a document of the standard by its published schema alone: I-JSON, of a known version and type,
/// and of the shape that the JSON Schema of that type in that version describes.
///
/// This is the slow way to the verdict that [`crate::model::Typed::read`] gives in one pass; the two must agree
/// on every text, and tests hold them to it.
///
/// ```
/// assert!(!tongzhou::structure::accepts(r#"{"standard": "tongzhou", "documentType": "receipt"}"#));
/// ```
pub fn accepts(text: &str) -> bool {
    let document: Value = match json::text_of(text.as_bytes()).and_then(json::from_str) {
        Ok(document) => document,
        Err(_) => return false,
    };
    let text = |member| document.get(member).and_then(Value::as_str);
    text("documentType")
        .and_then(DocumentType::from_code)
        .zip(text("standardVersion").and_then(Version::known))
        .and_then(|(document_type, version)| Engine::of(document_type, version).validator())
        .is_some_and(|validator| validator.is_valid(&document))
}

/// The bytes of a document as text.
pub(crate) fn text<'t>(bytes: &'t [u8], limits: &Limits) -> Result<&'t str, Unreadable> {
    if bytes.len() > limits.document_bytes + usize::from(fault::is("document-one-byte-too-large-taken")) {
        return Err(Unreadable::TooLarge(limits.document_bytes));
    }
    json::text_of(bytes).map_err(Unreadable::Json)
}

/// The finding for bytes that are no JSON text.
pub(crate) fn unreadable(why: Unreadable, entry: Option<usize>) -> Finding {
    let at = |offset| Place::Offset(Pointer::ROOT, offset);
    match why {
        Unreadable::TooLarge(limit) => {
            let mebibytes = limit.div_ceil(MIB);
            fail(&rules::jsn::TOO_LARGE, entry, at(limit), vec![("mebibytes", mebibytes.into())])
        }
        Unreadable::Json(fault) => match rules::jsn::rule_of(fault.kind) {
            Some(rule) => fail(rule, entry, at(fault.offset), vec![("levels", json::MAX_DEPTH.into())]),
            None => doubt(&rules::sch::DISAGREEMENT, entry, Pointer::ROOT),
        },
    }
}

/// The finding for an archive that is refused.
pub(crate) fn archive_refused(
    fault: ArchiveFault,
    entry: Option<usize>,
    limits: &package::limits::Limits,
) -> Finding {
    // People count from 1. A fault of one entry always knows which.
    let ordinal = fault.entry.map_or(Param::Word("?"), |ordinal| Param::from(ordinal.saturating_add(1)));
    let mebibytes = |bytes: u64| Param::from(bytes.div_ceil(MIB as u64));
    let params = vec![
        ("entry", ordinal),
        ("offset", fault.offset.into()),
        ("archive", mebibytes(limits.archive)),
        ("entries", limits.entries.into()),
        ("directory", mebibytes(limits.directory)),
        ("json", mebibytes(limits.json)),
        ("paper", mebibytes(limits.paper)),
        ("total", mebibytes(limits.total)),
        ("documents", mebibytes(limits.json_total)),
        ("ratio", limits.ratio.into()),
    ];
    fail(rules::pkg::archive::rule_of(fault.kind), entry, Place::Whole, params)
}

/// The finding for a sealed package that does not open with the keys that were given.
pub(crate) fn seal_refused(fault: SealFault) -> Finding {
    match fault {
        SealFault::OtherKeys => unopened(&rules::sig::sealed::SEALED_FOR_OTHER_KEYS),
        fault => {
            let reason = Param::Titled(rules::sig::sealed::reason(fault));
            fail(&rules::sig::sealed::SEAL_REFUSED, None, Place::Whole, vec![("reason", reason)])
        }
    }
}

/// The finding for a sealed package for which no key was given.
pub(crate) fn sealed_without_key() -> Finding {
    unopened(&rules::sig::sealed::KEY_NOT_GIVEN)
}

fn unopened(rule: &'static Rule) -> Finding {
    let outcome = FindingOutcome::CouldNotCheck;
    Finding { rule, outcome, entry: None, at: Place::Whole, params: Vec::new() }
}

/// Why `text`, which the typed reading refused, is no document of the standard: in full, and never without a
/// finding.
pub(crate) fn explain(text: &str, entry: Option<usize>) -> Explained {
    let document: Value = match json::from_str(text) {
        Ok(document) => document,
        Err(fault) => {
            return Explained { readable: false, findings: vec![unreadable(Unreadable::Json(fault), entry)] };
        }
    };
    let findings = match header::read(&document) {
        Ok((document_type, version)) => {
            explain_shape(Engine::of(document_type, version), document, text, entry)
        }
        Err(stop) if stop.rule.code == rules::sch::UNSUPPORTED_VERSION.code => {
            vec![doubt(stop.rule, entry, stop.at)]
        }
        Err(stop) => vec![fail(stop.rule, entry, Place::Value(stop.at), stop.params)],
    };
    Explained { readable: true, findings }
}

/// Why `text`, which a typed reading refused, has not the shape of `engine`'s schema: for a text that people write
/// and that is no document of the standard. Without a finding where nothing can be told for certain.
pub(crate) fn explain_other(engine: &'static Engine, text: &str) -> Vec<Finding> {
    let mut findings = match json::from_str(text) {
        Ok(document) => explain_shape(engine, document, text, None),
        Err(fault) => vec![unreadable(Unreadable::Json(fault), None)],
    };
    findings.retain(|finding| finding.outcome == FindingOutcome::Fail);
    findings
}

fn explain_shape(
    engine: &'static Engine,
    mut document: Value,
    text: &str,
    entry: Option<usize>,
) -> Vec<Finding> {
    let disagreement = || vec![doubt(&rules::sch::DISAGREEMENT, entry, Pointer::ROOT)];
    match engine.validator() {
        Some(validator) if !validator.is_valid(&document) => {}
        _ => return disagreement(),
    }
    bound(&mut document);
    match mismatches(engine, &document, text) {
        Err(EngineFailed) => disagreement(),
        Ok(found) if found.is_empty() => {
            vec![fail(&rules::sch::UNEXPLAINED, entry, Place::Value(Pointer::ROOT), Vec::new())]
        }
        Ok(found) => found.into_iter().map(|one| fail(one.rule, entry, one.at, one.params)).collect(),
    }
}

/// What `typed` holds that is deprecated, whatever version it declares: since a sender declares the lowest that can
/// hold the document, the version that deprecated it is mostly a later one.
pub(crate) fn deprecated(typed: &Typed<'_>, entry: Option<usize>) -> Vec<Finding> {
    let found = typed.deprecated().into_iter();
    found
        .map(|Deprecated { at, since }| {
            let params = vec![("version", Param::Word(since.text()))];
            fail(&rules::sch::DEPRECATED, entry, Place::Value(at), params)
        })
        .collect()
}

/// The finding that `rule` fails; of the parameters those that its message speaks of.
fn fail(rule: &'static Rule, entry: Option<usize>, at: Place, mut params: Params) -> Finding {
    params.retain(|(name, _)| rule.zh.message.contains(&format!("{{{name}}}")));
    Finding { rule, outcome: FindingOutcome::Fail, entry, at, params }
}

fn doubt(rule: &'static Rule, entry: Option<usize>, at: Pointer) -> Finding {
    let at = Place::Value(at);
    Finding { rule, outcome: FindingOutcome::CouldNotCheck, entry, at, params: Vec::new() }
}

const MIB: usize = 1 << 20;
