//! The deadline and the answer of a request for more MUST NOT lie before the request.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-021",
    slug: "request-days-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "补充通知的日期先后不对",
        message: "期限或补齐日期早于通知日期。",
        why: "期限在通知之前，家庭没法做到。",
        help: "请核对这几个日期。",
    },
    en: Words {
        title: "Days of a request out of order",
        message: "The deadline or the answer lies before the day of the request.",
        why: "Nobody can meet a deadline that has passed.",
        help: "Check these dates.",
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
                r#"[{"op": "replace", "path": "/supplementRequests/0/dueOn", "value": "2026-03-01"}]"#,
            ),
            expect: Expect::Fail("/supplementRequests/0/dueOn"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in decision.supplement_requests.iter().enumerate() {
        let place = |member: &'static str| pointer!["supplementRequests", index, member];
        calendar::in_order(sink, Some(&request.requested_on), request.due_on.as_ref(), || place("dueOn"));
        calendar::in_order(sink, Some(&request.requested_on), request.answered_on.as_ref(), || {
            place("answeredOn")
        });
    }
}
