//! The latest verification found no such bill, or other elements.

use crate::{
    code::lists::{Ask, ReceiptVerificationResult, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::verification::latest;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-070",
    slug: "verification-did-not-match",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-064"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Charity],
    zh: Words {
        title: "查验没有查到或要素不符",
        message: "最近一次查验没有查到这张票据，或要素不符。",
        why: "可能是号码、金额输错了，也可能票据有问题，需要弄清。",
        help: "请先核对五项要素再查一次；仍不符的请向医院收费处核实。",
    },
    en: Words {
        title: "The verification found no such bill",
        message: "The latest verification did not find this bill, or found other elements.",
        why: "A number or amount may have been mistyped, or something is wrong with the bill.",
        help: "Compare the five elements and query again; if it still differs, ask the hospital's cashier.",
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
                r#"[{"op": "replace", "path": "/verifications/0/result", "value": "not-found"}]"#,
            ),
            expect: Expect::Fail("/verifications/0/result"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((index, verification)) = latest(receipt) else { return };
    sink.seen();
    if let ReceiptVerificationResult::NotFound | ReceiptVerificationResult::Mismatched = verification.result {
        sink.fail(pointer!["verifications", index, "result"]);
    }
}
