//! The root of a package for an application, a supplement, a referral or a test must be an application.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-102",
    slug: "root-is-no-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-101"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "主文件不是申请",
        message: "清单指定的主文件不是救助申请。",
        why: "申请类的资料包应当从申请看起。",
        help: "请把主文件改成申请的条目名称。",
    },
    en: Words {
        title: "The root is no application",
        message: "The entry that the manifest names as root is not the application.",
        why: "A package for an application is read from the application.",
        help: "Name the entry of the application as root.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/root", "value": "receipts/019a0000-0000-7000-8000-000000000140.json"}]"#,
            ),
            expect: Expect::Fail("/root"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // Without any application, that is what has to be said.
    if !folder::about_application(manifest.purpose) || case.documents.applications.is_empty() {
        return;
    }
    let root = manifest.root.as_str().parse().ok().and_then(|name| case.entry_named(&name));
    let Some(root) = root.filter(|root| case.entries.get(*root).is_some_and(|entry| entry.structured)) else {
        return;
    };
    sink.seen();
    if !case.documents.applications.iter().any(|document| document.entry == Some(root)) {
        sink.fail(pointer!["root"]);
    }
}
