//! A hospital's account should be given with its holder.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-004",
    slug: "hospital-account-without-holder",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PAY-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "医院账户没有写户名",
        message: "付到医院账户，没有写户名。",
        why: "户名和医院对不上，银行会退款。",
        help: "请向医院财务处问清户名填上。",
    },
    en: Words {
        title: "The hospital's account has no holder",
        message: "Payment is to a hospital's account, and its holder is not given.",
        why: "If holder and hospital differ, the bank sends the money back.",
        help: "Ask the hospital's finance office for the name of the account.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/payees/0/accountName"}]"#),
            expect: Expect::Fail("/payees/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in
        application.payees.iter().enumerate().filter(|(_, payee)| payee.kind == PayeeKind::HospitalAccount)
    {
        sink.seen();
        if payee.account_name.is_none() {
            sink.fail(pointer!["payees", index]);
        }
    }
}
