//! A guardian's card should be given with its holder or the guardian's id.

use crate::{
    code::lists::{Ask, PayeeKind, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PAY-008",
    slug: "card-of-nobody-named",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PAY-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "监护人银行卡没有写是谁的",
        message: "收款的是监护人的银行卡，没有写户名，也没有指明是哪一位。",
        why: "户名不对，银行会退款。",
        help: "请填写开户人姓名，并指明是哪一位监护人。",
    },
    en: Words {
        title: "Whose card it is has not been told",
        message: "The card of a guardian is to be paid, with neither holder nor guardian given.",
        why: "If the name does not match, the bank sends the money back.",
        help: "Give the holder's name and say which guardian it is.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/payees/1/accountName"}, {"op": "remove", "path": "/payees/1/guardianId"}]"#,
            ),
            expect: Expect::Fail("/payees/1"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payee) in
        application.payees.iter().enumerate().filter(|(_, payee)| payee.kind == PayeeKind::GuardianCard)
    {
        sink.seen();
        if payee.account_name.is_none() && payee.guardian_id.is_none() {
            sink.fail(pointer!["payees", index]);
        }
    }
}
