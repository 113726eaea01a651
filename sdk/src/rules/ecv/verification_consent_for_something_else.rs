//! The consent of an economic verification MUST be for that purpose and for the requester.

use crate::{
    code::lists::{Ask, ConsentPurpose, Severity},
    model::economic_verification::EconomicVerification,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain, organisation::Named,
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ECV-002",
    slug: "verification-consent-for-something-else",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ECV-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "授权同意书不是为核对签的",
        message: "所写的授权同意书用途不是家庭经济状况核对，或接收方不是提请机构。",
        why: "家庭同意的是另一件事。",
        help: "请换成为这次核对签署的授权同意书。",
    },
    en: Words {
        title: "The consent is for something else",
        message: "The consent is not for an economic verification, or not for the requester.",
        why: "The family agreed to something else.",
        help: "Name the consent for this verification.",
    },
    check: Check::EconomicVerification(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/economic-verification",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/authorisation/consentId", "value": "019a0000-0000-7000-8000-000000000830"}]"#,
            ),
            expect: Expect::Fail("/authorisation/consentId"),
        },
    ],
};

fn check(report: &EconomicVerification<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let id = report.authorisation.as_ref().and_then(|by| by.consent_id.as_ref());
    let Some(consent) = chain::consent(case, id) else { return };
    sink.seen();
    let requester = Named::from(&report.requester);
    if consent.purpose != ConsentPurpose::EconomicVerification
        || !Named::from(&consent.recipient).is(requester)
    {
        sink.fail(pointer!["authorisation", "consentId"]);
    }
}
