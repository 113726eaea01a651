//! A consent must not replace itself.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-048",
    slug: "consent-replaces-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-048"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "授权同意书写着取代它自己",
        message: "“取代的同意”填成了这份授权同意书自己。",
        why: "新旧授权同意书分不清，就不知道哪份有效。",
        help: "请填写被取代的那份授权同意书的标识号。",
    },
    en: Words {
        title: "The consent replaces itself",
        message: "It names itself as the consent that it replaces.",
        why: "Nobody can tell the newer from the older.",
        help: "Give the id of the consent that was replaced.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/replacesConsentId", "value": "019a0000-0000-7000-8000-0000000000f3"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/replacesConsentId", "value": "019a0000-0000-7000-8000-000000000130"}]"#,
            ),
            expect: Expect::Fail("/replacesConsentId"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(replaced) = &consent.replaces_consent_id else { return };
    sink.seen();
    if *replaced == consent.consent_id {
        sink.fail(pointer!["replacesConsentId"]);
    }
}
