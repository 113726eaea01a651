//! A referral for want of money SHOULD tell the gap.

use crate::{
    code::lists::{Ask, ReferralReason, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-015",
    slug: "gap-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RFR-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写资金缺口",
        message: "因为筹款或资助不足而转介，但没有写还缺多少。",
        why: "写明缺口，转入方才知道能不能帮上。",
        help: "请填写目标、已筹和缺口。",
    },
    en: Words {
        title: "The gap is not told",
        message: "The family is passed on because money is short, and how much is not told.",
        why: "Told the gap, others know whether they can help.",
        help: "Fill in target, raised and gap.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/fundingGap"}]"#),
            expect: Expect::Fail("/reason"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if referral.reason != ReferralReason::Underfunded {
        return;
    }
    sink.seen();
    if referral.funding_gap.as_ref().is_none_or(|gap| gap.gap.is_none()) {
        sink.fail(pointer!["reason"]);
    }
}
