//! A reply must speak of rows of the report.

use crate::{
    code::lists::{Ask, Severity},
    model::{aid_report::AidReport, texts::IdText},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-012",
    slug: "reply-to-unknown-row",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Charity],
    zh: Words {
        title: "反馈的行在报送里找不到",
        message: "反馈提到的行标识号，本次报送里没有。",
        why: "不知道核对的是哪一行，结果没法用。",
        help: "请核对行标识号，看是不是另一次报送的反馈。",
    },
    en: Words {
        title: "A reply speaks of a row that is not there",
        message: "The report has no row of this id.",
        why: "Without knowing which row was checked, the result is of no use.",
        help: "Check the id of the row; the reply may belong to another report.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/replies/0/rows/1/rowId", "value": "019a0000-0000-7000-8000-000000000fff"}]"#,
            ),
            expect: Expect::Fail("/replies/0/rows/1/rowId"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let known = |id: &IdText<'_>| {
        report.rows.iter().any(|row| row.row_id == *id) || report.persons.iter().any(|row| row.row_id == *id)
    };
    for (index, reply) in report.replies.iter().enumerate() {
        for (number, row) in reply.rows.iter().enumerate() {
            sink.seen();
            if !known(&row.row_id) {
                sink.fail(pointer!["replies", index, "rows", number, "rowId"]);
            }
        }
    }
}
