//! Tiers should leave no amount out between them.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::bands;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-012",
    slug: "tiers-leave-a-gap",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "两档之间有空缺",
        message: "这一档和前一档之间，有的金额两边都不算。",
        why: "负担正好落在空缺里的家庭会一分钱也得不到。",
        help: "请核对两档交界处：一边含本数、一边不含，就没有空缺。",
    },
    en: Words {
        title: "There is a gap between two tiers",
        message: "Between this tier and the one before it there are amounts that belong to neither.",
        why: "A family whose burden falls into the gap would get nothing.",
        help: "Check where the tiers meet: included on one side and not on the other leaves no gap.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/awards/0/tiers/0/band/untilBound", "value": "open"}]"#,
            ),
            expect: Expect::Fail("/awards/0/tiers/1/band"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, award) in programme.awards.iter().enumerate() {
        for (number, pair) in award.tiers.windows(2).enumerate() {
            let [lower, upper] = pair else { continue };
            if !bands::is_said(&lower.band) || !bands::is_said(&upper.band) {
                continue;
            }
            let (lower, upper) = (bands::of(&lower.band), bands::of(&upper.band));
            let Some(last) = lower.last else { continue };
            sink.seen();
            if upper.first > last + 1 {
                sink.fail(pointer!["awards", index, "tiers", number + 1, "band"]);
            }
        }
    }
}
