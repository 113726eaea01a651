//! 合计金额 and 合计税额 make up 价税合计.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{all_of, make_up},
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-032",
    slug: "tax-does-not-add-up",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "不含税金额加税额不等于价税合计",
        message: "不含税金额与税额相加，不等于价税合计。",
        why: "发票上这三个数总是对得上的，对不上就是抄错了。",
        help: "请对照发票核对这三个数。",
    },
    en: Words {
        title: "Amount and tax do not make up the amount with tax",
        message: "The amount without tax and the tax together are not the amount with tax.",
        why: "On an invoice the three always agree; one is miscopied.",
        help: "Compare the three with the invoice.",
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
                r#"[{"op": "replace", "path": "/kind", "value": "tax-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/taxInvoiceNumber", "value": "26110000000000000001"}, {"op": "add", "path": "/taxInvoice", "value": {"netAmount": "1000.00", "tax": "0.00", "grossAmount": "1001.00"}}]"#,
            ),
            expect: Expect::Fail("/taxInvoice/grossAmount"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(tax) = receipt.tax_invoice.as_ref().filter(|_| bill::tax_invoice(receipt.kind)) else { return };
    let Some([net, tax, gross]) =
        all_of([tax.net_amount.as_ref(), tax.tax.as_ref(), tax.gross_amount.as_ref()])
    else {
        return;
    };
    sink.seen();
    match make_up([net, tax], gross) {
        Some(true) => {}
        Some(false) => sink.fail(pointer!["taxInvoice", "grossAmount"]),
        None => sink.could_not_check(pointer!["taxInvoice", "grossAmount"]),
    }
}
