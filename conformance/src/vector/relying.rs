//! Vectors of directories: on which of those that are offered a reader relies, and what that means for a signature.

use base64ct::{Base64, Encoding};
use serde_json::{Value, json};
use tongzhou::rules::{Change, Example, Expect};

use super::{
    Area, DirectoryInput, Expected, Finding, FindingOutcome, Input, Operation, Provenance, ProvenanceKind,
    Sign, Stage, VERSION, Vector, Verdict, check,
    set::{Blobs, VectorError},
    source::{Case, Source, requirements, text},
};
use crate::fixture::{example::ShippedCase, versions};

/// Readers that are offered one directory after the other.
pub(super) fn vectors() -> Result<Vec<Vector>, VectorError> {
    let source = source();
    let file = source.read(CASES)?;
    let vector = |(number, case): (usize, &Value)| {
        let expected = source.list(case, "expected")?;
        let offered = source.list(case, "offered")?.iter().map(|offer| offered(&source, offer));
        let refused = expected.iter().any(|step| step.get("refused").is_some());
        Ok(source.vector(Case {
            id: format!("directory-{number}"),
            operation: Operation::Rely,
            sign: if refused { Sign::Negative } else { Sign::Positive },
            requirements: requirements(case),
            cause: (source.text(case, "name")?.to_owned(), source.text(case, "titleZh")?.to_owned()),
            flags: expected.iter().filter_map(|step| text(step, "refused")).map(flag).collect(),
            given: json!({
                "board": text(case, "board").map_or_else(|| source.text(&file, "board"), Ok)?,
                "offered": offered.collect::<Result<Vec<_>, _>>()?,
            }),
            expected: json!({ "steps": expected }),
        }))
    };
    (1..).zip(source.list(&file, "readers")?).map(vector).collect()
}

/// Packages signed by a member, checked with directories that say something else of it.
pub(super) fn checks(blobs: &mut Blobs) -> Result<Vec<Vector>, VectorError> {
    let source = source();
    let file = source.read(CASES)?;
    let case = ShippedCase::named(PACKAGE)?;
    let signed =
        Example { case: PACKAGE, entry: case.whole(), change: Change::Bytes("signed"), expect: Expect::Pass };
    let mut vectors = Vec::new();
    for (number, told) in (1..).zip(source.list(&file, "packages")?) {
        let name = source.text(told, "directory")?;
        let version = versions::version(name).ok_or_else(|| source.form())?;
        let finding = text(told, "code").map(|code| Finding {
            code: code.to_owned(),
            outcome: FindingOutcome::Fail,
            entry: Some(SIGNATURE.to_owned()),
            pointer: None,
        });
        let directory = DirectoryInput {
            document: blobs.add(version.directory),
            signatures: blobs.add(version.signatures),
            board: source.text(&file, "board")?.to_owned(),
        };
        vectors.push(Vector {
            id: format!("directory-signature-{number}"),
            since: VERSION,
            operation: Operation::Check,
            area: Area::Signature,
            stage: Stage::Rules,
            sign: if finding.is_some() { Sign::Negative } else { Sign::Positive },
            requirements: requirements(told),
            cause: source.text(told, "name")?.to_owned(),
            cause_zh: source.text(told, "titleZh")?.to_owned(),
            flags: Vec::new(),
            input: Input { directory: Some(directory), ..check::input(&case, &signed, blobs)? },
            expected: Expected {
                verdict: Some(if finding.is_some() { Verdict::Refused } else { Verdict::Accepted }),
                finding,
                ..Expected::default()
            },
            provenance: Provenance::new(ProvenanceKind::ByHand, source.from, source.file),
        });
    }
    Ok(vectors)
}

fn source() -> Source {
    Source {
        file: "conformance/vectors/directories/cases.json",
        area: Area::Signature,
        stage: Stage::Rules,
        kind: ProvenanceKind::ByHand,
        from: "docs/spec/directory.md",
    }
}

/// A directory as it is offered, at an instant.
fn offered(source: &Source, offer: &Value) -> Result<Value, VectorError> {
    let version = versions::version(source.text(offer, "directory")?).ok_or_else(|| source.form())?;
    Ok(json!({
        "directory": Base64::encode_string(&version.directory),
        "signatures": Base64::encode_string(&version.signatures),
        "at": source.text(offer, "at")?,
    }))
}

fn flag(reason: &str) -> String {
    format!("directory-{reason}")
}

const CASES: &str = include_str!("../../vectors/directories/cases.json");
/// The case whose package is signed, and where the signature of its sender lies.
const PACKAGE: &str = "emergency";
const SIGNATURE: &str = "signatures/8117749e58e2aaf4d498cd85f930b1bd.jws.json";
