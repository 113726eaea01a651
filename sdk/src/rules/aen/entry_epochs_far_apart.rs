//! The tokens of an aid entry should be of one epoch or of two that follow each other.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-008",
    slug: "entry-epochs-far-apart",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AEN-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "令牌的密钥周期相差太远",
        message: "令牌属于相隔较远的密钥周期。",
        why: "换钥期间只同时查新旧两个周期，更早的令牌查不到。",
        help: "请用现行周期的密钥重新计算令牌。",
    },
    en: Words {
        title: "The tokens are of epochs far apart",
        message: "Some tokens belong to epochs that do not follow each other.",
        why: "While keys change, only the old and the new epoch are searched; older tokens are not found.",
        help: "Compute the tokens again with the keys of the present epoch.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/tokens/1/epoch", "value": 2}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/tokens/1/epoch", "value": 1}]"#),
            expect: Expect::Fail("/tokens"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let epochs = || entry.tokens.iter().map(|token| token.epoch.get());
    let (Some(first), Some(last)) = (epochs().min(), epochs().max()) else { return };
    sink.seen();
    if last - first > 1 {
        sink.fail(pointer!["tokens"]);
    }
}
