//! A family that may be eligible for government aid SHOULD be referred to civil affairs.

use crate::{
    code::lists::{Ask, MemberRole, ReferralReason, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-013",
    slug: "government-referral-sent-elsewhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RFR-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::CivilAffairs],
    zh: Words {
        title: "可能符合政府救助，却没有转给民政",
        message: "转介原因是可能符合政府救助，转入方却不是民政部门。",
        why: "政府救助要由民政部门受理，转给别家就耽误了。",
        help: "请转给当地民政部门或乡镇（街道）。",
    },
    en: Words {
        title: "Government aid, and not sent to civil affairs",
        message: "The family may be eligible for government aid, and the referral goes elsewhere.",
        why: "Only civil affairs can take that up.",
        help: "Send it to the local civil affairs office or township.",
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
                r#"[{"op": "replace", "path": "/reason", "value": "government-eligibility"}, {"op": "add", "path": "/governmentSchemes", "value": ["temporary-aid"]}]"#,
            ),
            expect: Expect::Fail("/to"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if referral.reason != ReferralReason::GovernmentEligibility {
        return;
    }
    sink.seen();
    if referral.to.role.is_some_and(|role| role != MemberRole::CivilAffairs) {
        sink.fail(pointer!["to"]);
    }
}
