//! Vectors of shipped documents with one change, beside the examples of the rules.

use serde_json::Value;

use super::{
    Area, Content, Expected, Finding, FindingOutcome, Input, Operation, Provenance, ProvenanceKind, Sign,
    Stage, VERSION, Vector, Verdict,
    set::{Blobs, VectorError},
    source::{requirements, text},
};
use crate::{fixture::example::AS_OF, table};

pub(super) fn vectors(blobs: &mut Blobs) -> Result<Vec<Vector>, VectorError> {
    let file: Value = serde_json::from_str(CASES).map_err(|_| VectorError::Form(FILE))?;
    let cases = file.get("cases").and_then(Value::as_array).ok_or(VectorError::Form(FILE))?;
    let vectors = (1..).zip(cases).map(|(number, case)| vector(number, case, blobs));
    vectors.map(|vector| vector.ok_or(VectorError::Form(FILE))).collect()
}

fn vector(number: usize, case: &Value, blobs: &mut Blobs) -> Option<Vector> {
    let owned = |name: &str| text(case, name).map(str::to_owned);
    let shown = requirements(case);
    let pages = table::pages(&shown.iter().map(String::as_str).collect::<Vec<_>>());
    Some(Vector {
        id: format!("document-case-{number}"),
        since: VERSION,
        operation: Operation::Check,
        area: Area::Structure,
        stage: Stage::Shape,
        sign: Sign::Negative,
        requirements: shown,
        cause: owned("name")?,
        cause_zh: owned("titleZh")?,
        flags: Vec::new(),
        input: Input {
            content: Some(Content::Document { sha256: blobs.add(changed(case)?) }),
            as_of: Some(AS_OF.to_owned()),
            ..Input::default()
        },
        expected: Expected {
            verdict: Some(Verdict::Refused),
            finding: Some(Finding {
                code: owned("code")?,
                outcome: FindingOutcome::Fail,
                entry: None,
                pointer: owned("pointer"),
            }),
            ..Expected::default()
        },
        provenance: Provenance::new(ProvenanceKind::ByHand, pages, FILE),
    })
}

/// The document with its change.
fn changed(case: &Value) -> Option<Vec<u8>> {
    let file = format!("{}.json", text(case, "example")?);
    let shipped = tongzhou_schema::EXAMPLES.iter().find(|(path, _)| *path == file)?.1;
    let mut document: Value = serde_json::from_slice(shipped).ok()?;
    let patch: json_patch::Patch = serde_json::from_value(case.get("patch")?.clone()).ok()?;
    json_patch::patch(&mut document, &patch).ok()?;
    serde_json::to_vec_pretty(&document).ok()
}

const FILE: &str = "conformance/vectors/documents/cases.json";
const CASES: &str = include_str!("../../vectors/documents/cases.json");
