//! The period of a report must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-001",
    slug: "report-period-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "报送期间还没开始就结束了",
        message: "期间的结束日期早于开始日期。",
        why: "这样的期间里没有救助可报。",
        help: "请核对两个日期，看是不是写反了。",
    },
    en: Words {
        title: "The period of the report ends before it begins",
        message: "Its last day is before its first.",
        why: "In such a period there is nothing to report.",
        help: "Compare the two days; they may be swapped.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/periodUntil", "value": "2026-06-30"}, {"op": "remove", "path": "/persons"}, {"op": "remove", "path": "/replies"}]"#,
            ),
            expect: Expect::Fail("/periodUntil"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::in_order(sink, Some(&report.period_from), Some(&report.period_until), || {
        pointer!["periodUntil"]
    });
}
