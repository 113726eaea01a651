//! A case on the emergency track SHOULD say why it could not wait.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-035",
    slug: "decision-emergency-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "紧急办理没有写原因",
        message: "走了紧急通道，但没有写为什么不能等。",
        why: "先救助是对的，事后要能说清楚为什么。",
        help: "请写明紧急的原因和批准人。",
    },
    en: Words {
        title: "An emergency without a reason",
        message: "The case was helped first, and why it could not wait is not told.",
        why: "To help first is right; later it must be told why.",
        help: "Give the reason and who allowed it.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/emergency", "value": {"reason": "欠费将停药"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "add", "path": "/emergency", "value": {}}]"#),
            expect: Expect::Fail("/emergency"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(track) = &decision.emergency else { return };
    sink.seen();
    if track.reason.is_none() {
        sink.fail(pointer!["emergency"]);
    }
}
