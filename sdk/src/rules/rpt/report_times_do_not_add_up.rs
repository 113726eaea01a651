//! The total number of times must be the sum of the rows of charity aid.

use crate::{
    code::lists::{Ask, MoneyNature, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-008",
    slug: "report-times-do-not-add-up",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "合计人次和各行加起来不一样",
        message: "合计人次不等于各行慈善救助人次之和。",
        why: "人次对不上，说明有行漏了或重复了。",
        help: "请重新加总各行人次。",
    },
    en: Words {
        title: "The total number of times is not the sum of the rows",
        message: "It differs from the sum of the rows of charity aid.",
        why: "A row is probably missing, or stands twice.",
        help: "Add up the numbers of the rows again.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/totals/times", "value": 64}]"#),
            expect: Expect::Fail("/totals/times"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(stated) = report.totals.as_ref().and_then(|totals| totals.times) else { return };
    let rows = || report.rows.iter().filter(|row| row.nature == MoneyNature::CharityAid);
    if rows().any(|row| row.times.is_none()) {
        return;
    }
    sink.seen();
    let sum: u64 = rows().filter_map(|row| row.times).map(|times| u64::from(times.get())).sum();
    if sum != u64::from(stated.get()) {
        sink.fail(pointer!["totals", "times"]);
    }
}
