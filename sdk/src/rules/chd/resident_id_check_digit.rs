//! The check digit of the child's resident id must agree with the other seventeen.

use crate::{
    code::lists::{Ask, IdentifierType, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::{ResidentId, citizen_number::CitizenNumberError},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-001",
    slug: "child-resident-id-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子的身份证号校验位不符",
        message: "这个身份证号的最后一位和前面 17 位对不上，多半是抄错了一位。",
        why: "身份证号错一位，就可能查到别的孩子，或者查不到这个孩子已经得到的救助。",
        help: "请对照户口簿或身份证，逐位核对这 18 位号码。",
    },
    en: Words {
        title: "The check digit of the child's resident id does not agree",
        message: "The last digit of this number does not agree with the 17 before it; one digit is probably miscopied.",
        why: "With one digit wrong, another child is found, or the aid this child has had is not found.",
        help: "Compare all 18 digits with the household register or the identity card.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/child/identifiers/0/value", "value": "110101201506019999"}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/value"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, identifier) in application.child.identifiers.iter().enumerate() {
        let (IdentifierType::ResidentId, Some(value)) = (identifier.r#type, &identifier.value) else {
            continue;
        };
        sink.seen();
        if value.as_str().parse::<ResidentId>() == Err(CitizenNumberError::CheckDigit) {
            sink.fail(pointer!["child", "identifiers", index, "value"]);
        }
    }
}
