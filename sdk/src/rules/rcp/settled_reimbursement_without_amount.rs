//! A settled reimbursement has an amount.

use crate::{
    code::lists::{Ask, ReimbursementStatus, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-075",
    slug: "settled-reimbursement-without-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-069"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "已报销但还没写金额",
        message: "这笔事后报销已经结算，但还没有写金额。",
        why: "救助要从家庭负担里减去已报销的部分。",
        help: "请看报销到账记录，把金额补上。",
    },
    en: Words {
        title: "Reimbursed, but no amount yet",
        message: "This later reimbursement is settled, but its amount has not been written down yet.",
        why: "Aid counts on what the family still bears after it.",
        help: "Look at the record of the payment and add the amount.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "status": "settled", "paidOn": "2026-08-01", "amount": "80.50"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "status": "settled", "paidOn": "2026-08-01"}]}]"#,
            ),
            expect: Expect::Fail("/laterReimbursements/0"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, later) in receipt.later_reimbursements.iter().enumerate() {
        sink.seen();
        if later.status == Some(ReimbursementStatus::Settled) && later.amount.is_none() {
            sink.fail(pointer!["laterReimbursements", index]);
        }
    }
}
