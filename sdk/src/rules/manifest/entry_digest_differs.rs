//! The SHA-256 digest of every entry must be the one that the manifest states.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::Sha256Digest,
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-107",
    slug: "entry-digest-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-106"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "文件内容和清单不一致",
        message: "这个文件的摘要和清单写的不一样。",
        why: "文件打包之后被改过或换过。",
        help: "请向发送方要一份没有改动的资料包。",
    },
    en: Words {
        title: "The digest of an entry differs",
        message: "This entry has another SHA-256 digest than the manifest says.",
        why: "It was changed or replaced after packing.",
        help: "Ask the sender for a package that was not changed.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/entries/0/sha256", "value": "0000000000000000000000000000000000000000000000000000000000000000"}]"#,
            ),
            expect: Expect::Fail("/entries/0/sha256"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, listed) in manifest.entries.iter().enumerate() {
        // Where the size differs already, that is said once.
        let Some(entry) = folder::entry(case, listed).filter(|entry| entry.size == listed.size.get()) else {
            continue;
        };
        sink.seen();
        if listed.sha256.as_str().parse() != Ok(Sha256Digest::from_bytes(entry.sha256)) {
            sink.fail(pointer!["entries", index, "sha256"]);
        }
    }
}
