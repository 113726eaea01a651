//! The manifest should tell the classes of personal information of every entry.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-122",
    slug: "classes-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-PKG-121"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "清单没有写这个文件含哪类信息",
        message: "这个文件含有哪类个人信息，还没有写。",
        why: "写明种类，才能和家庭同意的种类对照。",
        help: "请按信息种类表补上；一个文件可以有几类。",
    },
    en: Words {
        title: "The classes of an entry are not told",
        message: "Which classes of personal information this entry holds is not said.",
        why: "Only then can they be held against what the family agreed to.",
        help: "Fill in the classes; an entry can have several.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "remove", "path": "/entries/0/classes"}]"#),
            expect: Expect::Fail("/entries/0"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, listed) in manifest.entries.iter().enumerate() {
        // A notice speaks to everybody and holds no personal information.
        let notice = case.documents.consents.iter().any(|document| {
            let id = document.value.notice.document_id.as_ref();
            id.is_some_and(|id| listed.name.as_str().contains(id.as_str()))
        });
        sink.seen();
        if listed.classes.is_empty() && !notice {
            sink.fail(pointer!["entries", index]);
        }
    }
}
