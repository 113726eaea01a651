//! A capability must list the version it is written in.

use crate::{
    code::lists::{Ask, Severity},
    model::capability::Capability,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-001",
    slug: "capability-without-its-own-version",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "没有列出本文件自己的版本",
        message: "支持的标准版本里没有 1.0，而这份说明就是按 1.0 写的。",
        why: "写得出 1.0 的系统，应当读得懂 1.0。",
        help: "请把 1.0 加进支持的标准版本。",
    },
    en: Words {
        title: "The document's own version is not listed",
        message: "The versions that are understood do not include 1.0, in which this document is written.",
        why: "A system that writes 1.0 should read it too.",
        help: "Add 1.0 to the versions.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/standardVersions", "value": ["1.1"]}, {"op": "remove", "path": "/documents/4/versions"}, {"op": "remove", "path": "/certificates"}]"#,
            ),
            expect: Expect::Fail("/standardVersions"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if !capability
        .standard_versions
        .iter()
        .any(|version| version.as_str() == capability.standard_version.text())
    {
        sink.fail(pointer!["standardVersions"]);
    }
}
