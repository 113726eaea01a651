//! The number of a fiscal e-bill has ten digits, where it was read from paper.

use crate::{
    bill::Recorded,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::digits::DigitRow;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-005",
    slug: "fiscal-bill-number-shape-as-read",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据号码不是 10 位数字（手工或识别录入）",
        message: "财政电子票据的号码应当是 10 位数字，这里不是。",
        why: "号码错一位，查到的就是别人的票据，或者什么也查不到。",
        help: "请对照票据原件逐位核对；看不清时可上传电子票据原文件。",
    },
    en: Words {
        title: "The bill number does not have ten digits, as read from paper",
        message: "The number of a fiscal e-bill has ten digits; this one does not.",
        why: "With one digit wrong, somebody else's bill is found, or none.",
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
                r#"[{"op": "add", "path": "/recording/method", "value": "typed"}, {"op": "replace", "path": "/billNumber", "value": "000000101"}, {"op": "remove", "path": "/verifications/0/elements/billNumber"}]"#,
            ),
            expect: Expect::Fail("/billNumber"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    DigitRow::FISCAL_NUMBER.check(receipt, Recorded::FromPaper, sink);
}
