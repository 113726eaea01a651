//! The root that the manifest names must be an entry of the package.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-101",
    slug: "root-not-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-100"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "清单指定的主文件不在资料包里",
        message: "清单说应先看的那个文件，资料包里没有。",
        why: "接收方不知道该从哪里看起。",
        help: "请重新打包；主文件应当是申请。",
    },
    en: Words {
        title: "The root document is not in the package",
        message: "The entry that the manifest names as root is not there.",
        why: "The receiver does not know where to begin.",
        help: "Pack again; the root is the application.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/root", "value": "records/019a0000-0000-7000-8000-0000000000e1.json"}]"#,
            ),
            expect: Expect::Fail("/root"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // What a manifest that is looked at alone lists may be anywhere.
    if !case.is_package {
        return;
    }
    sink.seen();
    if !manifest.root.as_str().parse().is_ok_and(|name| case.entry_named(&name).is_some()) {
        sink.fail(pointer!["root"]);
    }
}
