//! An economic verification SHOULD be used while it is valid.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-008",
    slug: "economic-verification-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-ECV-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Charity],
    zh: Words {
        title: "核对报告已经过期",
        message: "核对报告过了有效期，还没有审核结果用过它。",
        why: "家里的情况会变，过期的报告不能再用。",
        help: "请重新提请核对。",
    },
    en: Words {
        title: "The verification has run out",
        message: "The report has run out, and no decision has used it yet.",
        why: "Things change at home; an old report cannot be used any more.",
        help: "Ask for a new one.",
    },
    check: Check::EconomicVerification(check),
    examples: &[
        Example { case: "economic-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "economic-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/validUntil", "value": "2026-09-30"}]"#),
            expect: Expect::Fail("/validUntil"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(until) = calendar::day(report.valid_until.as_ref()) else { return };
    if case.is_verification_used(report.economic_verification_id.as_str()) {
        return;
    }
    sink.seen();
    if until < case.as_of {
        sink.fail(pointer!["validUntil"]);
    }
}
