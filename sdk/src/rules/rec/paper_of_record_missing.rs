//! A paper that a record names should be in the package, unless something was left out of it on purpose.

use crate::{
    code::lists::{Ask, DocumentType, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REC-001",
    slug: "paper-of-record-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-REC-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Sender],
    zh: Words {
        title: "记录里提到的材料不在包里",
        message: "这份记录提到一份材料，资料包里找不到。",
        why: "看记录的人看不到凭证，只能再来要。",
        help: "请把这份材料放进资料包；不便提供的，做成删减后的资料包。",
    },
    en: Words {
        title: "A paper that a record names is missing",
        message: "The record names a paper that is not in the package.",
        why: "Who reads the record cannot see it, and has to ask.",
        help: "Put the paper in, or make a package that leaves things out on purpose.",
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
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/agreement/documentId", "value": "019a0000-0000-7000-8000-0000000008e5"}]"#,
            ),
            expect: Expect::Fail("/agreement/documentId"),
        },
    ],
};

fn check(text: &Text<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // What an application names is told by rules of its own.
    let names = ["documentId", "documentIds", "evidenceDocumentIds", "changeDocumentId"]
        .contains(&text.trail.member());
    if !names || text.trail.document_type() == DocumentType::Application || !case.is_complete() {
        return;
    }
    sink.seen();
    if !case.has_paper(text.text) {
        sink.fail(text.trail.pointer());
    }
}
