//! An application should say of whom what is asked.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-006",
    slug: "nothing-asked-yet",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-REQ-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "还没有写向谁申请什么",
        message: "申请里还没有申请事项。",
        why: "写明向谁申请、要什么，机构才能开始办。",
        help: "请选择要申请的机构，写明需要什么帮助。",
    },
    en: Words {
        title: "Nothing is asked for yet",
        message: "The application has no request yet.",
        why: "An organisation can only begin once it knows what is asked of it.",
        help: "Choose the organisations and say what help is needed.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/requests"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if application.requests.is_empty() {
        sink.fail(pointer![]);
    }
}
