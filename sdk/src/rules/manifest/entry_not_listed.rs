//! The manifest must list every entry of the package except itself and the signatures.

use crate::{
    code::lists::{Ask, Severity},
    package::name::EntryName,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-104",
    slug: "entry-not-listed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-103"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "资料包里有清单没列的文件",
        message: "资料包里有这个文件，清单没有列出它。",
        why: "清单以外的文件没有发送方担保，可能是别人加进来的。",
        help: "请向发送方核实；需要的，请发送方重新打包。",
    },
    en: Words {
        title: "An entry is not listed",
        message: "This entry is in the package, but the manifest does not list it.",
        why: "The sender does not answer for what is not listed; somebody may have added it.",
        help: "Ask the sender; if it belongs there, let the sender pack again.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "remove", "path": "/entries/14"}]"#),
            expect: Expect::FailIn("documents/plan.pdf", ""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(manifest) = case.manifest() else { return };
    for (index, entry) in case.entries.iter().enumerate() {
        if matches!(entry.name, EntryName::Manifest | EntryName::Signature(_)) {
            continue;
        }
        sink.seen();
        if !manifest.value.entries.iter().any(|listed| folder::is(listed, &entry.name)) {
            sink.fail_whole(Some(index), &[]);
        }
    }
}
