//! A decision MUST NOT lie before the application.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-009",
    slug: "decided-before-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "决定日期早于申请日期",
        message: "决定日期比申请日期还早。",
        why: "没有申请就先有决定，多半是日期写错了。",
        help: "请核对两个日期。",
    },
    en: Words {
        title: "Decided before the application",
        message: "The decision lies before the day of the application.",
        why: "A decision before the application is probably a wrong date.",
        help: "Compare both dates.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "replace", "path": "/decidedOn", "value": "2026-03-01"}]"#),
            expect: Expect::Fail("/decidedOn"),
        },
    ],
};

fn check(decision: &Decision<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(application) = case.application() else { return };
    calendar::in_order(sink, Some(&application.value.created_on), decision.decided_on.as_ref(), || {
        pointer!["decidedOn"]
    });
}
