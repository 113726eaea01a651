//! The number of a fiscal e-bill has ten digits, where it was read from data.

use crate::{
    bill::Recorded,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::digits::DigitRow;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-004",
    slug: "fiscal-bill-number-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Hospital],
    zh: Words {
        title: "票据号码不是 10 位数字",
        message: "财政电子票据的号码应当是 10 位数字，这里不是。",
        why: "号码错一位，查到的就是别人的票据，或者什么也查不到。",
        help: "这张票据是从数据文件读取的，请检查读取程序，或向开票单位重新取得文件。",
    },
    en: Words {
        title: "The bill number does not have ten digits",
        message: "The number of a fiscal e-bill has ten digits; this one does not.",
        why: "With one digit wrong, somebody else's bill is found, or none.",
        help: "This bill was read from a data file: check the program that read it, or get the file from the issuer again.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/billNumber", "value": "00000001O1"}, {"op": "remove", "path": "/verifications/0/elements/billNumber"}]"#,
            ),
            expect: Expect::Fail("/billNumber"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    DigitRow::FISCAL_NUMBER.check(receipt, Recorded::FromData, sink);
}
