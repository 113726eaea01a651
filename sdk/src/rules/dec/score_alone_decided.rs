//! Where a score was used, a person MUST have decided.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-012",
    slug: "score-alone-decided",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "只凭评分作出了决定",
        message: "决定时用了自动评分，但没有写明由谁决定。",
        why: "对孩子影响重大的决定，不能只靠程序打分，要由人来作出并能向家庭说明。",
        help: "请由工作人员复核后填写决定人。",
    },
    en: Words {
        title: "A score decided alone",
        message: "A computed score was used, and no person is named who decided.",
        why: "What weighs so much for a child is for a person to decide and to explain.",
        help: "Let a person look at it, and name that person.",
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
            case: "refusal",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/state", "value": "review"}, {"op": "replace", "path": "/history/2/state", "value": "review"}, {"op": "remove", "path": "/decidedOn"}, {"op": "remove", "path": "/decidedBy"}, {"op": "add", "path": "/scoreUsed", "value": true}]"#,
            ),
            expect: Expect::NotApplicable,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/scoreUsed", "value": true}, {"op": "add", "path": "/scoreExplained", "value": "家庭负担与病情紧急程度各占一半"}, {"op": "remove", "path": "/decidedBy"}]"#,
            ),
            expect: Expect::Fail("/scoreUsed"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    // While a case is looked at, nobody has decided yet.
    if decision.score_used != Some(true) || !chain::is_decided(decision) {
        return;
    }
    sink.seen();
    if decision.decided_by.is_none() {
        sink.fail(pointer!["scoreUsed"]);
    }
}
