//! A report should be sent after its period is over.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-002",
    slug: "report-sent-before-its-period-is-over",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RPT-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "期间还没结束就报送了",
        message: "报送日期早于期间的最后一天。",
        why: "剩下几天的救助会漏报。",
        help: "请核对日期；确实提前报送的，下次补报剩余部分。",
    },
    en: Words {
        title: "The report was sent before its period was over",
        message: "The day of sending is before the last day of the period.",
        why: "Aid of the days that were left would not be reported.",
        help: "Check the days; if it was sent early, report the rest next time.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/submittedOn", "value": "2026-08-30"}]"#),
            expect: Expect::Fail("/submittedOn"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::in_order(sink, Some(&report.period_until), report.submitted_on.as_ref(), || {
        pointer!["submittedOn"]
    });
}
