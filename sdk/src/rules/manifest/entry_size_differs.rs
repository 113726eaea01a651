//! The size of every entry must be the one that the manifest states.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-106",
    slug: "entry-size-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-105"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "文件大小和清单不一致",
        message: "这个文件的大小和清单写的不一样。",
        why: "文件打包之后被改过或换过。",
        help: "请向发送方要一份没有改动的资料包。",
    },
    en: Words {
        title: "The size of an entry differs",
        message: "This entry has another size than the manifest says.",
        why: "It was changed or replaced after packing.",
        help: "Ask the sender for a package that was not changed.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "add", "path": "/entries/0/size", "value": 1}]"#),
            expect: Expect::Fail("/entries/0/size"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, listed) in manifest.entries.iter().enumerate() {
        let Some(entry) = folder::entry(case, listed) else { continue };
        sink.seen();
        if entry.size != listed.size.get() {
            sink.fail(pointer!["entries", index, "size"]);
        }
    }
}
