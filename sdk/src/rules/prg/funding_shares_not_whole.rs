//! Where every source of funding has a share, the shares should be a hundred per cent together.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::bands;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-018",
    slug: "funding-shares-not-whole",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "各方分担比例加起来不是百分之百",
        message: "每个出资方都写了比例，但合计不是 100。",
        why: "少了的部分没有人出，多了的部分会付两遍。",
        help: "请对照合作协议核对各方比例；除不尽的，最后一家取剩下的部分。",
    },
    en: Words {
        title: "The shares of funding do not add up",
        message: "Every source states a share, but together they are not 100.",
        why: "What is missing nobody would pay, and what is too much would be paid twice.",
        help: "Compare the shares with the agreement; what does not divide evenly goes to the last one.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/funding/2/sharePercent", "value": "25"}]"#),
            expect: Expect::Fail("/funding"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let shares: Option<Vec<i64>> = programme
        .funding
        .iter()
        .map(|source| source.share_percent.as_ref().and_then(bands::percent))
        .collect();
    let Some(shares) = shares.filter(|shares| !shares.is_empty()) else { return };
    if shares.iter().any(|share| *share <= 0 || *share > bands::HUNDRED) {
        return;
    }
    sink.seen();
    if shares.iter().sum::<i64>() != bands::HUNDRED {
        sink.fail(pointer!["funding"]);
    }
}
