//! The result of a resolution MUST be the status of a suspicion that is cleared or upheld.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-014",
    slug: "resolution-differs-from-status",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "处理决定与当前状态矛盾",
        message: "处理决定的结论与疑点的当前状态不一致。",
        why: "一处说排除、一处说确认，家庭不知道算哪个。",
        help: "请核对处理决定和状态。",
    },
    en: Words {
        title: "The resolution contradicts the status",
        message: "The result of the resolution is not the status.",
        why: "Cleared in one place and upheld in the other helps nobody.",
        help: "Compare resolution and status.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "replace", "path": "/resolution/result", "value": "upheld"}]"#),
            expect: Expect::Fail("/resolution/result"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !matches!(suspicion.status, SuspicionStatus::Cleared | SuspicionStatus::Upheld) {
        return;
    }
    let Some(resolution) = &suspicion.resolution else { return };
    sink.seen();
    if resolution.result != suspicion.status {
        sink.fail(pointer!["resolution", "result"]);
    }
}
