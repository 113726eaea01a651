//! Where information goes abroad, the separate consent to that must be given.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-031",
    slug: "abroad-without-separate-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "信息要出境，家庭没有单独同意",
        message: "信息会提供到境外，授权同意书里没有家庭对出境的单独同意。",
        why: "法律规定，向境外提供信息要另外取得同意。",
        help: "请向家庭说明信息会交给境外的谁、做什么，请家庭单独同意；不同意的，请不要向境外提供。",
    },
    en: Words {
        title: "Information goes abroad without separate consent",
        message: "Information leaves mainland China, but the family has not agreed to that apart.",
        why: "The law asks for a separate consent to give information abroad.",
        help: "Tell the family who abroad receives it and for what, and ask for a separate consent; without it, do not give it abroad.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/crossBorder", "value": true}, {"op": "add", "path": "/separateConsents", "value": {"sensitiveInformation": true, "givingToRecipient": true, "crossBorder": true}}, {"op": "add", "path": "/recipient/foreign", "value": {"name": "Test Relief", "country": "840", "basis": "standard-contract"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/crossBorder", "value": true}, {"op": "add", "path": "/recipient/foreign", "value": {"name": "Test Relief", "country": "840", "basis": "standard-contract"}}]"#,
            ),
            expect: Expect::Fail("/recipient"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !terms::goes_abroad(consent) {
        return;
    }
    sink.seen();
    if consent.separate_consents.as_ref().and_then(|separate| separate.cross_border) != Some(true) {
        sink.fail(pointer!["recipient"]);
    }
}
