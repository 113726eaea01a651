//! Vectors of checks: the examples of the rules, made.

use std::collections::{BTreeMap, BTreeSet};

use tongzhou::{
    code::{Code, lists::Severity},
    rules::{self, Change, Example, Expect, Rule, Stage as RuleStage},
};

use super::{
    Area, Content, DirectoryInput, EntryInput, Expected, Finding, FindingOutcome, Input, Operation,
    Provenance, ProvenanceKind, Sign, Stage, VERSION, Vector, Verdict, documents, relying,
    set::{Blobs, VectorError},
};
use crate::{
    fixture::{
        delivery::{self, Delivered},
        example::{AS_OF, ShippedCase},
    },
    table,
};

/// The vectors of every rule.
pub(super) fn vectors(blobs: &mut Blobs) -> Result<Vec<Vector>, VectorError> {
    let mut cases = BTreeMap::new();
    let mut vectors = Vec::new();
    for rule in rules::all() {
        for (number, example) in (1..).zip(rule.examples) {
            if is_case_as_it_is(example) || is_too_large_to_carry(example) {
                continue;
            }
            let case = match cases.entry(example.case) {
                std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::btree_map::Entry::Vacant(entry) => {
                    entry.insert(ShippedCase::named(example.case)?)
                }
            };
            vectors.push(Vector {
                id: format!("{}-{number}", rule.code),
                since: rule.since.parse().map_err(|_| VectorError::Since(rule.code))?,
                operation: Operation::Check,
                area: area(rule),
                stage: stage(rule),
                sign: sign(example),
                requirements: shown(rule, example),
                cause: rule.en.title.to_owned(),
                cause_zh: rule.zh.title.to_owned(),
                flags: vec![rule.slug.to_owned()],
                input: input(case, example, blobs)?,
                expected: expected(case, rule, example),
                provenance: Provenance::new(
                    ProvenanceKind::ByHand,
                    table::pages(rule.requirements),
                    format!("conformance/vectors/rules/{}.json", rule.code),
                ),
            });
        }
    }
    vectors.extend(shipped_cases(blobs)?);
    vectors.extend(shipped_documents(blobs));
    vectors.extend(documents::vectors(blobs)?);
    vectors.extend(relying::checks(blobs)?);
    Ok(vectors)
}

/// The requirements that the rule cites, and those on checks that an example with a finding shows besides.
fn shown(rule: &Rule, example: &Example) -> Vec<String> {
    let also = SHOWN_BESIDES.iter().filter(|(code, _)| *code == rule.code).map(|(_, id)| *id);
    // Of an error the verdict tells already how much it matters.
    let severity = (rule.severity != Severity::Error).then_some("REQ-VAL-003");
    let unchecked = matches!(example.expect, Expect::CouldNotCheck(_)).then_some("REQ-VAL-007");
    let besides = also.chain(severity).chain(unchecked).filter(|_| sign(example) == Sign::Negative);
    let mut ids: Vec<String> = rule.requirements.iter().copied().chain(besides).map(str::to_owned).collect();
    ids.dedup();
    ids
}

/// Every document of the shipped cases by itself, as it is: its shape is right.
fn shipped_documents(blobs: &mut Blobs) -> Vec<Vector> {
    let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(path, bytes)| {
        // What a package is made of beside its documents, and signatures, have no type.
        let document = path.strip_suffix(".json").filter(|path| !path.ends_with("packing"))?;
        (!document.ends_with(".jws")).then_some((document, *bytes))
    });
    let vector = |(document, bytes): (&str, &[u8])| Vector {
        id: format!("document-{}", document.replace('/', "-")),
        since: VERSION,
        operation: Operation::Check,
        area: Area::Structure,
        stage: Stage::Shape,
        sign: Sign::Positive,
        requirements: vec!["REQ-SCH-004".to_owned()],
        cause: format!("the shipped document {document}"),
        cause_zh: format!("随标准发布的文件 {document}"),
        flags: Vec::new(),
        input: Input {
            content: Some(Content::Document { sha256: blobs.add(bytes.to_vec()) }),
            as_of: Some(AS_OF.to_owned()),
            ..Input::default()
        },
        expected: Expected { verdict: Some(Verdict::Accepted), ..Expected::default() },
        provenance: shipped(),
    };
    files.map(vector).collect()
}

/// Every shipped case as it is: nothing is wrong with it.
fn shipped_cases(blobs: &mut Blobs) -> Result<Vec<Vector>, VectorError> {
    let names: BTreeSet<&str> =
        rules::all().iter().flat_map(|rule| rule.examples).map(|example| example.case).collect();
    let vector = |name: &'static str| {
        let case = ShippedCase::named(name)?;
        let example = Example { case: name, entry: case.whole(), change: Change::None, expect: Expect::Pass };
        Ok(Vector {
            id: format!("case-{name}"),
            since: VERSION,
            operation: Operation::Check,
            area: Area::Content,
            stage: Stage::Rules,
            sign: Sign::Positive,
            requirements: Vec::new(),
            cause: format!("the shipped case {name}"),
            cause_zh: format!("随标准发布的示例 {name}"),
            flags: Vec::new(),
            input: input(&case, &example, blobs)?,
            expected: Expected { verdict: Some(Verdict::Accepted), ..Expected::default() },
            provenance: shipped(),
        })
    };
    names.into_iter().map(vector).collect()
}

/// A shipped case as it is, which says the same of every rule: it is a vector of its own.
fn is_case_as_it_is(example: &Example) -> bool {
    matches!((&example.change, example.expect), (Change::None, Expect::Pass | Expect::NotApplicable))
}

/// Half a gibibyte is no vector.
fn is_too_large_to_carry(example: &Example) -> bool {
    matches!(example.change, Change::Bytes(TOO_LARGE_TO_CARRY))
}

fn area(rule: &Rule) -> Area {
    match (rule.area(), rule.stage()) {
        (_, Some(RuleStage::Seal)) | ("SIG" | "DIR", _) => Area::Signature,
        (_, Some(RuleStage::Archive)) | ("PKG" | "REC", _) => Area::Package,
        (_, Some(RuleStage::Text | RuleStage::Shape)) => Area::Structure,
        (_, None) => Area::Content,
    }
}

fn stage(rule: &Rule) -> Stage {
    match rule.stage() {
        Some(RuleStage::Seal) => Stage::Seal,
        Some(RuleStage::Archive) => Stage::Archive,
        Some(RuleStage::Text) => Stage::Text,
        Some(RuleStage::Shape) => Stage::Shape,
        None => Stage::Rules,
    }
}

fn sign(example: &Example) -> Sign {
    match example.expect {
        Expect::Pass | Expect::NotApplicable => Sign::Positive,
        Expect::Fail(_) | Expect::FailIn(..) | Expect::CouldNotCheck(_) => Sign::Negative,
    }
}

pub(super) fn input(case: &ShippedCase, example: &Example, blobs: &mut Blobs) -> Result<Input, VectorError> {
    let delivered = match example.change {
        Change::Bytes(name) => Delivered::named(name),
        Change::None | Change::Patch(_) => None,
    };
    let content = match (case.entries(example.entry, &example.change)?, case) {
        (Some(entries), _) => Content::Entries {
            entries: entries
                .into_iter()
                .map(|(name, bytes)| EntryInput { name: name.to_string(), sha256: blobs.add(bytes) })
                .collect(),
        },
        (None, ShippedCase::Document(_)) => {
            Content::Document { sha256: blobs.add(case.changed(example.entry, &example.change)?) }
        }
        (None, ShippedCase::Package(_)) => {
            let sealed = delivered.and_then(|delivered| sealed(delivered.name));
            let bytes = sealed
                .map_or_else(|| case.changed(example.entry, &example.change), |bytes| Ok(bytes.to_vec()))?;
            Content::Package { sha256: blobs.add(bytes) }
        }
    };
    let directory = delivered.filter(|delivered| delivered.directory).and_then(|_| {
        let (document, signatures, board) = delivery::directory_for_checks()?;
        Some(DirectoryInput { document: blobs.add(document), signatures: blobs.add(signatures), board })
    });
    Ok(Input {
        content: Some(content),
        as_of: Some(AS_OF.to_owned()),
        directory,
        identity: delivered.and_then(|delivered| delivered.identity_text()).map(str::to_owned),
        value: None,
    })
}

/// What the text of a rule and its example say, and nothing that a program said.
fn expected(case: &ShippedCase, rule: &Rule, example: &Example) -> Expected {
    let found = |outcome, entry: &str, pointer: &str| {
        Some(Finding {
            code: rule.code.to_owned(),
            outcome,
            entry: case.name_of(entry),
            pointer: (!pointer.is_empty()).then(|| pointer.to_owned()),
        })
    };
    let finding = match example.expect {
        Expect::Pass | Expect::NotApplicable => None,
        Expect::Fail(pointer) => found(FindingOutcome::Fail, example.entry, pointer),
        Expect::FailIn(entry, pointer) => found(FindingOutcome::Fail, entry, pointer),
        Expect::CouldNotCheck(pointer) => found(FindingOutcome::CouldNotCheck, example.entry, pointer),
    };
    let verdict = match (&finding, rule.severity) {
        (Some(Finding { outcome: FindingOutcome::Fail, .. }), Severity::Error) => Verdict::Refused,
        (Some(Finding { outcome: FindingOutcome::CouldNotCheck, .. }), Severity::Error) => {
            Verdict::CouldNotCheck
        }
        _ => Verdict::Accepted,
    };
    // Whoever shows a withdrawal that is well dated shows a consent that does not hold any more.
    if finding.is_none() && WITHDRAWN.contains(&rule.code) {
        return Expected {
            verdict: Some(Verdict::Refused),
            finding: Some(Finding {
                code: "TZ-CNS-008".to_owned(),
                outcome: FindingOutcome::Fail,
                entry: case.name_of(example.entry),
                pointer: Some("/withdrawal".to_owned()),
            }),
            severity: Some(Severity::Error.code().to_owned()),
            absent: Some(rule.code.to_owned()),
            value: None,
        };
    }
    Expected {
        // Where a rule has nothing to look at, nothing is said of what others find.
        verdict: (!matches!(example.expect, Expect::NotApplicable)).then_some(verdict),
        absent: finding.is_none().then(|| rule.code.to_owned()),
        severity: finding.is_some().then(|| rule.severity.code().to_owned()),
        finding,
        value: None,
    }
}

/// Where it is from that nothing is wrong with what is shipped.
fn shipped() -> Provenance {
    Provenance::new(ProvenanceKind::ByHand, "docs/spec", "schema/v1.0/examples")
}

/// What the examples of a rule show beside what it cites.
const SHOWN_BESIDES: &[(&str, &str)] = &[
    // The pointer of a member that the standard does not name ends at its parent.
    ("TZ-SCH-011", "REQ-VAL-011"),
    // Of a package that a key signed before or after its time.
    ("TZ-SIG-004", "REQ-DIR-114"),
    ("TZ-SIG-005", "REQ-DIR-114"),
];
/// The mutation that makes half a gibibyte.
pub(crate) const TOO_LARGE_TO_CARRY: &str = "archive-too-large";
/// The rules that are shown on the moment of a withdrawal.
const WITHDRAWN: [&str; 3] = ["TZ-CNS-002", "TZ-CNS-009", "TZ-CNS-010"];

/// A sealed package, sealed once and for all: each time it is sealed the bytes are others.
fn sealed(delivered: &str) -> Option<&'static [u8]> {
    SEALED.iter().find(|(name, _)| *name == delivered).map(|(_, bytes)| *bytes)
}

macro_rules! sealed {
    ($($name:literal)*) => {
        &[$(($name, include_bytes!(concat!("../../vectors/sealed/", $name, ".tzpkg.age")))),*]
    };
}

/// The files of `conformance/vectors/sealed/`; `cargo run -p tongzhou-conformance --example seal_vectors` makes them.
const SEALED: &[(&str, &[u8])] = sealed!(
    "sealed"
    "sealed-unsigned"
    "sealed-for-others"
    "sealed-then-changed"
    "sealed-without-key"
    "sealed-for-other-key"
);
