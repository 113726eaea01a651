//! At least one reviewer MUST take part in a review.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-016",
    slug: "every-reviewer-stepped-aside",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "所有评审人都回避了",
        message: "评审人全部回避，等于没有人评审。",
        why: "没有人看过的案件，谁也不能负责。",
        help: "请安排没有利害关系的人评审。",
    },
    en: Words {
        title: "Every reviewer stepped aside",
        message: "All reviewers stepped aside, so that nobody reviewed.",
        why: "Nobody can answer for a case that nobody looked at.",
        help: "Find reviewers who have no interest in it.",
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
                r#"[{"op": "remove", "path": "/review/reviewers/0"}, {"op": "remove", "path": "/review/reviewers/0"}]"#,
            ),
            expect: Expect::Fail("/review/reviewers"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(review) = decision.review.as_ref().filter(|review| !review.reviewers.is_empty()) else { return };
    sink.seen();
    if review.reviewers.iter().all(|reviewer| reviewer.recused == Some(true)) {
        sink.fail(pointer!["review", "reviewers"]);
    }
}
