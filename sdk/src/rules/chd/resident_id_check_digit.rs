//! The check character of the child's resident id must agree with the other seventeen.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
    value::citizen_number::CitizenNumberError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-001",
    slug: "child-resident-id-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的身份证号校验位不符",
        message: "这个身份证号的最后一位和前面 17 位对不上，多半是抄错了一位。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请对照户口簿或身份证，逐位核对 18 位号码。",
    },
    en: Words {
        title: "The check digit of the child's resident id does not agree",
        message: "The last character of this number does not agree with the 17 before it; one of them is probably miscopied.",
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
                r#"[{"op": "add", "path": "/child/identifiers/1", "value": {"type": "resident-id", "value": "331122201803150006"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/1/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    identifier::check_resident_ids(identifier::of_child(application), sink, |fault| {
        fault == CitizenNumberError::CheckDigit
    });
}
