//! Where payments wait, the person who decided so SHOULD be named.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-011",
    slug: "held-by-nobody",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-SUS-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "暂缓拨付没有写由谁决定",
        message: "拨付暂缓了，但没有写是谁决定的。",
        why: "停钱要由人决定，系统不能自动停。",
        help: "请填写决定暂缓的人。",
    },
    en: Words {
        title: "Held back by nobody",
        message: "Payments wait, and who decided so is not told.",
        why: "That is for a person to decide, never for a program.",
        help: "Name the person who decided.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "remove", "path": "/payment/heldBy"}]"#),
            expect: Expect::Fail("/payment"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(payment) = suspicion.payment.as_ref().filter(|payment| payment.held) else { return };
    sink.seen();
    if payment.held_by.is_none() {
        sink.fail(pointer!["payment"]);
    }
}
