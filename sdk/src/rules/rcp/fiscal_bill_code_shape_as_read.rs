//! The code of a fiscal e-bill has eight digits, where it was read from paper.

use crate::{
    bill::Recorded,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::digits::DigitRow;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-003",
    slug: "fiscal-bill-code-shape-as-read",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据代码不是 8 位数字（手工或识别录入）",
        message: "财政电子票据的代码应当是 8 位数字，这里不是。",
        why: "代码错了，就查不到这张票据，也无法和别家核对是否重复使用。",
        help: "请对照票据原件逐位核对；看不清时可上传电子票据原文件。",
    },
    en: Words {
        title: "The bill code does not have eight digits, as read from paper",
        message: "The code of a fiscal e-bill has eight digits; this one does not.",
        why: "With a wrong code the bill cannot be found, nor checked for being used twice.",
        help: "Compare every digit with the bill; where it cannot be read, send the electronic file itself.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "add", "path": "/recording/method", "value": "typed"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recording/method", "value": "typed"}, {"op": "replace", "path": "/billCode", "value": "1106012"}, {"op": "remove", "path": "/verifications/0/elements/billCode"}]"#,
            ),
            expect: Expect::Fail("/billCode"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    DigitRow::FISCAL_CODE.check(receipt, Recorded::FromPaper, sink);
}
