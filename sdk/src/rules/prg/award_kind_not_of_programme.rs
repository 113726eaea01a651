//! The kind of aid of an award should be among those of the programme.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-032",
    slug: "award-kind-not-of-programme",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-032"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资助项的方式不在项目的救助方式里",
        message: "项目列出的救助方式不包括这一项的方式。",
        why: "按救助方式查找项目的人会漏掉它。",
        help: "请把这种方式加进项目的“救助方式”，或者核对这一项。",
    },
    en: Words {
        title: "The kind of an award is not among those of the programme",
        message: "The kinds of aid that the programme lists do not include this one.",
        why: "Whoever looks for programmes by the kind of aid would miss it.",
        help: "Add it to the programme's kinds of aid, or check the award.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/awards/3/aidKind", "value": "education"}]"#,
            ),
            expect: Expect::Fail("/awards/3/aidKind"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if programme.aid_kinds.is_empty() {
        return;
    }
    for (index, award) in programme.awards.iter().enumerate() {
        sink.seen();
        if !programme.aid_kinds.contains(&award.aid_kind) {
            sink.fail(pointer!["awards", index, "aidKind"]);
        }
    }
}
