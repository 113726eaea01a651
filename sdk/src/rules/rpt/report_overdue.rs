//! A report that is due should be sent.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-004",
    slug: "report-overdue",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RPT-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "到期还没有报送",
        message: "期限已过，还没有报送日期。",
        why: "信息没有按时共享，其他机构会重复审核和救助。",
        help: "请尽快报送；已经报送的，补填报送日期。",
    },
    en: Words {
        title: "The report is due and not sent",
        message: "The day it was due has passed, and no day of sending is given.",
        why: "What is not shared in time is checked and paid again by others.",
        help: "Send it soon; if it was sent, fill in the day.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/submittedOn"}]"#),
            expect: Expect::Fail("/dueOn"),
        },
    ],
};

fn check(report: &AidReport<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(due) = calendar::day(report.due_on.as_ref()) else { return };
    sink.seen();
    if report.submitted_on.is_none() && due < case.as_of {
        sink.fail(pointer!["dueOn"]);
    }
}
