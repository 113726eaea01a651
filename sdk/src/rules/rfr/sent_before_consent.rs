//! A referral MUST NOT be sent before the family has consented.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-003",
    slug: "sent-before-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "家庭同意之前就已转介",
        message: "转介发出的日期早于授权同意书的签署日期。",
        why: "家庭还没同意，孩子的情况就已经告诉了别人。",
        help: "请核对日期；确实先发了的，请告诉家庭并补记。",
    },
    en: Words {
        title: "Sent before the consent",
        message: "The referral was sent before the consent was signed.",
        why: "The child's case was told before the family agreed.",
        help: "Check the days; if it was so, tell the family and note it.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/sentAt", "value": "2026-02-28T01:30:00Z"}]"#,
            ),
            expect: Expect::Fail("/sentAt"),
        },
    ],
};

fn check(referral: &Referral<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(consent) = chain::consent(case, referral.consent_id.as_ref()) else { return };
    let sent = referral.sent_at.as_ref().and_then(calendar::china_day);
    let Some((sent, signed)) = sent.zip(calendar::day(Some(&consent.signed_on))) else { return };
    sink.seen();
    if sent < signed {
        sink.fail(pointer!["sentAt"]);
    }
}
