//! Every date of other help must be a day of the calendar.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::texts::DateText,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-001",
    slug: "help-day-not-in-calendar",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "其他帮助里的日期不存在",
        message: "这个日期在日历上不存在。",
        why: "先后和期限要靠日期判断。",
        help: "请核对后改成真实的日期；记不清的，可以先不填。",
    },
    en: Words {
        title: "A day of other help does not exist",
        message: "The calendar has no such day.",
        why: "Order and time limits follow from the days.",
        help: "Write the real day, or leave it out if nobody remembers.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-31", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/openedOn"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(help) = &application.other_help else { return };
    let mut real = |date: Option<&DateText<'_>>, list: &'static str, index: usize, member: &'static str| {
        calendar::real_day(sink, date, || pointer!["otherHelp", list, index, member]);
    };
    for (index, one) in help.government.iter().enumerate() {
        real(one.applied_on.as_ref(), "government", index, "appliedOn");
        real(one.decided_on.as_ref(), "government", index, "decidedOn");
    }
    for (index, one) in help.charity.iter().enumerate() {
        real(one.applied_on.as_ref(), "charity", index, "appliedOn");
        real(one.granted_on.as_ref(), "charity", index, "grantedOn");
        real(one.paid_on.as_ref(), "charity", index, "paidOn");
    }
    for (index, one) in help.crowdfunding.iter().enumerate() {
        real(one.opened_on.as_ref(), "crowdfunding", index, "openedOn");
        real(one.closed_on.as_ref(), "crowdfunding", index, "closedOn");
        real(one.as_of.as_ref(), "crowdfunding", index, "asOf");
    }
}
