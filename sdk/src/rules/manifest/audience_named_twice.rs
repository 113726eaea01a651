//! Each organisation of the audience should be named once.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-110",
    slug: "audience-named-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PKG-109"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "同一家接收机构写了两次",
        message: "接收机构里有两个相同的代码。",
        why: "多半是选重了，也可能漏选了另一家。",
        help: "请去掉重复的一个，看看是不是少写了一家。",
    },
    en: Words {
        title: "An organisation stands twice in the audience",
        message: "Two codes of the audience are the same.",
        why: "It was probably chosen twice, or another was meant.",
        help: "Take one out and see whether an organisation is missing.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "copy", "from": "/audience/0", "path": "/audience/-"}]"#),
            expect: Expect::Fail("/audience/2"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, code) in manifest.audience.iter().enumerate() {
        sink.seen();
        if manifest.audience.iter().take(index).any(|earlier| earlier == code) {
            sink.fail(pointer!["audience", index]);
        }
    }
}
