//! A limit must say how often or how much.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-033",
    slug: "limit-says-nothing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "限额没有写多少",
        message: "这一条限额既没有次数，也没有金额。",
        why: "写了“有限额”却不说多少，没有办法执行。",
        help: "请补上次数或金额，或者去掉这一条。",
    },
    en: Words {
        title: "A limit does not say how much",
        message: "It states neither a number of times nor an amount.",
        why: "A limit without a number cannot be kept.",
        help: "Add how often or how much, or leave the limit out.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/limits/1/times"}]"#),
            expect: Expect::Fail("/limits/1"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let all = programme.awards.iter().enumerate().flat_map(|(index, award)| {
        award.limits.iter().enumerate().map(move |(number, limit)| (Some(index), number, limit))
    });
    for (award, number, limit) in
        all.chain(programme.limits.iter().enumerate().map(|(at, limit)| (None, at, limit)))
    {
        sink.seen();
        if limit.times.is_none() && limit.amount.is_none() {
            sink.fail(match award {
                Some(award) => pointer!["awards", award, "limits", number],
                None => pointer!["limits", number],
            });
        }
    }
}
