//! Each row of a report must have an id of its own.

use std::collections::HashSet;

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-011",
    slug: "report-row-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "两行用了同一个标识号",
        message: "这一行的标识号前面已经用过。",
        why: "更正和反馈按标识号找行，重复就会改错。",
        help: "请给这一行换一个新的标识号；同一行报了两遍的，去掉一遍。",
    },
    en: Words {
        title: "Two rows have the same id",
        message: "The id of this row was used before.",
        why: "Corrections and replies find rows by their ids; with two of them the wrong one is changed.",
        help: "Give this row a new id; if the row stands twice, leave one out.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/rows/1/rowId", "value": "019a0000-0000-7000-8000-000000000f11"}]"#,
            ),
            expect: Expect::Fail("/rows/1/rowId"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let rows = report.rows.iter().enumerate().map(|(index, row)| ("rows", index, &row.row_id));
    let persons = report.persons.iter().enumerate().map(|(index, row)| ("persons", index, &row.row_id));
    let mut met = HashSet::new();
    for (list, index, id) in rows.chain(persons) {
        sink.seen();
        if !met.insert(id.as_str()) {
            sink.fail(pointer![list, index, "rowId"]);
        }
    }
}
