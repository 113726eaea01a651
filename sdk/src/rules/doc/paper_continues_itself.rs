//! A paper must not continue itself.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-034",
    slug: "paper-continues-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DOC-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "材料写着接续它自己",
        message: "“接续材料”填成了这份材料自己。",
        why: "拆成几份的材料，要知道哪份在前、哪份在后。",
        help: "请填写前一份材料的标识号。",
    },
    en: Words {
        title: "A paper continues itself",
        message: "It names itself as the paper that it continues.",
        why: "Of a paper in parts one must know which comes first.",
        help: "Give the id of the part before it.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/documents/0/documentId", "path": "/documents/1/continuesDocumentId"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "copy", "from": "/documents/0/documentId", "path": "/documents/0/continuesDocumentId"}]"#,
            ),
            expect: Expect::Fail("/documents/0/continuesDocumentId"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        let Some(before) = &paper.continues_document_id else { continue };
        sink.seen();
        if *before == paper.document_id {
            sink.fail(pointer!["documents", index, "continuesDocumentId"]);
        }
    }
}
