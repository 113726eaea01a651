//! A correction must be of an earlier report.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-013",
    slug: "correction-of-this-report",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "更正的是本次报送",
        message: "更正里的原报送标识号就是本次报送。",
        why: "本次报送的内容直接改就行，不用更正。",
        help: "请填原来那次报送的标识号，或者直接改本次的行。",
    },
    en: Words {
        title: "A correction is of this very report",
        message: "The report that is corrected is this one.",
        why: "What stands in this report can be changed itself.",
        help: "Give the id of the earlier report, or change the row here.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/corrections/0/reportId", "value": "019a0000-0000-7000-8000-000000000f01"}]"#,
            ),
            expect: Expect::Fail("/corrections/0/reportId"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, correction) in report.corrections.iter().enumerate() {
        sink.seen();
        if correction.report_id == report.report_id {
            sink.fail(pointer!["corrections", index, "reportId"]);
        }
    }
}
