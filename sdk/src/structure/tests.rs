//! The stage where the checker itself is at a loss, which no document can bring about.

use std::sync::LazyLock;

use serde_json::json;

use super::*;

/// An engine that accepts whatever it is given, as if the typed reading alone had refused.
static PERMISSIVE: LazyLock<Engine> = LazyLock::new(|| Engine::compile(json!({}), Version::LOWEST));
/// An engine whose schema cannot be compiled.
static BROKEN: LazyLock<Engine> = LazyLock::new(|| Engine::compile(json!({ "type": 7 }), Version::LOWEST));
/// An engine that refuses for a cause without words.
static WORDLESS: LazyLock<Engine> =
    LazyLock::new(|| Engine::compile(json!({ "minProperties": 9 }), Version::LOWEST));

fn said(engine: &'static Engine) -> (FindingOutcome, &'static str) {
    let findings = explain_shape(engine, json!({}), "{}", None);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    (finding.outcome, finding.rule.slug)
}

#[test]
fn two_readings_that_disagree_give_no_verdict() {
    assert_eq!(said(&PERMISSIVE), (FindingOutcome::CouldNotCheck, "readings-disagree"));
}

#[test]
fn an_engine_that_fails_gives_no_verdict() {
    assert_eq!(said(&BROKEN), (FindingOutcome::CouldNotCheck, "readings-disagree"));
}

#[test]
fn a_refusal_without_words_is_still_a_refusal() {
    assert_eq!(said(&WORDLESS), (FindingOutcome::Fail, "shape-unexplained"));
}

#[test]
fn every_message_about_an_archive_is_filled() {
    use crate::{
        package::{fault::FaultKind, limits},
        text::Lang,
    };
    for kind in FaultKind::ALL {
        let fault = ArchiveFault { kind: *kind, offset: 7, entry: Some(2) };
        let finding = archive_refused(fault, None, &limits::Limits::STANDARD);
        for lang in [Lang::ZhCn, Lang::En] {
            let message = finding.message(lang);
            assert!(!message.contains(['{', '}', '?']), "{message}");
        }
        if finding.rule.en.message.contains("{entry}") {
            assert!(
                finding.message(Lang::En).contains("ntry 3 ")
                    || finding.message(Lang::En).contains("ecord 3 ")
            );
        }
    }
}
