//! Payments SHOULD go on when a suspicion was cleared.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-012",
    slug: "still-held-after-clearing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "疑点已排除，拨付还没有恢复",
        message: "疑点已经排除，没有写恢复拨付的日期。",
        why: "排除之后还停着，孩子白白受影响。",
        help: "请恢复拨付并填写日期。",
    },
    en: Words {
        title: "Still held back after it was cleared",
        message: "The suspicion was cleared, and no day is given on which payments went on.",
        why: "The child suffers for nothing.",
        help: "Let payments go on and give the day.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "remove", "path": "/payment/heldUntil"}]"#),
            expect: Expect::Fail("/payment"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if suspicion.status != SuspicionStatus::Cleared {
        return;
    }
    let Some(payment) = suspicion.payment.as_ref().filter(|payment| payment.held) else { return };
    sink.seen();
    if payment.held_until.is_none() {
        sink.fail(pointer!["payment"]);
    }
}
