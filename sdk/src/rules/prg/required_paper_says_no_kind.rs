//! A required paper must say what it is.

use crate::{
    code::lists::{Ask, DocumentKind, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-028",
    slug: "required-paper-says-no-kind",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写要什么材料",
        message: "这一项所需材料没有写类别，或者只写了“其他材料”而没有说明。",
        why: "家庭不知道该准备什么。",
        help: "请选择材料类别；表里没有的选“其他材料”，并在“公布的原文”里写清楚。",
    },
    en: Words {
        title: "It is not said which paper is needed",
        message: "A required paper names no kind, or only another paper without words.",
        why: "The family would not know what to prepare.",
        help: "Choose the kind; where the list has none, choose other and write the announced words.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/requiredDocuments/2/kinds", "value": ["other"]}]"#,
            ),
            expect: Expect::Fail("/requiredDocuments/2/kinds"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in programme.required_documents.iter().enumerate() {
        sink.seen();
        let other = paper.kinds.contains(&DocumentKind::Other) && paper.words.is_none();
        if paper.kinds.is_empty() || other {
            sink.fail(pointer!["requiredDocuments", index, "kinds"]);
        }
    }
}
