//! A row should not have fewer times than persons.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-020",
    slug: "fewer-times-than-persons",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RPT-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "人次比人数还少",
        message: "这一行的人次少于人数。",
        why: "每个受助的人至少有一次，人次不会比人数少；多半是两个数字填反了。",
        help: "请核对人数和人次。",
    },
    en: Words {
        title: "There are fewer times than persons",
        message: "This row has fewer times than persons.",
        why: "Everybody who was helped was helped once at least; the two are probably swapped.",
        help: "Check the number of persons and of times.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/rows/2/times", "value": 5}]"#),
            expect: Expect::Fail("/rows/2/times"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, row) in report.rows.iter().enumerate() {
        let Some(times) = row.times else { continue };
        sink.seen();
        if times.get() < row.persons.get() {
            sink.fail(pointer!["rows", index, "times"]);
        }
    }
}
