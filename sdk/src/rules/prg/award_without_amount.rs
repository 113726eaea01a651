//! An award of money should say how much.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, funds},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-016",
    slug: "award-without-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写资助多少",
        message: "这一项是资金资助，但没有金额，也没有比例和分档。",
        why: "家庭最先想知道的就是能资助多少。",
        help: "请补上公布的标准；由项目视情况决定的，填“最高额”。",
    },
    en: Words {
        title: "An award does not say how much",
        message: "It gives money, but has neither an amount nor a rate nor tiers.",
        why: "How much it is, is the first thing a family wants to know.",
        help: "Add what is announced; where it is decided case by case, give the greatest amount.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/awards/3/amountUntil"}]"#),
            expect: Expect::Fail("/awards/3"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, award) in programme.awards.iter().enumerate() {
        if !funds::is_money(award.aid_kind) {
            continue;
        }
        sink.seen();
        let says = award.amount.is_some()
            || award.amount_until.is_some()
            || award.rate_percent.is_some()
            || !award.tiers.is_empty();
        if !says {
            sink.fail(pointer!["awards", index]);
        }
    }
}
