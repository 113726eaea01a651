//! A system must take packages of the least size that the standard asks for.

use crate::{
    code::lists::{Ask, Severity},
    model::{capability::Capability, primitive::Size},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-004",
    slug: "capability-limit-too-small",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "大小限制低于标准的下限",
        message: "这个限制比标准要求的最低值还小。",
        why: "一个孩子的材料常有几十页，限制太小就得拆开重发。",
        help: "请放宽限制：资料包至少 32 MiB、200 个条目，单份文件至少 1 MiB，单份材料至少 8 MiB。",
    },
    en: Words {
        title: "A limit is below what the standard asks for",
        message: "This limit is smaller than the least that every system takes.",
        why: "The papers of one child often have dozens of pages; with a small limit they have to be split and sent again.",
        help: "Widen it: at least 32 MiB and 200 entries for a package, 1 MiB for a document and 8 MiB for a paper.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/limits/packageBytes", "value": 1048576}]"#),
            expect: Expect::Fail("/limits/packageBytes"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(limits) = &capability.limits else { return };
    for (limit, least, name) in [
        (limits.package_bytes.map(Size::get), 32 * MIB, "packageBytes"),
        (limits.entries.map(|entries| u64::from(entries.get())), 200, "entries"),
        (limits.document_bytes.map(Size::get), MIB, "documentBytes"),
        (limits.paper_bytes.map(Size::get), 8 * MIB, "paperBytes"),
    ] {
        let Some(limit) = limit else { continue };
        sink.seen();
        if limit < least {
            sink.fail(pointer!["limits", name]);
        }
    }
}

const MIB: u64 = 1 << 20;
