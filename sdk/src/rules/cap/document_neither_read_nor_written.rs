//! A listed document must be read or written.

use crate::{
    code::lists::{Ask, Severity},
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-009",
    slug: "document-neither-read-nor-written",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "列出的文件既不能读也不能写",
        message: "这种文件既没有写能读取，也没有写能产生。",
        why: "列了等于没列，对方不知道能不能发。",
        help: "请填“能否读取”“能否产生”，或者去掉这一条。",
    },
    en: Words {
        title: "A document is listed that is neither read nor written",
        message: "It is said neither that it is read nor that it is written.",
        why: "Others cannot tell whether to send it.",
        help: "Say whether it is read and whether it is written, or leave it out.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/documents/5/writes"}]"#),
            expect: Expect::Fail("/documents/5"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, document) in capability.documents.iter().enumerate() {
        sink.seen();
        if document.reads != Some(true) && document.writes != Some(true) {
            sink.fail(pointer!["documents", index]);
        }
    }
}
