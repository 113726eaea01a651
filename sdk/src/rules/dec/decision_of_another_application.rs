//! A decision MUST name the application of its package.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-007",
    slug: "decision-of-another-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "审核结果属于另一份申请",
        message: "审核结果写的申请标识号，与资料包里的申请不同。",
        why: "拿别的孩子的审核结果来看，会批错钱。",
        help: "请核对申请标识号，换成这份申请的审核结果。",
    },
    en: Words {
        title: "The decision is on another application",
        message: "The decision names another application than the one in the package.",
        why: "Another child's decision would let money go wrong.",
        help: "Check the id of the application and put in the decision that belongs here.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/applicationId", "value": "019a0000-0000-7000-8000-0000000008e0"}]"#,
            ),
            expect: Expect::Fail("/applicationId"),
        },
    ],
};

fn check(decision: &Decision<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(other) = chain::is_of_another_application(case, Some(&decision.application_id)) else { return };
    sink.seen();
    if other {
        sink.fail(pointer!["applicationId"]);
    }
}
