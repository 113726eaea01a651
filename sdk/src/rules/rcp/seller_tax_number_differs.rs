//! On a tax invoice the seller is the issuer.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-077",
    slug: "seller-tax-number-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-071"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "销售方税号与开票单位代码不同",
        message: "销售方纳税人识别号和开票单位代码不是同一个。",
        why: "两处都是开票的医院或药店，不同说明有一处抄错。",
        help: "请对照发票核对销售方的识别号。",
    },
    en: Words {
        title: "The seller's tax number is not the issuer's code",
        message: "The seller's tax number and the issuer's code differ.",
        why: "Both are the hospital or pharmacy that issued the invoice; one is miscopied.",
        help: "Compare the seller's number with the invoice.",
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
                r#"[{"op": "replace", "path": "/kind", "value": "tax-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/taxInvoiceNumber", "value": "26110000000000000001"}, {"op": "add", "path": "/taxInvoice", "value": {"sellerTaxNumber": "531000000000000008"}}]"#,
            ),
            expect: Expect::Fail("/taxInvoice/sellerTaxNumber"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let seller = receipt.tax_invoice.as_ref().and_then(|tax| tax.seller_tax_number.as_ref());
    let issuer = receipt.issuer.as_ref().and_then(|issuer| issuer.code.as_ref());
    let Some((seller, issuer)) = seller.zip(issuer).filter(|_| bill::tax_invoice(receipt.kind)) else {
        return;
    };
    sink.seen();
    if seller.as_str() != issuer.as_str() {
        sink.fail(pointer!["taxInvoice", "sellerTaxNumber"]);
    }
}
