//! A consent that a record names should be in the package, unless something was left out of it on purpose.

use crate::{
    code::lists::{Ask, DocumentType, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REC-002",
    slug: "consent-of-record-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-REC-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Sender],
    zh: Words {
        title: "记录依据的授权同意书不在包里",
        message: "这份记录依据的授权同意书，资料包里找不到。",
        why: "没有授权同意书，看不出家庭同意了什么。",
        help: "请把授权同意书放进资料包；不便提供的，做成删减后的资料包。",
    },
    en: Words {
        title: "A consent that a record names is missing",
        message: "The record rests on a consent that is not in the package.",
        why: "Without it nobody sees what the family agreed to.",
        help: "Put the consent in, or make a package that leaves things out on purpose.",
    },
    check: Check::Text(TextSort::Id, check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/consentIds/0", "value": "019a0000-0000-7000-8000-0000000008e6"}]"#,
            ),
            expect: Expect::Fail("/consentIds/0"),
        },
    ],
};

fn check(text: &Text<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // What an application names is told by rules of its own.
    let names = ["consentId", "consentIds"].contains(&text.trail.member());
    if !names || text.trail.document_type() == DocumentType::Application || !case.is_complete() {
        return;
    }
    sink.seen();
    if case.place_of(DocumentType::Consent, text.text).is_none() {
        sink.fail(text.trail.pointer());
    }
}
