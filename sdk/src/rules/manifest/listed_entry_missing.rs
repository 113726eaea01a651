//! Every entry that the manifest lists must be in the package.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-103",
    slug: "listed-entry-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-102"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "清单列了、资料包里没有这个文件",
        message: "清单列出的这个文件，资料包里找不到。",
        why: "可能在传送中丢了文件，也可能被人拿掉了。",
        help: "请向发送方要一份完整的资料包。",
    },
    en: Words {
        title: "A listed entry is missing",
        message: "The manifest lists this entry, but the package does not hold it.",
        why: "It may have been lost on the way, or taken out.",
        help: "Ask the sender for the whole package.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/entries/-", "value": {"name": "documents/019a0000-0000-7000-8000-0000000000e1.pdf", "mediaType": "application/pdf", "size": 1, "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "classes": ["identity"]}}]"#,
            ),
            expect: Expect::Fail("/entries/25/name"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // What a manifest that is looked at alone lists may be anywhere.
    if !case.is_package {
        return;
    }
    for (index, listed) in manifest.entries.iter().enumerate() {
        sink.seen();
        if !listed.name.as_str().parse().is_ok_and(|name| case.entry_named(&name).is_some()) {
            sink.fail(pointer!["entries", index, "name"]);
        }
    }
}
