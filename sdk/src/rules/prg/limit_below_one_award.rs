//! A limit over all awards must not be below one of them.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::{Award, Programme},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-034",
    slug: "limit-below-one-award",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "合计限额比单项资助还低",
        message: "金额限额低于其中一项资助的定额。",
        why: "按限额，这一项永远给不足，家庭会空欢喜。",
        help: "请对照公告核对限额和各项金额。",
    },
    en: Words {
        title: "A limit is below a single award",
        message: "The limit of the amount is below the fixed amount of one award.",
        why: "That award could never be given in full, and families would hope in vain.",
        help: "Compare the limit and the amounts with the announcement.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/limits/0/amount", "value": "12000.00"}]"#),
            expect: Expect::Fail("/limits/0/amount"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let fixed = |award: &Award<'_>| {
        let tiers = award.tiers.iter().filter_map(|tier| amount::money(tier.amount.as_ref()));
        tiers.chain(amount::money(award.amount.as_ref())).max()
    };
    let greatest = programme.awards.iter().filter_map(fixed).max();
    for (index, limit) in programme.limits.iter().enumerate() {
        let (Some(limit), Some(greatest)) = (amount::money(limit.amount.as_ref()), greatest) else {
            continue;
        };
        sink.seen();
        if limit < greatest {
            sink.fail(pointer!["limits", index, "amount"]);
        }
    }
    for (index, award) in programme.awards.iter().enumerate() {
        let Some(greatest) = fixed(award) else { continue };
        for (number, limit) in award.limits.iter().enumerate() {
            let Some(limit) = amount::money(limit.amount.as_ref()) else { continue };
            sink.seen();
            if limit < greatest {
                sink.fail(pointer!["awards", index, "limits", number, "amount"]);
            }
        }
    }
}
