//! Feedback SHOULD follow on a referral that was accepted.

use crate::{
    code::lists::{Ask, ReferralOutcome, Severity},
    model::referral::Referral,
    model::referral::ReferralAnswer,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-009",
    slug: "accepted-without-feedback",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RFR-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "接收之后还没有反馈",
        message: "转介已经接收，还没有反馈办理情况。",
        why: "转出方想知道孩子后来怎么样了。",
        help: "办好之后，请反馈给转出方。",
    },
    en: Words {
        title: "Accepted, and nothing told since",
        message: "The referral was accepted, and nothing was told back since.",
        why: "Whoever sent the family would like to know what came of it.",
        help: "Tell them when the case was dealt with.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(r#"[{"op": "remove", "path": "/feedback"}]"#),
            expect: Expect::Fail("/answer"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let accepted = |answer: &ReferralAnswer<'_>| answer.outcome == ReferralOutcome::Accepted;
    if !referral.answer.as_ref().is_some_and(accepted) {
        return;
    }
    sink.seen();
    if referral.feedback.is_empty() {
        sink.fail(pointer!["answer"]);
    }
}
