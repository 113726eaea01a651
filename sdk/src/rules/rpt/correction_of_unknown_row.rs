//! The row that stands in place of a corrected one must be in this report.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-014",
    slug: "correction-of-unknown-row",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "替代的那一行找不到",
        message: "“替代行”填的标识号，本次报送里没有。",
        why: "原来的行撤了，新的行又找不到，这笔救助就从统计里消失了。",
        help: "请核对替代行的标识号，或者把新的行加进来。",
    },
    en: Words {
        title: "The row that replaces a corrected one cannot be found",
        message: "This report has no row of that id.",
        why: "The old row goes and the new one is not there, so that the aid is lost from the figures.",
        help: "Check the id of the row, or add the new row.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/corrections/0/replacedByRowId", "value": "019a0000-0000-7000-8000-000000000f11"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/corrections/0/replacedByRowId", "value": "019a0000-0000-7000-8000-000000000fff"}]"#,
            ),
            expect: Expect::Fail("/corrections/0/replacedByRowId"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, correction) in report.corrections.iter().enumerate() {
        let Some(id) = &correction.replaced_by_row_id else { continue };
        sink.seen();
        let found = report.rows.iter().any(|row| row.row_id == *id)
            || report.persons.iter().any(|row| row.row_id == *id);
        if !found {
            sink.fail(pointer!["corrections", index, "replacedByRowId"]);
        }
    }
}
