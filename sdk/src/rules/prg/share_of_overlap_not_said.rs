//! Where aid may overlap up to a share, the share must be stated.

use crate::{
    code::lists::{Ask, Overlap, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-041",
    slug: "share-of-overlap-not-said",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-041"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写叠加的上限是多少",
        message: "写了“合计有比例上限”，却没有写百分之多少。",
        why: "不知道上限，就算不出还能资助多少。",
        help: "请补上合计上限的百分比和计算依据。",
    },
    en: Words {
        title: "The share up to which aid may overlap is not stated",
        message: "It says that aid may overlap up to a share, but not up to which.",
        why: "Without the share nobody can tell what may still be given.",
        help: "Add the share in per cent and what it is of.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/overlap/upToPercent"}]"#),
            expect: Expect::Fail("/overlap"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(overlap) = &programme.overlap else { return };
    if overlap.rule != Overlap::AllowedUpToShare {
        return;
    }
    sink.seen();
    if overlap.up_to_percent.is_none() {
        sink.fail(pointer!["overlap"]);
    }
}
