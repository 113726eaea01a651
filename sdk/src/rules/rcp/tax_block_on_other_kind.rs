//! Only tax invoices state what the tax block holds.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-017",
    slug: "tax-block-on-other-kind",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "非税务发票填了税务信息",
        message: "这不是税务发票，却填了税务信息。",
        why: "票据类别可能选错了，查验的平台和金额的算法会不同。",
        help: "请看票据标题，改正类别或删去税务信息。",
    },
    en: Words {
        title: "A tax block on something that is no tax invoice",
        message: "This is no tax invoice, yet its tax block is filled in.",
        why: "The kind may be wrong; another service verifies it and amounts add up differently.",
        help: "Look at the heading and correct the kind, or leave the tax block out.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "tax-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/taxInvoiceNumber", "value": "26110000000000000001"}, {"op": "add", "path": "/taxInvoice", "value": {"sellerTaxNumber": "1211000040000000XT"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/taxInvoice", "value": {"sellerTaxNumber": "1211000040000000XT"}}]"#,
            ),
            expect: Expect::Fail("/taxInvoice"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if receipt.tax_invoice.is_none() {
        return;
    }
    sink.seen();
    if !bill::tax_invoice(receipt.kind) {
        sink.fail(pointer!["taxInvoice"]);
    }
}
