//! The check character of a guardian's resident id must agree with the other seventeen.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::citizen_number::CitizenNumberError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-001",
    slug: "guardian-resident-id-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人的身份证号校验位不符",
        message: "这个身份证号的最后一位和前面 17 位对不上，多半是抄错了一位。",
        why: "监护人的号码用来确认是谁替孩子申请、谁来签字收款；错一位就会被当成别人。",
        help: "请对照监护人的身份证，逐位核对号码。",
    },
    en: Words {
        title: "The check digit of a guardian's resident id does not agree",
        message: "The last character of this number does not agree with the 17 before it; one of them is probably miscopied.",
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
                r#"[{"op": "replace", "path": "/guardians/0/person/identifiers/0/value", "value": "331122198804129992"}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_resident_ids(identifier::of_guardians(application), sink, |fault| {
        fault == CitizenNumberError::CheckDigit
    });
}
