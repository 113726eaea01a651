//! A score that was used SHOULD be explained.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-013",
    slug: "score-not-explained",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有说明评分是怎么来的",
        message: "决定时用了自动评分，但没有说明评分由什么构成。",
        why: "家庭有权要求说明，也有权拒绝只由程序作出的决定。",
        help: "请用家庭看得懂的话写明评分依据。",
    },
    en: Words {
        title: "The score is not explained",
        message: "A computed score was used, and what it is made of is not told.",
        why: "A family may ask for it, and may refuse a decision by a program alone.",
        help: "Say in plain words what the score is made of.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/scoreUsed", "value": true}, {"op": "add", "path": "/scoreExplained", "value": "家庭负担与病情紧急程度各占一半"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(r#"[{"op": "replace", "path": "/scoreUsed", "value": true}]"#),
            expect: Expect::Fail("/scoreUsed"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if decision.score_used != Some(true) {
        return;
    }
    sink.seen();
    if decision.score_explained.is_none() {
        sink.fail(pointer!["scoreUsed"]);
    }
}
