//! A decision that grants or refuses SHOULD name the person who decided.

use crate::{
    code::lists::{Ask, ProcessState, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-011",
    slug: "nobody-decided",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写由谁决定",
        message: "案件已经有了结果，但没有写是谁决定的。",
        why: "家庭有权知道谁对结果负责，有疑问时找谁。",
        help: "请填写决定人的姓名和职务。",
    },
    en: Words {
        title: "Nobody stands for the decision",
        message: "The case is decided, and nobody is named who decided.",
        why: "A family may know who answers for it, and whom to ask.",
        help: "Give the name and position of the person who decided.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/decidedBy"}]"#),
            expect: Expect::Fail("/state"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if decision.score_used == Some(true)
        || !(chain::is_awarded(decision.state) || decision.state == ProcessState::Rejected)
    {
        return;
    }
    sink.seen();
    if decision.decided_by.is_none() {
        sink.fail(pointer!["state"]);
    }
}
