//! Two descriptions must not have the same id.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-004",
    slug: "paper-described-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "同一份材料说明了两次",
        message: "两条说明用了同一个材料标识号。",
        why: "其他地方引用这份材料时，分不清指的是哪一条。",
        help: "请合并成一条；如果是两份材料，请给其中一份换一个标识号。",
    },
    en: Words {
        title: "A paper is described twice",
        message: "Two descriptions have the same id.",
        why: "Where other parts point to it, nobody can tell which is meant.",
        help: "Make one of them; if they are two papers, give one of them another id.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "copy", "from": "/documents/0", "path": "/documents/-"}]"#),
            expect: Expect::Fail("/documents/17/documentId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        sink.seen();
        if application.documents.iter().take(index).any(|earlier| earlier.document_id == paper.document_id) {
            sink.fail(pointer!["documents", index, "documentId"]);
        }
    }
}
