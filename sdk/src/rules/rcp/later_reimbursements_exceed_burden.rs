//! What was paid back later is part of what account and cash had paid.

use crate::{
    bill::paid_back,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{all_of, money},
    },
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-073",
    slug: "later-reimbursements-exceed-burden",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-067"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "事后报销超过了个人负担",
        message: "事后报销的金额加起来，超过了个人账户和个人现金支付。",
        why: "报销不会超过家里付的钱；多出来的可能是别的票据的报销。",
        help: "请核对报销金额，属于别的票据的请移过去。",
    },
    en: Words {
        title: "Later reimbursements exceed the family's part",
        message: "What was reimbursed later is more than personal account and cash paid.",
        why: "Nobody is paid back more than was paid; part of it may belong to another bill.",
        help: "Compare the amounts, and move what belongs to another bill.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "status": "settled", "paidOn": "2026-08-01", "amount": "580.50"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "status": "settled", "paidOn": "2026-08-01", "amount": "580.51"}]}]"#,
            ),
            expect: Expect::Fail("/laterReimbursements"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = receipt.amounts.as_ref().filter(|_| !receipt.later_reimbursements.is_empty()) else {
        return;
    };
    let Some([account, cash]) = all_of([amounts.personal_account.as_ref(), amounts.personal_cash.as_ref()])
    else {
        return;
    };
    let settled = paid_back(receipt).filter_map(|later| money(later.amount.as_ref()));
    let Some((burden, settled)) = account.checked_add(cash).zip(Money::sum(settled)) else {
        return sink.could_not_check(pointer!["laterReimbursements"]);
    };
    sink.seen();
    if settled > burden {
        sink.fail(pointer!["laterReimbursements"]);
    }
}
