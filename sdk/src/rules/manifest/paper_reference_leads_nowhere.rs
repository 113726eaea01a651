//! Every paper to which a part of the application points must be described in the application.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, references},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-129",
    slug: "paper-reference-leads-nowhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-128"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "引用的材料不在材料清单里",
        message: "这里引用的材料，申请的材料清单里没有。",
        why: "找不到材料，这一项就没有依据。",
        help: "请在材料清单里补上这份材料，或者改成正确的标识号。",
    },
    en: Words {
        title: "A reference to a paper leads nowhere",
        message: "The paper pointed to here is not in the application's list of papers.",
        why: "Without the paper nothing proves this.",
        help: "Add the paper to the list, or correct the id.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/diagnoses/0/evidenceDocumentIds", "value": ["019a0000-0000-7000-8000-0000000000e1"]}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/evidenceDocumentIds/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    references::papers(application, &mut |id, at| {
        sink.seen();
        if !application.documents.iter().any(|paper| paper.document_id == *id) {
            sink.fail(at());
        }
    });
}
