//! The size of every entry must be the one that the manifest states.

use std::collections::BTreeSet;

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
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
    ask: &[Ask::Sender],
    zh: Words {
        title: "这个文件打包后大小变了",
        message: "这个文件的大小，和打包时清单记下的不一样。",
        why: "文件打包之后被改过或换过，不能再当作发送方发来的那一份。",
        help: "请向发送方要一份没有改动的资料包；是自己改的，请重新打包。",
    },
    en: Words {
        title: "The size of this entry changed after packing",
        message: "This entry has not the size that the manifest recorded when it was packed.",
        why: "It was changed or replaced after packing, and is not what the sender sent any more.",
        help: "Ask the sender for a package that was not changed; where you changed it, pack again.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "add", "path": "/entries/14/size", "value": 1}]"#),
            expect: Expect::FailIn("documents/plan.pdf", ""),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // A manifest that lists an entry twice says so by another rule; the entry is named once.
    let mut named = BTreeSet::new();
    for listed in &manifest.entries {
        let Some((index, entry)) = folder::entry(case, listed) else { continue };
        sink.seen();
        if entry.size != listed.size.get() && named.insert(index) {
            sink.fail_whole(Some(index), &[]);
        }
    }
}
