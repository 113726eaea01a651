//! The child's resident id must be written as one.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::citizen_number::CitizenNumberError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-002",
    slug: "child-resident-id-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的身份证号写法不对",
        message: "身份证号应是 18 位：前 17 位是数字，最后一位是数字或大写 X，首位是 1 到 7。这里不是这样。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请对照户口簿或身份证，逐位核对 18 位号码。如果这是其他证件的号码，请改选证件类型。",
    },
    en: Words {
        title: "The child's resident id is not written as one",
        message: "A resident id has 18 characters: 17 digits, of which the first is 1 to 7, then a digit or a capital X. This one differs.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Compare all 18 characters with the household register or the identity card. If it is the number of another paper, choose that kind of paper.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "33112220180315000"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "11010120150104000x"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_resident_ids(identifier::of_child(application), sink, |fault| match fault {
        CitizenNumberError::Length
        | CitizenNumberError::Characters
        | CitizenNumberError::LowerCaseX
        | CitizenNumberError::Kind => true,
        CitizenNumberError::BirthDate | CitizenNumberError::CheckDigit => false,
    });
}
