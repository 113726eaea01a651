//! A state MUST follow only a state that the table of transitions allows before it.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-002",
    slug: "decision-step-not-allowed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "办理步骤不合规定",
        message: "状态不能从“{from}”直接变为“{to}”。",
        why: "跳过中间的步骤，往往是漏了公示、通过或补材料的记录，事后说不清钱是怎么批的。",
        help: "请核对办理历史，补上漏记的步骤，或改正写错的状态。",
    },
    en: Words {
        title: "A step that the procedure does not know",
        message: "A case does not go from “{from}” to “{to}”.",
        why: "Where a step was skipped, a notice, an approval or a request is usually missing from the record, and nobody can tell later how the money was granted.",
        help: "Look at the history: add the step that was left out, or correct the state.",
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
                r#"[{"op": "move", "from": "/history/8", "path": "/history/9"}, {"op": "replace", "path": "/history/9/since", "value": "2026-06-01T02:00:00Z"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "remove", "path": "/history/6"}]"#),
            expect: Expect::Fail("/history/6/state"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::follow(sink, decision.history.iter().map(|change| change.state), |index| {
        pointer!["history", index, "state"]
    });
}
