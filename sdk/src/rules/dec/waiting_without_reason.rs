//! A case on the waitlist SHOULD say why and since when it waits.

use crate::{
    code::lists::{Ask, ProcessState, Severity},
    model::decision::Decision,
    model::decision::Waitlist,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-018",
    slug: "waiting-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "候补没有写原因和日期",
        message: "案件在候补，但没有写为什么等、从哪天开始等。",
        why: "说清楚要等什么、等多久，家庭才能另想办法。",
        help: "请写明候补的原因和起始日期。",
    },
    en: Words {
        title: "Waiting without a reason",
        message: "The case waits, and neither why nor since when is told.",
        why: "A family that knows can look for other help meanwhile.",
        help: "Say why it waits and since when.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "refusal",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/state", "value": "waitlisted"}, {"op": "replace", "path": "/history/2/state", "value": "waitlisted"}, {"op": "add", "path": "/waitlist", "value": {"reason": "本年度资金已用完", "since": "2026-05-20"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "refusal",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/state", "value": "waitlisted"}, {"op": "replace", "path": "/history/2/state", "value": "waitlisted"}]"#,
            ),
            expect: Expect::Fail("/state"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if decision.state != ProcessState::Waitlisted {
        return;
    }
    sink.seen();
    let told = |list: &Waitlist<'_>| list.reason.is_some() && list.since.is_some();
    if !decision.waitlist.as_ref().is_some_and(told) {
        sink.fail(pointer!["state"]);
    }
}
