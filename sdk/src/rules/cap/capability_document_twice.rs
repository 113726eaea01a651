//! A document type must be listed once.

use crate::{
    code::lists::{Ask, Severity},
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-003",
    slug: "capability-document-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "同一种文件列了两次",
        message: "这个文件类型前面已经列过。",
        why: "两处写得不一样时，不知道以哪处为准。",
        help: "请合并成一条。",
    },
    en: Words {
        title: "A document type is listed twice",
        message: "This type was listed before.",
        why: "Where the two differ nobody knows which one holds.",
        help: "Join them into one.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/documents/5/documentType", "value": "consent"}]"#,
            ),
            expect: Expect::Fail("/documents/5/documentType"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, document) in capability.documents.iter().enumerate() {
        sink.seen();
        let earlier = capability.documents.iter().take(index);
        if earlier.into_iter().any(|earlier| earlier.document_type == document.document_type) {
            sink.fail(pointer!["documents", index, "documentType"]);
        }
    }
}
