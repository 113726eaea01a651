//! A public notice that the application agrees to must rest on a consent to publication in the package.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-037",
    slug: "public-notice-without-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-037"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "申请写了同意公示，没有对应的授权同意书",
        message: "申请里说同意公示，资料包里没有家庭对公示的单独同意。",
        why: "公开孩子的信息要单独同意，一旦公开就收不回来。",
        help: "请家庭对公示单独签署；不愿意的，可以改为只公示编号。",
    },
    en: Words {
        title: "Public notice without its own consent",
        message: "The application agrees to a public notice, but the package holds no consent to publication.",
        why: "Publishing a child's information takes a consent of its own, and cannot be taken back.",
        help: "Ask the family to sign for the notice apart, or choose the notice by code only.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/publicNotice", "value": {"agreed": true, "consentId": "019a0000-0000-7000-8000-000000000131"}}]"#,
            ),
            expect: Expect::Fail("/publicNotice"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(notice) = application.public_notice.as_ref().filter(|notice| notice.agreed) else { return };
    if !case.is_package || !case.is_whole() {
        return;
    }
    sink.seen();
    let agrees = |consent: &Consent<'_>| consent.public_notice.as_ref().is_some_and(|notice| notice.agreed);
    let mut consents = case.documents.consents.iter().map(|document| &document.value);
    let resting = match &notice.consent_id {
        // An id that leads nowhere is told by another rule.
        Some(id) => consents.find(|consent| consent.consent_id == *id).is_none_or(agrees),
        None => consents.any(agrees),
    };
    if !resting {
        sink.fail(pointer!["publicNotice"]);
    }
}
