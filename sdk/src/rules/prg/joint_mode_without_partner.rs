//! A joint programme should name its partners.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-039",
    slug: "joint-mode-without-partner",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-039"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "写了联合救助，没有写合作方",
        message: "项目写明由几方联合实施，却没有列出合作方。",
        why: "家庭和其他机构不知道该找哪一方。",
        help: "请补上合作方和各自的角色；单独实施的，改联合救助模式。",
    },
    en: Words {
        title: "A joint programme names no partner",
        message: "It says that several parties run it, but lists none of them.",
        why: "Families and members would not know whom to turn to.",
        help: "Add the partners and their roles, or change the joint mode if it is run alone.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/partners"}]"#),
            expect: Expect::Fail("/jointMode"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if programme.joint_mode.is_none() {
        return;
    }
    sink.seen();
    if programme.partners.is_empty() {
        sink.fail(pointer!["jointMode"]);
    }
}
