//! A suspicion that is cleared or upheld MUST have a resolution by a person.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-013",
    slug: "settled-without-decision",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "疑点已了结，没有处理决定",
        message: "疑点写成已排除或已确认，但没有由人作出的处理决定。",
        why: "系统比对不能代替人的判断。",
        help: "请填写处理决定和决定人。",
    },
    en: Words {
        title: "Settled without a decision",
        message: "The suspicion counts as cleared or upheld, and no person decided so.",
        why: "A match of data does not take the place of a person's judgment.",
        help: "Fill in the resolution and who decided it.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "remove", "path": "/resolution"}]"#),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !matches!(suspicion.status, SuspicionStatus::Cleared | SuspicionStatus::Upheld) {
        return;
    }
    sink.seen();
    if suspicion.resolution.as_ref().is_none_or(|resolution| resolution.decided_by.is_none()) {
        sink.fail(pointer!["status"]);
    }
}
