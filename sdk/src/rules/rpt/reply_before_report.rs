//! A reply must not be older than the report.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-016",
    slug: "reply-before-report",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::CivilAffairs, Ask::Charity],
    zh: Words {
        title: "反馈早于报送",
        message: "反馈日期在报送日期之前。",
        why: "还没有报送，就不会有反馈。",
        help: "请核对两个日期，看反馈是不是针对上一次报送。",
    },
    en: Words {
        title: "A reply is older than the report",
        message: "The day of the reply is before that of sending.",
        why: "There is no answer before there is a report.",
        help: "Compare the two days; the reply may belong to the report before.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/replies/0/repliedOn", "value": "2026-09-01"}]"#,
            ),
            expect: Expect::Fail("/replies/0/repliedOn"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, reply) in report.replies.iter().enumerate() {
        calendar::in_order(sink, report.submitted_on.as_ref(), Some(&reply.replied_on), || {
            pointer!["replies", index, "repliedOn"]
        });
    }
}
