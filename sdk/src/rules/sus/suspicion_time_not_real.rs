//! Every time that a suspicion gives MUST be one that a clock has shown.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-005",
    slug: "suspicion-time-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "时刻不存在",
        message: "这里写的时刻不存在。",
        why: "时刻写错，就说不清先后。",
        help: "请改成真实的日期和时刻。",
    },
    en: Words {
        title: "A time that no clock shows",
        message: "This is no time that a clock has shown.",
        why: "It tells nothing about the order of things.",
        help: "Write the real day and time.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/history/1/since", "value": "2026-06-05T02:60:00Z"}]"#,
            ),
            expect: Expect::Fail("/history/1/since"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::real_instant(sink, Some(&suspicion.raised_at), || pointer!["raisedAt"]);
    for (index, change) in suspicion.history.iter().enumerate() {
        calendar::real_instant(sink, Some(&change.since), || pointer!["history", index, "since"]);
    }
}
