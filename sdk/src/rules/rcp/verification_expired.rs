//! A bill can be voided after it was verified.

use crate::{
    bill::latest_verification,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-067",
    slug: "verification-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-061"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "查验结果已过有效期",
        message: "最近一次查验已经过了有效期。",
        why: "票据查验后仍可能被冲红，过期的结果不能说明现在的情况。",
        help: "付款前请重新查验一次。",
    },
    en: Words {
        title: "The verification has expired",
        message: "The latest verification is past its date.",
        why: "A bill can be cancelled after it was verified, so an old answer says nothing of today.",
        help: "Verify it again before payment.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/verifications/0/validUntil", "value": "2099-12-31"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/verifications/0/validUntil", "value": "2026-09-18"}]"#,
            ),
            expect: Expect::Fail("/verifications/0/validUntil"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((index, verification)) = latest_verification(receipt) else { return };
    let Some(until) = calendar::day(verification.valid_until.as_ref()) else { return };
    sink.seen();
    if until < case.as_of {
        sink.fail(pointer!["verifications", index, "validUntil"]);
    }
}
