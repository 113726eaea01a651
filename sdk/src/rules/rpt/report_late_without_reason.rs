//! A report that was sent late should say why.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-003",
    slug: "report-late-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RPT-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "报送逾期，没有说明原因",
        message: "报送日期晚于期限，没有写逾期原因。",
        why: "报得晚，别的部门就可能重复审核、重复救助。",
        help: "请补上逾期原因，并尽早报送下一期。",
    },
    en: Words {
        title: "The report is late and does not say why",
        message: "It was sent after the day it was due, and no reason is given.",
        why: "Where reports come late, others check and pay a second time.",
        help: "Add why it is late, and send the next one in time.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/submittedOn", "value": "2026-09-20"}]"#),
            expect: Expect::Fail("/submittedOn"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(due), Some(sent)) =
        (calendar::day(report.due_on.as_ref()), calendar::day(report.submitted_on.as_ref()))
    else {
        return;
    };
    sink.seen();
    if sent > due && report.late_reason.is_none() {
        sink.fail(pointer!["submittedOn"]);
    }
}
