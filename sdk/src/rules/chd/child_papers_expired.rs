//! One of the child's papers should hold today.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-019",
    slug: "child-papers-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-IDN-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的证件都不在有效期内",
        message: "填写的证件在今天都已过期或还没生效。",
        why: "付款前机构会再看一次有效证件。",
        help: "请补上现在有效的证件；正在换证的，可先附旧证并说明。",
    },
    en: Words {
        title: "None of the child's papers holds today",
        message: "All the papers given have expired or have not begun to hold.",
        why: "Before paying, charities look at a paper that holds once more.",
        help: "Add a paper that holds now; while it is being renewed, give the old one and say so.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0/validUntil", "value": "2023-04-01"}]"#,
            ),
            expect: Expect::Fail("/child/identifiers"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0/validUntil", "value": "2026-10-01"}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut papers = identifier::of_child(application).filter(|held| held.number().is_some()).peekable();
    if papers.peek().is_some() {
        sink.seen();
        if !papers.any(|held| held.holds_on(case.as_of)) {
            sink.fail(pointer!["child", "identifiers"]);
        }
    }
}
