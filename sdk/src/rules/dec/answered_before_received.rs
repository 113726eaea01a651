//! The times of a case MUST NOT lie before the application was received.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-036",
    slug: "answered-before-received",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-036"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "办理时刻早于收到申请",
        message: "这个时刻早于收到申请的时刻。",
        why: "时限是按这些时刻算的，写错了就算不准。",
        help: "请核对各个时刻。",
    },
    en: Words {
        title: "Answered before it was received",
        message: "This time lies before the application was received.",
        why: "How prompt an organisation is follows from these times.",
        help: "Check the times.",
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
                r#"[{"op": "replace", "path": "/serviceLevel/decidedAt", "value": "2026-03-02T01:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/serviceLevel/decidedAt"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(times) = &decision.service_level else { return };
    let Some(received) = times.received_at.as_ref().and_then(steps::instant) else { return };
    for (text, member) in [
        (&times.answered_at, "answeredAt"),
        (&times.complete_at, "completeAt"),
        (&times.decided_at, "decidedAt"),
        (&times.paid_at, "paidAt"),
    ] {
        let Some(time) = text.as_ref().and_then(steps::instant) else { continue };
        sink.seen();
        if time < received {
            sink.fail(pointer!["serviceLevel", member]);
        }
    }
}
