//! Each award of a programme must have a name of its own.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-019",
    slug: "award-id-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "两项资助用了同一个代号",
        message: "这个代号前面已经用过。",
        why: "“补充哪一项”靠代号指明，重复就分不清。",
        help: "请给其中一项换一个代号。",
    },
    en: Words {
        title: "Two awards have the same id",
        message: "This id was used before.",
        why: "Supplements point to an award by its id; with two of them nobody knows which.",
        help: "Give one of them another id.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/awards/3/awardId", "value": "orphans"}]"#),
            expect: Expect::Fail("/awards/3/awardId"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, award) in programme.awards.iter().enumerate() {
        sink.seen();
        if programme.awards.iter().take(index).any(|earlier| earlier.award_id == award.award_id) {
            sink.fail(pointer!["awards", index, "awardId"]);
        }
    }
}
