//! The day on which a child first entered an organisation's system must not be after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-002",
    slug: "first-entered-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-REQ-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "首次录入日期在将来",
        message: "首次录入日期还没有到。",
        why: "有的项目按首次录入那天算孩子的年龄，写错会误了资格。",
        help: "请核对机构系统里的日期。",
    },
    en: Words {
        title: "First entered in the future",
        message: "The day of first entry has not come yet.",
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
                r#"[{"op": "add", "path": "/requests/0/firstEnteredOn", "value": "2027-02-01"}]"#,
            ),
            expect: Expect::Fail("/requests/0/firstEnteredOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        calendar::not_yet(sink, request.first_entered_on.as_ref(), case.as_of, || {
            pointer!["requests", index, "firstEnteredOn"]
        });
    }
}
