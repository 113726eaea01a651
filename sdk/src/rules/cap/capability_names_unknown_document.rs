//! A capability should name documents of the standard.

use crate::{
    code::{
        Code,
        lists::{Ask, DocumentType, Severity},
    },
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-002",
    slug: "capability-names-unknown-document",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CAP-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "标准里没有这种文件",
        message: "这个文件类型不在标准的文件类型表里。",
        why: "对方不认识这种类型，就不会发给你。",
        help: "请核对文件类型的代码；属于更新版本的文件，等标准发布后再列。",
    },
    en: Words {
        title: "The standard has no such document",
        message: "This type is not in the list of document types.",
        why: "Others do not know the type, and will not send it.",
        help: "Check the code of the type; a document of a later version is listed once that is out.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/documents/5/documentType", "value": "aid-summary"}]"#,
            ),
            expect: Expect::Fail("/documents/5/documentType"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, document) in capability.documents.iter().enumerate() {
        sink.seen();
        if DocumentType::from_code(document.document_type.as_str()).is_none() {
            sink.fail(pointer!["documents", index, "documentType"]);
        }
    }
}
