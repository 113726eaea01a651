//! Every reviewer SHOULD declare whether there is an interest in the case.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-015",
    slug: "reviewer-declared-nothing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "评审人没有作利益冲突声明",
        message: "这名评审人没有声明与案件有没有利害关系。",
        why: "先声明再评审，才能防止优亲厚友。",
        help: "请评审人补作声明：有或者没有。",
    },
    en: Words {
        title: "A reviewer declared nothing",
        message: "The reviewer did not say whether there is an interest in the case.",
        why: "To declare first keeps favouritism out.",
        help: "Ask the reviewer for the declaration: an interest, or none.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/review/reviewers/0/conflictDeclared"}]"#),
            expect: Expect::Fail("/review/reviewers/0"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let reviewers = decision.review.iter().flat_map(|review| review.reviewers.iter());
    for (index, reviewer) in reviewers.enumerate() {
        sink.seen();
        if reviewer.conflict_declared.is_none() {
            sink.fail(pointer!["review", "reviewers", index]);
        }
    }
}
