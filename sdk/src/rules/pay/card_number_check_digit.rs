//! The number of a bank card must have the right check digit.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    model::application::Payee,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::BankCard,
    value::bank_card::BankCardError,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-002",
    slug: "card-number-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PAY-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "银行卡号校验位不符",
        message: "银行卡号的最后一位和前面对不上，多半抄错了一位。",
        why: "卡号错一位，钱就打不进去，或者打到别人卡上。",
        help: "请对照银行卡，逐位核对卡号。",
    },
    en: Words {
        title: "The check digit of the card number does not agree",
        message: "The last digit of the card number does not follow from the others; one is probably miscopied.",
        why: "With one digit wrong the money does not arrive, or goes to somebody else.",
        help: "Compare every digit with the card.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/1/accountNumber", "value": "6217000000000000005"}]"#,
            ),
            expect: Expect::Fail("/payees/1/accountNumber"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/payees/1/accountNumber", "value": "6217000000000000020"}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in application.payees.iter().enumerate() {
        let Some(number) = card(payee) else { continue };
        sink.seen();
        if number.parse::<BankCard>() == Err(BankCardError::CheckDigit) {
            sink.fail(pointer!["payees", index, "accountNumber"]);
        }
    }
}
/// The number of a bank card; passbooks and accounts of organisations have no national check.
fn card<'p>(payee: &'p Payee<'_>) -> Option<&'p str> {
    let is_card = matches!(payee.kind, PayeeKind::GuardianCard | PayeeKind::ChildCard);
    payee.account_number.as_ref().filter(|_| is_card).map(|number| number.as_str())
}
