//! The manifest must list each entry once.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-105",
    slug: "entry-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-104"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "清单把同一个文件列了两次",
        message: "清单里有两条写的是同一个文件。",
        why: "两条写得不一样时，不知道该信哪一条。",
        help: "请重新打包，每个文件只列一次。",
    },
    en: Words {
        title: "An entry is listed twice",
        message: "Two lines of the manifest name the same entry.",
        why: "Where they differ nobody knows which to trust.",
        help: "Pack again, listing each entry once.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "copy", "from": "/entries/0", "path": "/entries/-"}]"#),
            expect: Expect::Fail("/entries/25/name"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, listed) in manifest.entries.iter().enumerate() {
        sink.seen();
        if manifest.entries.iter().take(index).any(|earlier| earlier.name == listed.name) {
            sink.fail(pointer!["entries", index, "name"]);
        }
    }
}
