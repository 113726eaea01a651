//! The day on which a child first entered an organisation's system must be a day of the calendar.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-001",
    slug: "request-day-not-in-calendar",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-REQ-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "首次录入日期不存在",
        message: "这个日期在日历上不存在。",
        why: "有的项目按首次录入那天算孩子的年龄。",
        help: "请核对机构系统里的日期。",
    },
    en: Words {
        title: "The day of first entry does not exist",
        message: "The calendar has no such day.",
        why: "Some programmes count the child's age from it.",
        help: "Check the day in the organisation's system.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/firstEnteredOn", "value": "2026-09-19"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/firstEnteredOn", "value": "2026-02-30"}]"#,
            ),
            expect: Expect::Fail("/requests/0/firstEnteredOn"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        calendar::real_day(sink, request.first_entered_on.as_ref(), || {
            pointer!["requests", index, "firstEnteredOn"]
        });
    }
}
