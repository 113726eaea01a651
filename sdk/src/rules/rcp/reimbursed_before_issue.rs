//! A later reimbursement comes after the bill.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

use super::dates;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-074",
    slug: "reimbursed-before-issue",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-068"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "报销日期早于开票日期",
        message: "事后报销的日期在开票日期之前。",
        why: "先有票据才能报销，日期有一处写错，或是别的票据的报销。",
        help: "请核对报销日期和开票日期。",
    },
    en: Words {
        title: "Reimbursed before the bill was issued",
        message: "The later reimbursement was paid before the date of issue.",
        why: "A bill comes first; a date is wrong, or it belongs to another bill.",
        help: "Compare the date of the reimbursement and the date of issue.",
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
                r#"[{"op": "add", "path": "/laterReimbursements", "value": [{"payer": "supplementary-insurance", "status": "settled", "paidOn": "2026-01-01", "amount": "80.50"}]}]"#,
            ),
            expect: Expect::Fail("/laterReimbursements/0/paidOn"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(issued) = dates::issued(receipt, case) else { return };
    for (index, later) in receipt.later_reimbursements.iter().enumerate() {
        let Some(paid) = calendar::day(later.paid_on.as_ref()) else { continue };
        sink.seen();
        if paid < issued {
            sink.fail(pointer!["laterReimbursements", index, "paidOn"]);
        }
    }
}
