//! A cap must not be below the fixed amount it caps.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-015",
    slug: "cap-below-what-is-given",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "封顶额比定额还低",
        message: "封顶额低于这一项或这一档写明的资助金额。",
        why: "两个数字不可能都对，家庭会得到错误的预期。",
        help: "请对照公告，看哪个数字抄错了。",
    },
    en: Words {
        title: "A cap is below what is given",
        message: "The cap is below the fixed amount of this award or tier.",
        why: "The two cannot both be right, and families would expect the wrong amount.",
        help: "Compare with the announcement; one of the two is miscopied.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "add", "path": "/awards/0/cap", "value": "40000.00"}]"#),
            expect: Expect::Fail("/awards/0/tiers/2/amount"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, award) in programme.awards.iter().enumerate() {
        let cap = amount::money(award.cap.as_ref());
        if let (Some(cap), Some(given)) = (cap, amount::money(award.amount.as_ref())) {
            sink.seen();
            if cap < given {
                sink.fail(pointer!["awards", index, "cap"]);
            }
        }
        for (number, tier) in award.tiers.iter().enumerate() {
            let Some(given) = amount::money(tier.amount.as_ref()) else { continue };
            sink.seen();
            if amount::money(tier.cap.as_ref()).is_some_and(|cap| cap < given) {
                sink.fail(pointer!["awards", index, "tiers", number, "cap"]);
            } else if cap.is_some_and(|cap| cap < given) {
                sink.fail(pointer!["awards", index, "tiers", number, "amount"]);
            }
        }
    }
}
