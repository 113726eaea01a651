//! A report should hold something.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-018",
    slug: "report-says-nothing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RPT-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "报送是空的",
        message: "没有汇总行，没有个人行，也没有更正和反馈。",
        why: "空的报送分不清是没有救助，还是忘了填。",
        help: "本期没有救助的，请填一行人数为 0 的汇总；忘了填的，请补上。",
    },
    en: Words {
        title: "The report is empty",
        message: "It has no rows, no persons, no corrections and no replies.",
        why: "From an empty report nobody can tell whether there was no aid or it was forgotten.",
        help: "If there was no aid, give one row with no persons; otherwise fill it in.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/rows"}, {"op": "remove", "path": "/totals"}, {"op": "remove", "path": "/persons"}, {"op": "remove", "path": "/corrections"}, {"op": "remove", "path": "/replies"}]"#,
            ),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    let something = !report.rows.is_empty()
        || !report.persons.is_empty()
        || !report.corrections.is_empty()
        || !report.replies.is_empty();
    if !something {
        sink.fail(pointer![]);
    }
}
