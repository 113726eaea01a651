//! The gap of a referral SHOULD be the target less what was raised, and never below zero.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-016",
    slug: "gap-does-not-follow",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RFR-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资金缺口与目标、已筹对不上",
        message: "缺口不等于目标减去已筹金额。",
        why: "按错的缺口去帮，会多给或少给。",
        help: "请核对目标、已筹和缺口；扣了手续费、又得了报销的，请在情况说明里写明。",
    },
    en: Words {
        title: "The gap does not follow",
        message: "The gap is not the target less what was raised.",
        why: "By a wrong gap others give too much or too little.",
        help: "Check target, raised and gap; where a fee was taken off or something was reimbursed, say so in words.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(r#"[{"op": "replace", "path": "/fundingGap/gap", "value": "90000.00"}]"#),
            expect: Expect::Fail("/fundingGap/gap"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(gap) = &referral.funding_gap else { return };
    let all = amount::all_of([gap.target.as_ref(), gap.raised.as_ref(), gap.gap.as_ref()]);
    let Some([target, raised, stated]) = all else { return };
    let Some(left) = target.checked_sub(raised) else { return };
    sink.seen();
    if stated != left.max(Money::ZERO) {
        sink.fail(pointer!["fundingGap", "gap"]);
    }
}
