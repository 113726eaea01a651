//! Each source must have a name of its own.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-023",
    slug: "source-id-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "两个出处用了同一个代号",
        message: "这个代号前面已经用过。",
        why: "条件引用它时，分不清是哪一份公告。",
        help: "请给其中一个换一个代号，并改引用它的条件。",
    },
    en: Words {
        title: "Two sources have the same name",
        message: "This name was used before.",
        why: "A term that names it could mean either announcement.",
        help: "Give one of them another name, and change the terms that name it.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/sources/-", "value": {"id": "rules", "title": "示例公告", "date": "2026-05-01"}}]"#,
            ),
            expect: Expect::Fail("/sources/2/id"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, source) in programme.sources.iter().enumerate() {
        sink.seen();
        if programme.sources.iter().take(index).any(|earlier| earlier.id == source.id) {
            sink.fail(pointer!["sources", index, "id"]);
        }
    }
}
