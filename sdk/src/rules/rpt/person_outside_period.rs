//! The month of a row of a person must be in the period.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, month},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-017",
    slug: "person-outside-period",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "个人行的月份不在报送期间内",
        message: "这一行的救助月份不在本次报送的期间里，或者没有这个月份。",
        why: "同一次救助会在两期里各报一遍，或者都漏掉。",
        help: "请核对月份；属于以前期间的，用更正补报。",
    },
    en: Words {
        title: "The month of a person's row is outside the period",
        message: "The month of this aid is not within the period, or there is no such month.",
        why: "The same aid would be reported in two periods, or in none.",
        help: "Check the month; aid of an earlier period is reported as a correction.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/persons/0/month", "value": "2026-06"}]"#),
            expect: Expect::Fail("/persons/0/month"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(from), Some(until)) =
        (calendar::day(Some(&report.period_from)), calendar::day(Some(&report.period_until)))
    else {
        return;
    };
    if until < from {
        return;
    }
    for (index, person) in report.persons.iter().enumerate() {
        sink.seen();
        let within = month::first_day(&person.month)
            .is_some_and(|first| first <= until && first.plus_months(1).is_some_and(|next| next > from));
        if !within {
            sink.fail(pointer!["persons", index, "month"]);
        }
    }
}
