//! The day of something that has happened must not be after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::texts::DateText,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-002",
    slug: "help-day-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "其他帮助的日期在将来",
        message: "已经发生的事，日期却还没有到。",
        why: "多半是年份写错了。",
        help: "请核对日期。",
    },
    en: Words {
        title: "A day of other help lies in the future",
        message: "Something that has happened has a day that has not come yet.",
        why: "The year is probably miswritten.",
        help: "Check the day.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2027-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/openedOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(help) = &application.other_help else { return };
    let mut past = |date: Option<&DateText<'_>>, list: &'static str, index: usize, member: &'static str| {
        calendar::not_yet(sink, date, case.as_of, || pointer!["otherHelp", list, index, member]);
    };
    for (index, one) in help.government.iter().enumerate() {
        past(one.applied_on.as_ref(), "government", index, "appliedOn");
        past(one.decided_on.as_ref(), "government", index, "decidedOn");
    }
    for (index, one) in help.charity.iter().enumerate() {
        past(one.applied_on.as_ref(), "charity", index, "appliedOn");
        past(one.granted_on.as_ref(), "charity", index, "grantedOn");
        past(one.paid_on.as_ref(), "charity", index, "paidOn");
    }
    for (index, one) in help.crowdfunding.iter().enumerate() {
        past(one.opened_on.as_ref(), "crowdfunding", index, "openedOn");
        past(one.as_of.as_ref(), "crowdfunding", index, "asOf");
    }
}
