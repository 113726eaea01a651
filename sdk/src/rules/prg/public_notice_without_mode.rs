//! A programme that publishes its decisions should say how the child is shown.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-037",
    slug: "public-notice-without-mode",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-037"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "要公示，但没有写公示方式",
        message: "项目要公示审核结果，却没有写孩子的信息怎样显示。",
        why: "家庭在同意公示之前，有权知道孩子会以什么样子出现在公示里。",
        help: "请填“脱敏公示”或“编号公示”。",
    },
    en: Words {
        title: "Decisions are published and it is not said how",
        message: "The programme publishes its decisions, but not how the child is shown.",
        why: "Before it agrees, a family may know how its child will appear.",
        help: "Say whether notices are masked or show a code only.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "remove", "path": "/publicNotice/mode"}]"#),
            expect: Expect::Fail("/publicNotice"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(notice) = programme.public_notice.as_ref().filter(|notice| notice.required) else { return };
    sink.seen();
    if notice.mode.is_none() {
        sink.fail(pointer!["publicNotice"]);
    }
}
