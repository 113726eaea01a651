//! A tier must say what is given in it.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-017",
    slug: "tier-gives-nothing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "有一档没有写给多少",
        message: "这一档写了区间，却没有写给多少。",
        why: "落在这一档的家庭不知道能得到什么。",
        help: "请补上这一档的定额或比例。",
    },
    en: Words {
        title: "A tier does not say what is given",
        message: "It has a band, but neither an amount nor a rate.",
        why: "Families in this tier would not know what they get.",
        help: "Add the amount or the rate of this tier.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/awards/0/tiers/0/amount"}]"#),
            expect: Expect::Fail("/awards/0/tiers/0"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, award) in programme.awards.iter().enumerate() {
        for (number, tier) in award.tiers.iter().enumerate() {
            sink.seen();
            if tier.amount.is_none() && tier.rate_percent.is_none() {
                sink.fail(pointer!["awards", index, "tiers", number]);
            }
        }
    }
}
