//! A package for an application, a supplement, a referral or a test must hold an application.

use crate::{
    code::lists::{Ask, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-118",
    slug: "no-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-117"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "资料包里没有申请",
        message: "资料包里没有救助申请。",
        why: "没有申请，机构就不知道要帮什么、帮谁。",
        help: "请把申请放进资料包，重新打包。",
    },
    en: Words {
        title: "The package has no application",
        message: "There is no application in the package.",
        why: "Without it an organisation does not know whom to help, and how.",
        help: "Put the application in and pack again.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "package", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "package",
            change: Change::Bytes("without-application"),
            expect: Expect::FailIn("manifest", "/entries"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(manifest) = case.manifest() else { return };
    if !folder::about_application(manifest.value.purpose) || !case.is_whole() {
        return;
    }
    sink.seen();
    if case.documents.applications.is_empty() {
        sink.fail_in(manifest.entry, pointer!["entries"], &[]);
    }
}
