//! Every organisation of the audience must be named by a consent in the package, except the sender itself and while an emergency leaves no time.

use crate::{
    code::lists::{Ask, Severity},
    model::manifest::Manifest,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-023",
    slug: "audience-without-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "接收机构没有得到家庭的同意",
        message: "资料包要发给这家机构，包里却没有家庭给它的授权同意书。",
        why: "每家机构、每个用途都要家庭单独同意，不能用一份“给联盟”的同意代替。",
        help: "请监护人为这家机构签一份授权同意书，或者把它从接收机构里去掉。",
    },
    en: Words {
        title: "An organisation of the audience has no consent",
        message: "The package is for this organisation, but holds no consent that names it.",
        why: "The family consents for each organisation and purpose apart; one consent “to the alliance” is not enough.",
        help: "Ask the guardian for a consent for this organisation, or take it out of the audience.",
    },
    check: Check::Manifest(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "manifest",
            change: Change::Patch(r#"[{"op": "add", "path": "/audience/-", "value": "1211000040000000XT"}]"#),
            expect: Expect::Fail("/audience/2"),
        },
    ],
};

fn check(manifest: &Manifest<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.application().is_none_or(|document| terms::emergency(&document.value)) || !case.is_whole() {
        return;
    }
    let sender = manifest.sender.as_ref().and_then(|sender| sender.organisation_code.as_ref());
    for (index, code) in manifest.audience.iter().enumerate() {
        if sender == Some(code) || !organisation::agrees(code) {
            continue;
        }
        sink.seen();
        if !case.documents.consents.iter().any(|document| terms::names(&document.value, code, case)) {
            sink.fail(pointer!["audience", index]);
        }
    }
}
