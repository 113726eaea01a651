//! A guardian's birth date must be the one in the number.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-007",
    slug: "guardian-birth-date-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的出生日期和证件号对不上",
        message: "填写的出生日期，和这个号码里的出生日期不是同一天。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请对照身份证，看是日期还是号码抄错了，改正错的一处。",
    },
    en: Words {
        title: "A guardian's birth date and number do not agree",
        message: "The birth date that is written is not the day inside this number.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "See from the card whether the date or the number is miscopied, and correct that one.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/birthDate", "value": "1988-04-13"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, guardian) in application.guardians.iter().enumerate() {
        let written = guardian.person.as_ref().and_then(|person| person.birth_date.as_ref());
        identifier::check_birth_dates(identifier::of_guardian(application, index), written, sink);
    }
}
