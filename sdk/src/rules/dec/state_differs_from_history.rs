//! The state of a decision MUST be the last state of its history.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-001",
    slug: "state-differs-from-history",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "当前状态与办理历史不一致",
        message: "当前状态不是办理历史里的最后一个状态。",
        why: "家庭和其他机构靠状态知道走到哪一步了，两处不一样就没法判断。",
        help: "请核对办理历史，把当前状态改成最后一个状态，或补上漏记的一步。",
    },
    en: Words {
        title: "The state is not the last of the history",
        message: "The state is not the last one of the history.",
        why: "The family and other organisations go by the state; two different ones tell them nothing.",
        help: "Look at the history: correct the state, or add the step that was left out.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/state", "value": "closed"}]"#),
            expect: Expect::Fail("/state"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::end(sink, decision.history.last().map(|change| change.state), decision.state, || {
        pointer!["state"]
    });
}
