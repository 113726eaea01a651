//! Every time that a decision gives MUST be one that a clock has shown.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-005",
    slug: "decision-time-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "时刻不存在",
        message: "这里写的时刻不存在，例如 25 点。",
        why: "写错的时刻没法用来算先后和时限。",
        help: "请改成真实的日期和时刻。",
    },
    en: Words {
        title: "A time that no clock shows",
        message: "This is no time that a clock has shown, such as an hour 25.",
        why: "It tells nothing about order and promptness.",
        help: "Write the real day and time.",
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
                r#"[{"op": "replace", "path": "/history/3/since", "value": "2026-03-10T25:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/history/3/since"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, change) in decision.history.iter().enumerate() {
        calendar::real_instant(sink, Some(&change.since), || pointer!["history", index, "since"]);
    }
    let approved = decision.emergency.as_ref().and_then(|track| track.approved_at.as_ref());
    calendar::real_instant(sink, approved, || pointer!["emergency", "approvedAt"]);
    let Some(times) = &decision.service_level else { return };
    for (text, member) in [
        (&times.received_at, "receivedAt"),
        (&times.answered_at, "answeredAt"),
        (&times.complete_at, "completeAt"),
        (&times.decided_at, "decidedAt"),
        (&times.paid_at, "paidAt"),
    ] {
        calendar::real_instant(sink, text.as_ref(), || pointer!["serviceLevel", member]);
    }
}
