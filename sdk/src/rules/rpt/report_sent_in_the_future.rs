//! A report must not have been sent, nor answered, in the future.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-005",
    slug: "report-sent-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::CivilAffairs],
    zh: Words {
        title: "报送或反馈日期在将来",
        message: "这个日期还没有到。",
        why: "按时与否要靠这些日期判断。",
        help: "请核对年份和月份。",
    },
    en: Words {
        title: "The day of sending or of a reply is in the future",
        message: "This day has not come yet.",
        why: "From these days it follows whether a report came in time.",
        help: "Check the year and the month.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/replies/0/repliedOn", "value": "2101-09-25"}]"#,
            ),
            expect: Expect::Fail("/replies/0/repliedOn"),
        },
    ],
};

fn check(report: &AidReport<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::not_yet(sink, report.submitted_on.as_ref(), case.as_of, || pointer!["submittedOn"]);
    for (index, reply) in report.replies.iter().enumerate() {
        calendar::not_yet(sink, Some(&reply.replied_on), case.as_of, || {
            pointer!["replies", index, "repliedOn"]
        });
    }
}
