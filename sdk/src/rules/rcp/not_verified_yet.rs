//! A check code is random: only a query tells whether a bill is real.

use crate::{
    bill,
    code::lists::{Ask, ReceiptVerificationMethod, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-066",
    slug: "not-verified-yet",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-060"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "票据还没有查验",
        message: "这张票据还没有查验记录。",
        why: "校验码是随机的，只有查验才能知道票据真假、有没有被冲红。",
        help: "请到财政或税务的票据查验平台查验，并把结果记下来。",
    },
    en: Words {
        title: "The bill has not been verified yet",
        message: "There is no record of this bill being verified.",
        why: "The check code is random; only a query tells whether the bill is real and still stands.",
        help: "Query the finance or tax service and record its answer.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/verifications"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !bill::claimable(receipt.kind) {
        return;
    }
    sink.seen();
    if receipt.verifications.iter().all(|one| one.method == ReceiptVerificationMethod::None) {
        sink.fail(pointer![]);
    }
}
