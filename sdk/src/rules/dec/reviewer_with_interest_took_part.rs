//! A reviewer who declared an interest MUST step aside.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-014",
    slug: "reviewer-with-interest-took-part",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "有利害关系的评审人没有回避",
        message: "这名评审人声明了利害关系，但没有回避。",
        why: "亲友、捐赠人参与评审，对别的孩子不公平，机构也说不清。",
        help: "请由其他人重新评审，并记录回避情况。",
    },
    en: Words {
        title: "A reviewer with an interest took part",
        message: "The reviewer declared an interest and did not step aside.",
        why: "It is unfair to other children, and the organisation cannot answer for it.",
        help: "Let others review the case, and record who stepped aside.",
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
                r#"[{"op": "replace", "path": "/review/reviewers/2/recused", "value": false}]"#,
            ),
            expect: Expect::Fail("/review/reviewers/2"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let reviewers = decision.review.iter().flat_map(|review| review.reviewers.iter());
    for (index, reviewer) in reviewers.enumerate() {
        if reviewer.conflict_declared != Some(true) {
            continue;
        }
        sink.seen();
        if reviewer.recused != Some(true) {
            sink.fail(pointer!["review", "reviewers", index]);
        }
    }
}
