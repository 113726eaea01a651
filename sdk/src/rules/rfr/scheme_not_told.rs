//! A referral for government aid SHOULD name the schemes.

use crate::{
    code::lists::{Ask, ReferralReason, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-014",
    slug: "scheme-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RFR-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写可能符合哪项政府救助",
        message: "转介原因是可能符合政府救助，但没有写是哪一项。",
        why: "写明是哪一项，民政部门才好对着办。",
        help: "请填写可能符合的政府救助项目。",
    },
    en: Words {
        title: "Which government aid is not told",
        message: "The family may be eligible for government aid, and for which is not told.",
        why: "Told which, the office can take it up at once.",
        help: "Name the schemes.",
    },
    check: Check::Referral(check),
    examples: &[
        Example {
            case: "underfunded-referral",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/reason", "value": "government-eligibility"}, {"op": "add", "path": "/governmentSchemes", "value": ["temporary-aid"]}, {"op": "replace", "path": "/to/role", "value": "civil-affairs"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "underfunded-referral",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/reason", "value": "government-eligibility"}, {"op": "replace", "path": "/to/role", "value": "civil-affairs"}]"#,
            ),
            expect: Expect::Fail("/reason"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if referral.reason != ReferralReason::GovernmentEligibility {
        return;
    }
    sink.seen();
    if referral.government_schemes.is_empty() {
        sink.fail(pointer!["reason"]);
    }
}
