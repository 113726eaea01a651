//! An application is not dated in the future.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-002",
    slug: "created-in-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-APP-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Developer],
    zh: Words {
        title: "申请日期还没有到",
        message: "申请日期在今天之后。",
        why: "年龄、证件有效期都按申请日期判断。",
        help: "请填写实际提出申请的日期；如果日期没错，请检查电脑的日期设置。",
    },
    en: Words {
        title: "The day of the application has not come yet",
        message: "The application is dated after today.",
        why: "Age and validity are judged by the day of the application.",
        help: "Give the day on which the application was really made; if it is right, look at the date of the computer.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "emergency",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/createdOn", "value": "2999-01-01"}]"#),
            expect: Expect::Fail("/createdOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(created) = day(Some(&application.created_on)) else { return };
    sink.seen();
    if created > case.as_of {
        sink.fail(pointer!["createdOn"]);
    }
}
