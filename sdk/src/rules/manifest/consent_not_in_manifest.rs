//! The manifest should name every consent that the package holds.

use crate::{
    code::lists::{Ask, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-121",
    slug: "consent-not-in-manifest",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PKG-120"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "资料包里有清单没写的授权同意书",
        message: "资料包里有这份授权同意书，清单的依据里没有写它。",
        why: "接收方不知道这份授权同意书是否用得上。",
        help: "请在清单的依据里补上，或者把多余的授权同意书拿掉。",
    },
    en: Words {
        title: "A consent that the manifest does not rest on",
        message: "This consent is in the package, but the manifest does not name it.",
        why: "The receiver does not know whether it matters.",
        help: "Name it in the manifest or leave it out.",
    },
    check: Check::Package(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "remove", "path": "/consentIds/0"}]"#),
            expect: Expect::FailIn("consents/serious-illness", "/consentId"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(manifest) = case.manifest().filter(|manifest| !manifest.value.consent_ids.is_empty()) else {
        return;
    };
    for document in &case.documents.consents {
        sink.seen();
        if !manifest.value.consent_ids.contains(&document.value.consent_id) {
            sink.fail_in(document.entry, pointer!["consentId"], &[]);
        }
    }
}
