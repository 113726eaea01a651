//! The number of pages of a paper should be at least one.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DOC-031",
    slug: "paper-without-pages",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DOC-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "材料写着 0 页",
        message: "页数写成了 0。",
        why: "页数写对了，才能看出有没有缺页。",
        help: "请数一数，填写实际页数。",
    },
    en: Words {
        title: "A paper of no pages",
        message: "The number of pages is 0.",
        why: "The right number shows whether a page is missing.",
        help: "Count the pages and write the number.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/documents/0/pages", "value": 2}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/documents/0/pages", "value": 0}]"#),
            expect: Expect::Fail("/documents/0/pages"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, paper) in application.documents.iter().enumerate() {
        let Some(pages) = paper.pages else { continue };
        sink.seen();
        if pages.get() == 0 {
            sink.fail(pointer!["documents", index, "pages"]);
        }
    }
}
