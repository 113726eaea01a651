//! A row should be of the division of the authority.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-021",
    slug: "row-outside-the-authority",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RPT-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "报送的行不归这个部门管",
        message: "这一行的行政区划不在接收部门的区划之内。",
        why: "不归他管的人，接收部门核对不了，也不该看到。",
        help: "请核对区划；属于别处的，报给当地的部门。",
    },
    en: Words {
        title: "A row is not within the authority's division",
        message: "The division of this row is not within that of the authority.",
        why: "The authority can neither check persons of another division nor ought it to see them.",
        help: "Check the division; what belongs elsewhere is reported there.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/rows/1/region", "value": "110101"}]"#),
            expect: Expect::Fail("/rows/1/region"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(area) = &report.recipient.region else { return };
    let area = area.as_str().trim_end_matches("00");
    let rows = report.rows.iter().enumerate().map(|(index, row)| ("rows", index, row.region.as_ref()));
    let persons =
        report.persons.iter().enumerate().map(|(index, row)| ("persons", index, row.region.as_ref()));
    for (list, index, region) in rows.chain(persons) {
        let Some(region) = region else { continue };
        sink.seen();
        if !region.as_str().starts_with(area) {
            sink.fail(pointer![list, index, "region"]);
        }
    }
}
