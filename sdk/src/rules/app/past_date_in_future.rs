//! What has happened is not dated in the future.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
    value::Date,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-003",
    slug: "past-date-in-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-APP-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "已经发生的事，日期却在今天之后",
        message: "出生、确诊、入院、手术、认定等已经发生的事，日期不会在今天之后。",
        why: "这类日期要和材料对照，不可能的日期会让审核停下来。",
        help: "请核对年份；如果是计划中的事，请填在“计划日期”里。",
    },
    en: Words {
        title: "Something that has happened is dated after today",
        message: "Birth, diagnosis, admission, operation or recognition has happened, but its date has not come yet.",
        why: "Such dates are compared with papers; an impossible one stops the review.",
        help: "Check the year; what is planned goes under the planned date.",
    },
    check: Check::Text(TextSort::Date, check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/diagnosedOn", "value": "2998-03-05"}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/diagnosedOn"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/transplant/scheduledOn", "value": "2027-03-08"}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(text: &Text<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !HAPPENED.contains(&text.trail.member()) || !text.trail.is_in_application(PARTS) {
        return;
    }
    let Ok(date) = text.text.parse::<Date>() else { return };
    sink.seen();
    if date > case.as_of {
        sink.fail(text.trail.pointer());
    }
}

/// The parts of an application that this rule is about; the child's own birth and death have rules of their own.
const PARTS: &[&str] = &["guardians", "household", "diagnoses", "treatment"];

/// The members that hold the date of something that has happened.
const HAPPENED: &[&str] = &[
    "admittedOn",
    "birthDate",
    "diagnosedOn",
    "dischargedOn",
    "endedOn",
    "givenOn",
    "issuedOn",
    "performedOn",
    "periodUntil",
    "since",
    "until",
    "verifiedOn",
];
