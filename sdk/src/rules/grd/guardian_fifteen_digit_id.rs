//! A guardian should be identified by today's number.

use crate::{
    code::lists::{Ask, IdentifierType, Severity},
    model::application::Application,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-GRD-006",
    slug: "guardian-fifteen-digit-id",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-IDN-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人填的是 15 位旧身份证号",
        message: "15 位的第一代身份证从 2013 年起已停止使用。",
        why: "银行付款、核对身份都要用 18 位号码。",
        help: "请按现在的身份证填写 18 位号码；身份证丢失的，可到任一派出所补办，先用户口簿上的号码。",
    },
    en: Words {
        title: "A guardian is given with an old number of fifteen digits",
        message: "Cards with fifteen digits have not been in use since 2013.",
        why: "Payment and checks of identity need the number of eighteen characters.",
        help: "Take the 18 characters from today's card; if it is lost, any police station replaces it, and the household register has the number.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/guardians/0/person/identifiers/1", "value": {"type": "legacy-resident-id-15", "value": "331122880412999"}}]"#,
            ),
            expect: Expect::Fail("/guardians/0/person/identifiers/1/type"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for held in identifier::of_guardians(application) {
        sink.seen();
        if held.identifier.r#type == IdentifierType::LegacyResidentId15 {
            sink.fail(held.at("type"));
        }
    }
}
