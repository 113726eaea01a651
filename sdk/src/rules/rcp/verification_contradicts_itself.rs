//! The result and the marks of one verification agree.

use crate::{
    code::lists::{Ask, ReceiptVerificationMethod, ReceiptVerificationResult, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-068",
    slug: "verification-contradicts-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-062"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "查验结果与标记自相矛盾",
        message: "查验结果和冲红、换开、作废的标记说法不一。",
        why: "记录自相矛盾，就不知道这张票据现在是否有效。",
        help: "请对照查验平台的答复，改正结果或标记。",
    },
    en: Words {
        title: "The verification contradicts itself",
        message: "The result and the marks (cancelled, re-issued, voided) say different things.",
        why: "Then nobody knows whether the bill still stands.",
        help: "Correct the result or the marks by the service's answer.",
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
                r#"[{"op": "replace", "path": "/verifications/0/method", "value": "provincial-platform"}, {"op": "replace", "path": "/verifications", "value": [{"method": "none", "at": "2026-09-16T03:20:00Z", "result": "matched"}, {"method": "national-platform", "at": "2026-09-17T03:20:00Z", "result": "matched"}]}]"#,
            ),
            expect: Expect::Fail("/verifications/0/result"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, verification) in receipt.verifications.iter().enumerate() {
        sink.seen();
        let not_checked = verification.method == ReceiptVerificationMethod::None;
        let contradicts = match verification.result {
            ReceiptVerificationResult::Reversed => verification.reversed == Some(false) || not_checked,
            ReceiptVerificationResult::Reissued => verification.reissued == Some(false) || not_checked,
            ReceiptVerificationResult::Voided => verification.voided == Some(false) || not_checked,
            ReceiptVerificationResult::NotFound => {
                let marks = [verification.reversed, verification.reissued, verification.voided];
                marks.contains(&Some(true)) || not_checked
            }
            ReceiptVerificationResult::Matched | ReceiptVerificationResult::Mismatched => not_checked,
            ReceiptVerificationResult::Unavailable => false,
        };
        if contradicts {
            sink.fail(pointer!["verifications", index, "result"]);
        }
    }
}
