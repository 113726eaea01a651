//! An application that the family fills in itself should not be called assisted.

use crate::{
    code::lists::{Ask, IntakeRole, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ITK-004",
    slug: "self-filled-and-assisted",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-ITK-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "自行填报和协助填写矛盾",
        message: "写着家庭自行填报，又写着有人协助。",
        why: "说清楚是谁填的，录入有误时才知道找谁核对。",
        help: "请确认是家庭自己填的还是有人代填，改成一致。",
    },
    en: Words {
        title: "Filled in alone and with help",
        message: "It says that the family filled it in itself, and that somebody helped.",
        why: "Where something was entered wrongly, one must know with whom to check it.",
        help: "See who filled it in and say the same in both.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/intake/role", "value": "family-self"}]"#),
            expect: Expect::Fail("/intake/assisted"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(intake) = &application.intake else { return };
    let Some(role) = intake.role else { return };
    sink.seen();
    if role == IntakeRole::FamilySelf && intake.assisted == Some(true) {
        sink.fail(pointer!["intake", "assisted"]);
    }
}
