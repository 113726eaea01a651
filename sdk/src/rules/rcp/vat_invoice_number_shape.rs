//! Code and number of an older VAT invoice have twelve and eight digits, where it was read from data.

use crate::{
    bill::Recorded,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::digits::DigitRow;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-008",
    slug: "vat-invoice-number-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Hospital],
    zh: Words {
        title: "增值税发票代码或号码位数不对",
        message: "旧版增值税电子发票的代码是 12 位、号码是 8 位数字，这里不是。",
        why: "代码、号码位数不对，税务平台就查不到这张发票。",
        help: "这张票据是从数据文件读取的，请检查读取程序，或向开票单位重新取得文件。",
    },
    en: Words {
        title: "The VAT invoice's code or number has a wrong length",
        message: "An older VAT e-invoice has a code of twelve and a number of eight digits; here it is otherwise.",
        why: "With a wrong length the tax service does not find the invoice.",
        help: "This bill was read from a data file: check the program that read it, or get the file from the issuer again.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "vat-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/vatCode", "value": "011002600111"}, {"op": "add", "path": "/vatNumber", "value": "00000001"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "vat-e-invoice"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": [{"method": "tax-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}, {"op": "add", "path": "/vatCode", "value": "011002600111"}, {"op": "add", "path": "/vatNumber", "value": "0000001"}]"#,
            ),
            expect: Expect::Fail("/vatNumber"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    DigitRow::VAT_CODE.check(receipt, Recorded::FromData, sink);
    DigitRow::VAT_NUMBER.check(receipt, Recorded::FromData, sink);
}
