//! A household is at least as many as its listed members and the child.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-004",
    slug: "household-members-above-size",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "列出的人比家庭人口数还多",
        message: "家庭成员加上孩子，已经超过填写的人口数。",
        why: "人口数用来算人均收入，数错了会影响能不能得到帮助。",
        help: "请数一数共同生活的人，孩子也算在内；不共同生活的亲属不用列。",
    },
    en: Words {
        title: "More people are listed than the household has",
        message: "The members and the child together are more than the number of people given.",
        why: "Income per head rests on this number; a wrong one can cost the family help.",
        help: "Count those who live from the same income, the child included; other relatives need not be listed.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/size", "value": 3}, {"op": "remove", "path": "/household/perHeadAnnualIncome"}]"#,
            ),
            expect: Expect::Fail("/household/size"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let Some(size) = household.size else { return };
    if household.members.is_empty() {
        return;
    }
    sink.seen();
    if (size.get() as usize) < household.members.len() + 1 {
        sink.fail(pointer!["household", "size"]);
    }
}
