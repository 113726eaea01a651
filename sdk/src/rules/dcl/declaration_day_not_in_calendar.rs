//! The date of a declaration must be a day of the calendar.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DCL-001",
    slug: "declaration-day-not-in-calendar",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DCL-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "声明日期不存在",
        message: "这个日期在日历上不存在。",
        why: "声明从哪天起算，要靠日期判断。",
        help: "请改成作出声明的真实日期。",
    },
    en: Words {
        title: "The day of a declaration does not exist",
        message: "The calendar has no such day.",
        why: "From it one knows since when the declaration stands.",
        help: "Write the real day.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/declarations/0/declaredOn", "value": "2026-04-31"}]"#,
            ),
            expect: Expect::Fail("/declarations/0/declaredOn"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, declaration) in application.declarations.iter().enumerate() {
        calendar::real_day(sink, declaration.declared_on.as_ref(), || {
            pointer!["declarations", index, "declaredOn"]
        });
    }
}
