//! A tier should say whether its ends are included.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::bands;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-013",
    slug: "bound-of-tier-unsaid",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写是否含本数",
        message: "这一档的金额没有写明“含”还是“不含”。",
        why: "正好等于界限的家庭该归哪一档，就说不清了。",
        help: "请对照公告填写：写“超过”“不足”的不含本数，写“以上（含）”“不超过”的含本数。",
    },
    en: Words {
        title: "It is not said whether an end is included",
        message: "This tier does not say whether the amount at its end is included.",
        why: "For a family exactly at the end, nobody knows which tier holds.",
        help: "Fill it in as announced: above and below leave the amount out, from and up to include it.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/awards/0/tiers/0/band/untilBound"}]"#),
            expect: Expect::Fail("/awards/0/tiers/0/band"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, award) in programme.awards.iter().enumerate() {
        for (number, tier) in award.tiers.iter().enumerate() {
            sink.seen();
            if !bands::is_said(&tier.band) {
                sink.fail(pointer!["awards", index, "tiers", number, "band"]);
            }
        }
    }
}
