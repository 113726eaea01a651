//! What builders make at random: a document of every type is sound for everybody, or is not made.
//!
//! 30 documents of each type in each manner by default, 1,000 in the project's own checks. For the long run:
//! `TONGZHOU_BUILT=100000 cargo test --release -p tongzhou-conformance --test it built -- --nocapture`.
//! Printed is how many documents of each type were made, by which rules the others were refused, and how many members
//! stood in those that were filled in with care; of 200 and more, every member has to but those of [`OUT_OF_REACH`].

mod members;
mod packages;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use jsonschema::Validator;
use serde_json::Value;
use tongzhou::{
    build::Sound,
    code::{
        Code,
        lists::{DocumentType, Severity},
    },
    model::{self, StandardDocument},
    report::PlacedFinding,
    structure,
    validate::{self, Answer, Options},
};
use tongzhou_conformance::{
    fixture::built::{Made, Maker, Manner, as_of},
    random::Random,
};

use members::Members;

/// Members that no sound document has, and why.
const OUT_OF_REACH: &[(&str, &str)] =
    &[(".withdrawal", "nobody may act on a consent that was withdrawn"), ("Withdrawal.", "the same")];

#[test]
fn what_is_filled_in_with_care_is_made_and_is_sound_for_everybody() {
    let mut faults = Vec::new();
    for kind in &*KINDS {
        let (made, refused, members) = run(kind, Manner::Plausible);
        println!("{}: {made} of {} made, refused for {refused:?}", kind.name(), count());
        if made * 100 < count() * 95 {
            faults.push(format!("{}: only {made} of {} are made: {refused:?}", kind.name(), count()));
        }
        let excused = |member: &str| OUT_OF_REACH.iter().any(|(known, _)| member.starts_with(known));
        let missed: Vec<_> = members.missed().into_iter().filter(|member| !excused(member)).collect();
        println!("  {} of {} members", members.len() - members.missed().len(), members.len());
        if count() >= 200 && !missed.is_empty() {
            faults.push(format!("{}: {missed:?} never stood in a document", kind.name()));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn after_a_slip_of_the_hand_it_is_sound_or_not_made() {
    let mut noticed = 0;
    for kind in &*KINDS {
        let (made, refused, _) = run(kind, Manner::Disturbed);
        println!("{}: {made} of {} made, refused for {refused:?}", kind.name(), count());
        noticed += count() - made;
    }
    println!("{noticed} slips noticed");
    assert!(noticed * 8 > count() * KINDS.len(), "hardly any slip is noticed");
}

#[test]
fn whatever_is_filled_in_it_is_sound_or_not_made() {
    for kind in &*KINDS {
        let (made, refused, _) = run(kind, Manner::Wild);
        println!("{}: {made} of {} made, refused by {} rules", kind.name(), count(), refused.len());
    }
}

/// Makes documents of one type, holds each to what was promised, and tells how many were made, by which rules the
/// others were refused and how often, and which members stood in them.
fn run(kind: &Kind, manner: Manner) -> (usize, BTreeMap<&'static str, usize>, Members) {
    let schema = model::schema_of(kind.document_type);
    let judge = jsonschema::validator_for(&schema).unwrap();
    let mut members = Members::new(schema);
    let mut maker = Maker::new(Random::new(20_260_916), manner);
    let (mut made, mut refused) = (0, BTreeMap::new());
    let mut strange = BTreeSet::new();
    for number in 0..count() {
        let outcome = (kind.make)(&mut maker);
        let show = || format!("{} {number}: {}", kind.name(), String::from_utf8_lossy(&outcome.bytes));
        match hold(&outcome, &judge, kind.document_type) {
            Ok(codes) if codes.is_empty() => {
                made += 1;
                strange.extend(members.note(&serde_json::from_slice(&outcome.bytes).unwrap()));
            }
            Ok(codes) => {
                for code in codes {
                    *refused.entry(code).or_default() += 1;
                }
            }
            Err(why) => panic!("{why}: {}", show()),
        }
    }
    assert!(strange.is_empty(), "{}: sound documents hold {strange:?}", kind.name());
    (made, refused, members)
}

/// Holds a document that was made, or not, to what the builders promise; the rules by which it was refused.
fn hold(
    outcome: &Outcome,
    judge: &Validator,
    document_type: DocumentType,
) -> Result<BTreeSet<&'static str>, String> {
    let bytes = &outcome.bytes;
    let document: Value = serde_json::from_slice(bytes).map_err(|error| format!("no JSON ({error})"))?;
    // Whatever becomes of it, a builder makes nothing that is not of its schema.
    if document["documentType"] != document_type.code() || !judge.is_valid(&document) {
        return Err("not of its schema".to_owned());
    }
    if !std::str::from_utf8(bytes).is_ok_and(structure::accepts) {
        return Err("the structure is not accepted".to_owned());
    }
    let fresh = validate::document(bytes, &options());
    match (&outcome.refused, fresh.answer()) {
        (None, Answer::Sound) if said(&fresh.findings) == outcome.said => Ok(BTreeSet::new()),
        (None, _) => Err(format!("made, and others find {:?}", said(&fresh.findings))),
        (Some(_), Answer::Sound) => Err("refused, and others find no error".to_owned()),
        (Some(told), _) => {
            let errors = errors(&fresh.findings);
            let untold: Vec<_> = errors.iter().filter(|code| !told.contains(**code)).collect();
            match errors.is_empty() || !untold.is_empty() || errors != outcome.errors {
                true => Err(format!("refused as {told:?}, and others find {errors:?}")),
                false => Ok(errors),
            }
        }
    }
}

/// What became of a document.
struct Outcome {
    /// The document as text, by the library if it was made.
    bytes: Vec<u8>,
    /// Why it was refused, in one line.
    refused: Option<String>,
    /// What was said of it, by code and place.
    said: Vec<(&'static str, String)>,
    errors: BTreeSet<&'static str>,
}

fn make<D: StandardDocument + Made + Clone>(maker: &mut Maker) -> Outcome {
    let document: D = maker.document();
    let mut plain = document.clone();
    match Sound::new(document, &options()) {
        Ok(sound) => Outcome {
            bytes: sound.bytes().to_vec(),
            refused: None,
            said: said(sound.findings()),
            errors: BTreeSet::new(),
        },
        Err(unsound) => {
            plain.declare_lowest_version();
            Outcome {
                bytes: serde_json::to_vec(&plain).unwrap(),
                refused: Some(unsound.to_string()),
                said: said(&unsound.checked.findings),
                errors: errors(&unsound.checked.findings),
            }
        }
    }
}

fn said(findings: &[PlacedFinding]) -> Vec<(&'static str, String)> {
    let pointer =
        |placed: &PlacedFinding| placed.pointer.as_ref().map(ToString::to_string).unwrap_or_default();
    findings.iter().map(|placed| (placed.finding.rule.code, pointer(placed))).collect()
}

fn errors(findings: &[PlacedFinding]) -> BTreeSet<&'static str> {
    let rules = findings.iter().map(|placed| placed.finding.rule);
    rules.filter(|rule| rule.severity == Severity::Error).map(|rule| rule.code).collect()
}

/// A document type and how one of it is made.
struct Kind {
    document_type: DocumentType,
    make: fn(&mut Maker) -> Outcome,
}

impl Kind {
    fn of<D: StandardDocument + Made + Clone>() -> Self {
        Self { document_type: D::TYPE, make: make::<D> }
    }

    fn name(&self) -> &'static str {
        self.document_type.code()
    }
}

#[test]
fn every_document_type_has_its_builder_tried() {
    let tried: BTreeSet<_> = KINDS.iter().map(|kind| kind.document_type).collect();
    assert_eq!(tried, DocumentType::ALL.iter().copied().collect());
}

static KINDS: LazyLock<[Kind; 16]> = LazyLock::new(|| {
    [
        Kind::of::<model::AidEntry<'static>>(),
        Kind::of::<model::AidRecord<'static>>(),
        Kind::of::<model::AidReport<'static>>(),
        Kind::of::<model::Application<'static>>(),
        Kind::of::<model::Capability<'static>>(),
        Kind::of::<model::Consent<'static>>(),
        Kind::of::<model::Decision<'static>>(),
        Kind::of::<model::Directory<'static>>(),
        Kind::of::<model::EconomicVerification<'static>>(),
        Kind::of::<model::Manifest<'static>>(),
        Kind::of::<model::Member<'static>>(),
        Kind::of::<model::Programme<'static>>(),
        Kind::of::<model::Receipt<'static>>(),
        Kind::of::<model::Referral<'static>>(),
        Kind::of::<model::Suspicion<'static>>(),
        Kind::of::<model::ValidationReport<'static>>(),
    ]
});

fn count() -> usize {
    static COUNT: LazyLock<usize> = LazyLock::new(|| {
        std::env::var("TONGZHOU_BUILT").ok().and_then(|text| text.parse().ok()).unwrap_or(30)
    });
    *COUNT
}

fn options() -> Options<'static> {
    Options::on(as_of())
}
