//! 价税合计 is the total.

use crate::{
    bill::{self, sums},
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-033",
    slug: "amount-with-tax-differs-from-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "价税合计与金额合计不同",
        message: "价税合计和金额合计不是同一个数。",
        why: "两处写的是同一笔钱，不同就说明有一处抄错。",
        help: "请对照发票核对价税合计。",
    },
    en: Words {
        title: "The amount with tax is not the total",
        message: "The amount with tax and the total of the receipt differ.",
        why: "Both are the same money; one is miscopied.",
        help: "Compare the amount with tax with the invoice.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "tax-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/taxInvoiceNumber", "value": "26110000000000000001"}, {"op": "add", "path": "/taxInvoice", "value": {"netAmount": "1001.00", "tax": "0.00", "grossAmount": "1001.00"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "tax-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/taxInvoiceNumber", "value": "26110000000000000001"}, {"op": "add", "path": "/taxInvoice", "value": {"netAmount": "1000.00", "tax": "0.00", "grossAmount": "1000.00"}}]"#,
            ),
            expect: Expect::Fail("/taxInvoice/grossAmount"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(tax) = receipt.tax_invoice.as_ref().filter(|_| bill::tax_invoice(receipt.kind)) else { return };
    let (Some(gross), Some(total)) = (money(tax.gross_amount.as_ref()), money(receipt.total.as_ref())) else {
        return;
    };
    sink.seen();
    // Where the total alone is wrong, that is said there.
    if gross != total && sums::agreed_against_total(receipt).is_none() {
        sink.fail(pointer!["taxInvoice", "grossAmount"]);
    }
}
