//! A child has no resident number of fifteen digits.

use crate::{
    code::lists::{Ask, IdentifierType, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CHD-008",
    slug: "child-fifteen-digit-id",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-IDN-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "孩子不会有 15 位旧身份证号",
        message: "15 位身份证号只发给上世纪出生的人，孩子的号码应是 18 位。",
        why: "号码是认出这个孩子的依据；错一位，就可能认成别的孩子，或者查不到孩子已得到的救助。",
        help: "请按户口簿上孩子那一页抄写 18 位号码；还没有号码的，请改选“暂无证件”并写明原因。",
    },
    en: Words {
        title: "A child has no identity number of fifteen digits",
        message: "Numbers of fifteen digits were given to people born in the last century; a child's has eighteen.",
        why: "The number is how this child is recognised; with one character wrong, another child is found, or the aid this child has had is not.",
        help: "Copy the 18 characters from the child's page in the household register; where there is none yet, choose none-yet and say why.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/child/identifiers/0", "value": {"type": "legacy-resident-id-15", "value": "331122180315000"}}]"#,
            ),
            expect: Expect::Fail("/child/identifiers/0/type"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_child(application) {
        sink.seen();
        if held.identifier.r#type == IdentifierType::LegacyResidentId15 {
            sink.fail(held.at("type"));
        }
    }
}
