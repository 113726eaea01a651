//! The history of a suspicion MUST stand in the order of its times.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-004",
    slug: "suspicion-states-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "疑点历史的先后颠倒",
        message: "这个状态的起始时刻早于前面的状态。",
        why: "先后颠倒，就看不出疑点是怎么处理的。",
        help: "请核对时刻，按先后排列。",
    },
    en: Words {
        title: "States out of order",
        message: "This status began before one that stands before it.",
        why: "Out of order, it does not tell how the question was dealt with.",
        help: "Check the times and put them in order.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/history/2/since", "value": "2026-06-04T08:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/history/2/since"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::in_order(sink, suspicion.history.iter().map(|change| steps::instant(&change.since)), |index| {
        pointer!["history", index, "since"]
    });
}
