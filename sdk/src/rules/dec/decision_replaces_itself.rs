//! A decision MUST NOT name itself as the one that it replaces.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-010",
    slug: "decision-replaces-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "审核结果取代了自己",
        message: "“所取代的审核结果”写的是它自己的标识号。",
        why: "取代关系断了，就找不到原来的结果。",
        help: "请填写被取代的那份审核结果的标识号，没有就不填。",
    },
    en: Words {
        title: "A decision replaces itself",
        message: "The decision that it replaces is itself.",
        why: "The earlier one cannot be found that way.",
        help: "Give the id of the earlier decision, or leave it out.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/replacesDecisionId", "value": "019a0000-0000-7000-8000-0000000008e1"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/replacesDecisionId", "value": "019a0000-0000-7000-8000-000000000870"}]"#,
            ),
            expect: Expect::Fail("/replacesDecisionId"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(replaced) = &decision.replaces_decision_id else { return };
    sink.seen();
    if *replaced == decision.decision_id {
        sink.fail(pointer!["replacesDecisionId"]);
    }
}
