//! The birth date inside a guardian's resident id must be in the calendar.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::citizen_number::CitizenNumberError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-003",
    slug: "guardian-resident-id-birth-date",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人身份证号里的生日不存在",
        message: "身份证号第 7 到 14 位是出生日期，而日历上没有这一天。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请对照监护人的身份证，逐位核对号码。",
    },
    en: Words {
        title: "The birth date inside a guardian's resident id does not exist",
        message: "Characters 7 to 14 of a resident id are the birth date, and the calendar has no such day.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Compare every character with the guardian's card.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/identifiers/0/value", "value": "331122198813129991"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_resident_ids(identifier::of_guardians(application), sink, |fault| {
        fault == CitizenNumberError::BirthDate
    });
}
