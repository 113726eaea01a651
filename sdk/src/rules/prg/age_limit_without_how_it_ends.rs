//! An age limit should say on which day it ends and at which event it is counted.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::conditions;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-007",
    slug: "age-limit-without-how-it-ends",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "年龄没有写清怎么算",
        message: "只写了岁数，没有写从哪一天起超龄，或者以什么时候的年龄为准。",
        why: "同样写“18 周岁”，各家算法能差一年，差的往往正是等着救命的孩子。",
        help: "请按公告选择算法和时点；公告没有写的，选“没有写明”。",
    },
    en: Words {
        title: "It is not said how the age is counted",
        message: "There is a number of years, but not on which day a child is over age, or at which event the age is counted.",
        why: "The same eighteen years can differ by a whole year between programmes, and by a child in need.",
        help: "Choose the method and the event as announced; where nothing is announced, say so.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/eligibility/age/boundary"}]"#),
            expect: Expect::Fail("/eligibility/age"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    conditions::each(programme, |node| {
        let Some(age) = node.tests.age else { return };
        sink.seen();
        if (age.until_years.is_some() && age.boundary.is_none()) || age.reference.is_none() {
            sink.fail(node.at(&["age".into()]));
        }
    });
}
