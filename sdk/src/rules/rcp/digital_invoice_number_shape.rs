//! The number of a digital tax invoice has twenty digits, where it was read from data.

use crate::{
    bill::Recorded,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::digits::DigitRow;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-006",
    slug: "digital-invoice-number-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Hospital],
    zh: Words {
        title: "数电票号码不是 20 位数字",
        message: "数电票只有一个 20 位数字的号码，这里不是 20 位数字。",
        why: "号码不完整，税务平台就查不到这张发票。",
        help: "这张票据是从数据文件读取的，请检查读取程序，或向开票单位重新取得文件。",
    },
    en: Words {
        title: "The digital invoice's number does not have twenty digits",
        message: "A fully digital invoice has one number of twenty digits; this one does not.",
        why: "With an incomplete number the tax service does not find the invoice.",
        help: "This bill was read from a data file: check the program that read it, or get the file from the issuer again.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "tax-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/taxInvoiceNumber", "value": "26110000000000000001"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "tax-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/taxInvoiceNumber", "value": "2611000000000000001"}]"#,
            ),
            expect: Expect::Fail("/taxInvoiceNumber"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    DigitRow::DIGITAL_NUMBER.check(receipt, Recorded::FromData, sink);
}
