//! A guardian's resident id must be written as one.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::citizen_number::CitizenNumberError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-002",
    slug: "guardian-resident-id-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的身份证号写法不对",
        message: "身份证号应是 18 位：前 17 位是数字，最后一位是数字或大写 X，首位是 1 到 7。这里不是这样。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请对照监护人的身份证，逐位核对号码。如果这是其他证件的号码，请改选证件类型。",
    },
    en: Words {
        title: "A guardian's resident id is not written as one",
        message: "A resident id has 18 characters: 17 digits, of which the first is 1 to 7, then a digit or a capital X. This one differs.",
        why: "A guardian's number shows who asks and signs for the child and receives the money; with one character wrong it is somebody else.",
        help: "Compare every character with the guardian's card. If it is the number of another paper, choose that kind of paper.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/guardians/0/person/identifiers/0/value", "value": "33112219880412999"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_resident_ids(identifier::of_guardians(application), sink, |fault| match fault {
        CitizenNumberError::Length
        | CitizenNumberError::Characters
        | CitizenNumberError::LowerCaseX
        | CitizenNumberError::Kind => true,
        CitizenNumberError::BirthDate | CitizenNumberError::CheckDigit => false,
    });
}
