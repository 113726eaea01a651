//! A version of a document or certificate must be among those supported.

use crate::{
    code::lists::{Ask, Severity},
    model::{capability::Capability, texts::VersionText},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CAP-012",
    slug: "version-not-among-those-supported",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CAP-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "版本不在支持的版本之中",
        message: "这里写的版本，在“支持的标准版本”里没有。",
        why: "两处说法不一，对方不知道能不能用这个版本。",
        help: "请核对版本，补进支持的标准版本，或者改正这里。",
    },
    en: Words {
        title: "A version is not among those supported",
        message: "The version stated here is not among the versions of the capability.",
        why: "Where the two differ others cannot tell whether they may use it.",
        help: "Check the version; add it to the versions, or correct it here.",
    },
    check: Check::Capability(check),
    examples: &[
        Example { case: "capability", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "capability",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/documents/4/versions/0", "value": "1.1"}]"#,
            ),
            expect: Expect::Fail("/documents/4/versions/0"),
        },
    ],
};

fn check(capability: &Capability<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let supported = |version: &VersionText<'_>| capability.standard_versions.contains(version);
    for (index, document) in capability.documents.iter().enumerate() {
        for (number, version) in document.versions.iter().enumerate() {
            sink.seen();
            if !supported(version) {
                sink.fail(pointer!["documents", index, "versions", number]);
            }
        }
    }
    for (index, certificate) in capability.certificates.iter().enumerate() {
        sink.seen();
        if !supported(&certificate.standard_version) {
            sink.fail(pointer!["certificates", index, "standardVersion"]);
        }
    }
}
