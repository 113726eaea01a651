//! Who opens a package must be of its audience.

use crate::{
    code::lists::{Ask, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::CASE;

pub(super) static RULE: Rule = Rule {
    code: "TZ-SIG-024",
    slug: "package-is-for-others",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SIG-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender],
    zh: Words {
        title: "这个资料包不是给你们的",
        message: "清单写明的接收机构里，没有打开它的这家机构。",
        why: "家庭同意的是把资料交给写明的机构，别的机构不得使用。",
        help: "请不要使用，删除打开的资料，并告诉发送方发错了。",
    },
    en: Words {
        title: "This package is for others",
        message: "The organisation that opens the package is not of the audience that its manifest names.",
        why: "The family agreed that those named there get it, and nobody else may use it.",
        help: "Do not use it, delete what was opened, and tell the sender.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: CASE, entry: "package", change: Change::Bytes("sealed"), expect: Expect::Pass },
        Example {
            case: CASE,
            entry: "package",
            change: Change::Bytes("sealed-for-others"),
            expect: Expect::FailIn("manifest", "/audience"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(manifest), Some(opener)) = (case.manifest(), case.delivery.opener) else { return };
    sink.seen();
    if manifest.value.audience.iter().all(|member| member.as_str() != opener.as_str()) {
        sink.fail_in(manifest.entry, pointer!["audience"], &[]);
    }
}
