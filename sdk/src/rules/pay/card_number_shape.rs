//! The number of a bank card must have 13 to 19 digits.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::BankCard,
    value::bank_card::BankCardError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-003",
    slug: "card-number-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PAY-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "银行卡号的位数不对",
        message: "银行卡号应当是 13 到 19 位数字。",
        why: "卡号不对，钱就打不进去。",
        help: "请对照银行卡填写完整卡号，不要填存折号。",
    },
    en: Words {
        title: "The card number is too short, too long or no number",
        message: "The number of a bank card has 13 to 19 digits.",
        why: "With a wrong number the money does not arrive.",
        help: "Copy the whole number from the card; do not write a passbook's number.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/1/accountNumber", "value": "62170000"}]"#,
            ),
            expect: Expect::Fail("/payees/1/accountNumber"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in application.payees.iter().enumerate() {
        if !matches!(payee.kind, PayeeKind::GuardianCard | PayeeKind::ChildCard) {
            continue;
        }
        let Some(number) = &payee.account_number else { continue };
        sink.seen();
        if matches!(
            number.as_str().parse::<BankCard>(),
            Err(BankCardError::Length | BankCardError::Characters)
        ) {
            sink.fail(pointer!["payees", index, "accountNumber"]);
        }
    }
}
