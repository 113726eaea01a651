//! The birth date inside the child's resident id must be in the calendar.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::citizen_number::CitizenNumberError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-003",
    slug: "child-resident-id-birth-date",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子身份证号里的生日不存在",
        message: "身份证号第 7 到 14 位是出生日期，而日历上没有这一天。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请对照户口簿或身份证，逐位核对 18 位号码。",
    },
    en: Words {
        title: "The birth date inside the child's resident id does not exist",
        message: "Characters 7 to 14 of a resident id are the birth date, and the calendar has no such day.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Compare all 18 characters with the household register or the identity card.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "331122201813150005"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_resident_ids(identifier::of_child(application), sink, |fault| {
        fault == CitizenNumberError::BirthDate
    });
}
