//! A status of a suspicion MUST follow only one that the table of transitions allows before it.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-002",
    slug: "suspicion-step-not-allowed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "疑点的处理步骤不合规定",
        message: "状态不能从“{from}”直接变为“{to}”。",
        why: "没有会商就认定，对家庭不公平。",
        help: "请核对历史，补上会商等步骤。",
    },
    en: Words {
        title: "A step that a suspicion does not take",
        message: "A suspicion does not go from “{from}” to “{to}”.",
        why: "To uphold it without a meeting is unfair to the family.",
        help: "Look at the history and add what was left out, such as the meeting.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/history/2/status", "value": "raised"}, {"op": "replace", "path": "/status", "value": "raised"}]"#,
            ),
            expect: Expect::Fail("/history/2/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::follow(sink, suspicion.history.iter().map(|change| change.status), |index| {
        pointer!["history", index, "status"]
    });
}
