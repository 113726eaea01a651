//! The split of a bill that is no red bill has no negative amounts.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-030",
    slug: "negative-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "普通票据出现负数金额",
        message: "这张票据不是红票，却有一项金额是负数。",
        why: "负数会让家庭负担算少或算多。",
        help: "请对照票据核对这一项；退费请写成正数，填在“退费”栏。",
    },
    en: Words {
        title: "A negative amount on an ordinary bill",
        message: "This is no red bill, yet one of its amounts is negative.",
        why: "A negative amount makes the family's burden come out wrong.",
        help: "Compare it with the bill; a refund is written as a positive amount in its own field.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "add", "path": "/amounts/negotiatedDrug", "value": "-10.00"}]"#),
            expect: Expect::Fail("/amounts/negotiatedDrug"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = &receipt.amounts else { return };
    if bill::is_red(receipt) || money(receipt.total.as_ref()).is_some_and(|total| total.is_negative()) {
        return;
    }
    for (amount, member) in [
        (&amounts.pooled_fund, "pooledFund"),
        (&amounts.other_payments, "otherPayments"),
        (&amounts.personal_account, "personalAccount"),
        (&amounts.personal_cash, "personalCash"),
        (&amounts.self_paid_in_catalogue, "selfPaidInCatalogue"),
        (&amounts.self_paid_out_of_catalogue, "selfPaidOutOfCatalogue"),
        (&amounts.deductible_borne, "deductibleBorne"),
        (&amounts.prepaid, "prepaid"),
        (&amounts.top_up, "topUp"),
        (&amounts.refund, "refund"),
        (&amounts.negotiated_drug, "negotiatedDrug"),
    ] {
        if let Some(amount) = money(amount.as_ref()) {
            sink.seen();
            if amount.is_negative() {
                sink.fail(pointer!["amounts", member]);
            }
        }
    }
}
