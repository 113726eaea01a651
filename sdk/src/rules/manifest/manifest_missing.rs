//! A package must hold a manifest.

use crate::{
    code::lists::{Ask, Severity},
    package::name::EntryName,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-123",
    slug: "manifest-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-122"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "资料包里没有清单",
        message: "资料包里没有 manifest.json。",
        why: "没有清单，就不知道是谁发的、发给谁、有没有被改过。",
        help: "请用支持本标准的软件重新打包。",
    },
    en: Words {
        title: "The package has no manifest",
        message: "There is no manifest.json in the package.",
        why: "Without it nobody knows who sent it, for whom, and whether it was changed.",
        help: "Pack again with a program that follows this standard.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "package", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "package",
            change: Change::Bytes("without-manifest"),
            expect: Expect::Fail(""),
        },
        Example {
            case: "leukaemia",
            entry: "package",
            change: Change::Bytes("with-nothing"),
            expect: Expect::Fail(""),
        },
        Example {
            case: "leukaemia",
            entry: "package",
            change: Change::Bytes("with-a-folder-only"),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if case.entry_named(&EntryName::Manifest).is_none() {
        sink.fail_whole(None, &[]);
    }
}
