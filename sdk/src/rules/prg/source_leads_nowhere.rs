//! A source that a term names must be listed.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::sources;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-022",
    slug: "source-leads-nowhere",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "引用的出处没有列出",
        message: "这里引用的出处代号，在“出处”列表里没有。",
        why: "顺着代号找不到公告，等于没有出处。",
        help: "请核对代号，或者把这份公告加进“出处”列表。",
    },
    en: Words {
        title: "A source is not listed",
        message: "The source named here is not among the programme's sources.",
        why: "A name that leads to no announcement is no source.",
        help: "Check the name, or add the announcement to the sources.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/overlap/source", "value": "agreement"}]"#),
            expect: Expect::Fail("/overlap/source"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sources::each(programme, |source, at| {
        sink.seen();
        if !programme.sources.iter().any(|listed| listed.id == *source) {
            sink.fail(at());
        }
    });
}
