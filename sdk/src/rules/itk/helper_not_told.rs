//! Where somebody helped to fill in the application, name and role should be given.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ITK-003",
    slug: "helper-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-ITK-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "代填的人没有写身份",
        message: "申请由他人协助填写，没有写是谁、什么身份。",
        why: "有问题时，要知道该问谁。",
        help: "请填写协助人的姓名和身份，如医院社工、志愿者。",
    },
    en: Words {
        title: "Who helped is not told",
        message: "Somebody helped to fill in the application, and it is not said who, in what role.",
        why: "Where there is a question, one must know whom to ask.",
        help: "Give the helper's name and role, such as social worker or volunteer.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/intake/role"}]"#),
            expect: Expect::Fail("/intake"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(intake) = application.intake.as_ref().filter(|intake| intake.assisted == Some(true)) else {
        return;
    };
    sink.seen();
    if intake.role.is_none() || intake.recorded_by.is_none() {
        sink.fail(pointer!["intake"]);
    }
}
