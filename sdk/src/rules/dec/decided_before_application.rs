//! A decision MUST NOT lie before the application, except on the emergency track.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, chain},
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
        why: "没有申请就先有决定，多半是日期写错了；先救助后补材料的除外。",
        help: "请核对两个日期；确属紧急的，请写明紧急通道。",
    },
    en: Words {
        title: "Decided before the application",
        message: "The decision lies before the day of the application.",
        why: "A decision before the application is probably a wrong date, unless help came first and the papers followed.",
        help: "Compare both dates; in an emergency, say that the case was on that track.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/decidedOn", "value": "2026-03-01"}, {"op": "add", "path": "/emergency", "value": {"reason": "欠费将停药"}}]"#,
            ),
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
    // In an emergency help comes first and the papers follow; a decision on another application says so by itself.
    let other = chain::is_of_another_application(case, Some(&decision.application_id)) == Some(true);
    let Some(application) = case.application().filter(|_| decision.emergency.is_none() && !other) else {
        return;
    };
    calendar::in_order(sink, Some(&application.value.created_on), decision.decided_on.as_ref(), || {
        pointer!["decidedOn"]
    });
}
