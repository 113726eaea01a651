//! A refusal MUST give its reasons.

use crate::{
    code::lists::{Ask, ProcessState, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-017",
    slug: "decision-refused-without-reason",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "不予资助没有说明原因",
        message: "不予资助，但没有写原因。",
        why: "家庭不知道为什么，就不知道还能找谁、还能做什么。",
        help: "请写明原因，最好说明还可以向哪里求助。",
    },
    en: Words {
        title: "Refused without a reason",
        message: "The application is refused, and no reason is given.",
        why: "Without it a family knows neither what to do nor whom to turn to.",
        help: "Give the reason, and where else to ask if you know.",
    },
    check: Check::Decision(check),
    examples: &[
        Example { case: "refusal", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "refusal",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/reasons"}]"#),
            expect: Expect::Fail("/state"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if decision.state != ProcessState::Rejected {
        return;
    }
    sink.seen();
    if decision.reasons.is_empty() {
        sink.fail(pointer!["state"]);
    }
}
