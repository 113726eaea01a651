//! A referral MUST NOT have been sent after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-005",
    slug: "sent-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "转介日期在今天之后",
        message: "发出转介的日期还没有到。",
        why: "家庭会以为已经转出去了。",
        help: "请核对日期。",
    },
    en: Words {
        title: "Sent in the future",
        message: "The day on which it was sent has not come yet.",
        why: "The family would believe that it was sent.",
        help: "Check the day.",
    },
    check: Check::Referral(check),
    examples: &[
        Example {
            case: "underfunded-referral",
            entry: "document",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "underfunded-referral",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/sentAt", "value": "2026-10-02T01:30:00Z"}]"#,
            ),
            expect: Expect::Fail("/sentAt"),
        },
    ],
};

fn check(referral: &Referral<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(sent) = referral.sent_at.as_ref().and_then(calendar::china_day) else { return };
    sink.seen();
    if sent > case.as_of {
        sink.fail(pointer!["sentAt"]);
    }
}
