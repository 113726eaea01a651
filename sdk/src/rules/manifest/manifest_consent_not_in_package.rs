//! Every consent on which the manifest rests must be in the package.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-120",
    slug: "manifest-consent-not-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-119"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Charity],
    zh: Words {
        title: "清单依据的授权同意书不在资料包里",
        message: "清单说依据这份授权同意书发送，资料包里没有它。",
        why: "接收方看不到授权同意书，就不能使用这些资料。",
        help: "请把授权同意书放进资料包，重新打包。",
    },
    en: Words {
        title: "A consent of the manifest is not in the package",
        message: "The manifest rests on this consent, but the package does not hold it.",
        why: "A receiver who cannot see the consent cannot use the papers.",
        help: "Put the consent in and pack again.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example { case: "leukaemia", entry: "manifest", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/consentIds/-", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Fail("/consentIds/2"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !case.is_package || !case.is_whole() {
        return;
    }
    for (index, id) in manifest.consent_ids.iter().enumerate() {
        sink.seen();
        if !case.documents.consents.iter().any(|document| document.value.consent_id == *id) {
            sink.fail(pointer!["consentIds", index]);
        }
    }
}
