//! The days of an economic verification MUST stand in order: request, issue, end of validity; beginning and end of
//! the period.

use crate::{
    code::lists::{Ask, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-006",
    slug: "days-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ECV-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs],
    zh: Words {
        title: "核对报告的日期先后不对",
        message: "出具日期早于提请日期，或有效期、核对期间的先后颠倒。",
        why: "日期不对，就不知道报告反映的是什么时候的情况。",
        help: "请对照报告原件核对日期。",
    },
    en: Words {
        title: "Days of the report out of order",
        message: "The report lies before its request, or its period or validity is turned round.",
        why: "With wrong days nobody knows of what time it speaks.",
        help: "Compare with the report itself.",
    },
    check: Check::EconomicVerification(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::Patch(r#"[{"op": "replace", "path": "/issuedOn", "value": "2026-03-02"}]"#),
            expect: Expect::Fail("/issuedOn"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let (asked, issued) = (report.requested_on.as_ref(), report.issued_on.as_ref());
    calendar::in_order(sink, asked, issued, || pointer!["issuedOn"]);
    calendar::in_order(sink, issued, report.valid_until.as_ref(), || pointer!["validUntil"]);
    let (from, until) = (report.period_from.as_ref(), report.period_until.as_ref());
    calendar::in_order(sink, from, until, || pointer!["periodUntil"]);
}
