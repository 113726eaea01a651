//! A supplement must add to another award of the programme.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-020",
    slug: "supplement-to-unknown-award",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "补充的那一项找不到",
        message: "“补充哪一项”填的代号不是本项目的另一项资助。",
        why: "不知道在哪一项之上补充，就没法算合计。",
        help: "请核对代号，填写本项目中另一项资助的代号。",
    },
    en: Words {
        title: "The award that is supplemented cannot be found",
        message: "It names no other award of this programme.",
        why: "Without knowing what it adds to, nothing can be added up.",
        help: "Check the id; it should be that of another award of this programme.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/awards/2/supplementTo", "value": "by-income"}]"#,
            ),
            expect: Expect::Fail("/awards/2/supplementTo"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, award) in programme.awards.iter().enumerate() {
        let Some(supplemented) = &award.supplement_to else { continue };
        sink.seen();
        let found = programme.awards.iter().any(|other| other.award_id == *supplemented);
        if !found || *supplemented == award.award_id {
            sink.fail(pointer!["awards", index, "supplementTo"]);
        }
    }
}
