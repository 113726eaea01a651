//! Tiers must not overlap, and must stand from low to high.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::bands;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-011",
    slug: "tiers-overlap",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "两档金额有重叠",
        message: "这一档和前一档有重叠的金额，或者没有从低到高排列。",
        why: "落在重叠处的家庭，不知道该给多少。",
        help: "请核对两档交界处的金额，以及哪一边含本数。",
    },
    en: Words {
        title: "Two tiers overlap",
        message: "This tier shares amounts with the one before it, or does not stand after it.",
        why: "For a family in both, nobody knows how much to give.",
        help: "Check the amount where the tiers meet, and on which side it is included.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/awards/0/tiers/1/band/fromBound", "value": "closed"}]"#,
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
            if lower.is_empty() || upper.is_empty() {
                continue;
            }
            sink.seen();
            if lower.last.is_none_or(|last| upper.first <= last) {
                sink.fail(pointer!["awards", index, "tiers", number + 1, "band"]);
            }
        }
    }
}
