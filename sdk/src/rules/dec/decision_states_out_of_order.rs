//! The states of a history MUST stand in the order of their times.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-004",
    slug: "decision-states-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "办理历史的先后颠倒",
        message: "这个状态的起始时刻早于前面的状态。",
        why: "先后颠倒，就看不出案件是怎么一步步办下来的。",
        help: "请核对各个状态的起始时刻，按先后排列。",
    },
    en: Words {
        title: "States out of order",
        message: "This state began before one that stands before it.",
        why: "Out of order, the history does not tell how the case went.",
        help: "Check the times and put the states in order.",
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
                r#"[{"op": "replace", "path": "/history/3/since", "value": "2026-03-02T12:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/history/3/since"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::in_order(sink, decision.history.iter().map(|change| steps::instant(&change.since)), |index| {
        pointer!["history", index, "since"]
    });
}
