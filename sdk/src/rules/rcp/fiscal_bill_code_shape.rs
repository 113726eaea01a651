//! The code of a fiscal e-bill has eight digits, where it was read from data.

use crate::{
    bill::Recorded,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::digits::DigitRow;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-002",
    slug: "fiscal-bill-code-shape",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Hospital],
    zh: Words {
        title: "票据代码不是 8 位数字",
        message: "财政电子票据的代码应当是 8 位数字，这里不是。",
        why: "代码错了，就查不到这张票据，也无法和别家核对是否重复使用。",
        help: "这张票据是从数据文件读取的，请检查读取程序，或向开票单位重新取得文件。",
    },
    en: Words {
        title: "The bill code does not have eight digits",
        message: "The code of a fiscal e-bill has eight digits; this one does not.",
        why: "With a wrong code the bill cannot be found, nor checked for being used twice.",
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
                r#"[{"op": "replace", "path": "/billCode", "value": "1106012"}, {"op": "remove", "path": "/verifications/0/elements/billCode"}]"#,
            ),
            expect: Expect::Fail("/billCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    DigitRow::FISCAL_CODE.check(receipt, Recorded::FromData, sink);
}
