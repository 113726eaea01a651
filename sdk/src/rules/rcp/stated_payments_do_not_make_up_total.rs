//! Where one of the four payments is missing, those stated should make up the total.

use crate::{
    bill::sums,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{all_of, make_up, money, written},
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-021",
    slug: "stated-payments-do-not-make-up-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "支付各项加起来还差一些",
        message: "已写的几项支付加起来不等于合计，看来漏写了一项。",
        why: "漏掉的可能是大病保险或医疗救助，会影响家庭负担的计算。",
        help: "请看票据“其他信息”栏，把漏写的一项补上；没有的写 0.00。",
    },
    en: Words {
        title: "The payments stated do not reach the total",
        message: "The payments written down are not the total; one seems to be left out.",
        why: "What is missing may be critical-illness insurance or medical aid, which changes the family's burden.",
        help: "Look at the other information on the bill and add the missing one; write 0.00 where there is none.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "remove", "path": "/amounts/otherPayments"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "remove", "path": "/amounts/pooledFund"}]"#),
            expect: Expect::Fail("/amounts"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = &receipt.amounts else { return };
    let parts = [
        amounts.pooled_fund.as_ref(),
        amounts.other_payments.as_ref(),
        amounts.personal_account.as_ref(),
        amounts.personal_cash.as_ref(),
    ];
    let Some(total) = money(receipt.total.as_ref()) else { return };
    if all_of(parts).is_some() || written(parts).next().is_none() {
        return;
    }
    sink.seen();
    match make_up(written(parts), total) {
        Some(true) => {}
        // Where the total alone is wrong, that is said there.
        Some(false)
            if sums::agreed_against_total(receipt)
                .is_some_and(|amount| make_up(written(parts), amount) == Some(true)) => {}
        Some(false) => sink.fail(pointer!["amounts"]),
        None => sink.could_not_check(pointer!["amounts"]),
    }
}
