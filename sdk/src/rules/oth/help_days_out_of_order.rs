//! Aid must not be decided before it is applied for or paid before it is granted, nor an appeal close before it opens.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-003",
    slug: "help-days-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "其他帮助的日期前后颠倒",
        message: "先发生的事，日期反而在后。",
        why: "前后颠倒，就说不清办到了哪一步。",
        help: "请核对，看两个日期是不是写反了。",
    },
    en: Words {
        title: "The days of other help are out of order",
        message: "What comes first has the later day.",
        why: "With the order reversed nobody knows how far it has come.",
        help: "Check the two days; they may be swapped.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "closedOn": "2026-09-20"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/crowdfunding", "value": [{"platform": "shuidichou", "projectId": "X1", "status": "raising", "openedOn": "2026-09-01", "target": "100000.00", "raised": "5000.00", "fee": "180.00", "truthDeclared": true, "closedOn": "2026-08-01"}]}]"#,
            ),
            expect: Expect::Fail("/otherHelp/crowdfunding/0/closedOn"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(help) = &application.other_help else { return };
    for (index, one) in help.government.iter().enumerate() {
        calendar::in_order(sink, one.applied_on.as_ref(), one.decided_on.as_ref(), || {
            pointer!["otherHelp", "government", index, "decidedOn"]
        });
    }
    for (index, one) in help.charity.iter().enumerate() {
        calendar::in_order(sink, one.applied_on.as_ref(), one.granted_on.as_ref(), || {
            pointer!["otherHelp", "charity", index, "grantedOn"]
        });
        calendar::in_order(sink, one.granted_on.as_ref(), one.paid_on.as_ref(), || {
            pointer!["otherHelp", "charity", index, "paidOn"]
        });
    }
    for (index, one) in help.crowdfunding.iter().enumerate() {
        calendar::in_order(sink, one.opened_on.as_ref(), one.closed_on.as_ref(), || {
            pointer!["otherHelp", "crowdfunding", index, "closedOn"]
        });
    }
}
