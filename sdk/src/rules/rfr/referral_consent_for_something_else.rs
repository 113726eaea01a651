//! The consent of a referral MUST be for a referral to that organisation.

use crate::{
    code::lists::{Ask, ConsentPurpose, Severity},
    model::referral::Referral,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain, organisation::Named,
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-002",
    slug: "referral-consent-for-something-else",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Family],
    zh: Words {
        title: "授权同意书不是为这次转介签的",
        message: "所写的授权同意书用途不是转介，或接收方不是转入的机构。",
        why: "家庭同意的是另一件事或另一家机构。",
        help: "请换成为这次转介签署的授权同意书，没有就请家庭补签。",
    },
    en: Words {
        title: "The consent is for something else",
        message: "The consent is not for a referral, or not for this organisation.",
        why: "The family agreed to something else.",
        help: "Name the consent for this referral, or ask the family for one.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/consentId", "value": "019a0000-0000-7000-8000-000000000833"}]"#,
            ),
            expect: Expect::Fail("/consentId"),
        },
    ],
};

fn check(referral: &Referral<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(consent) = chain::consent(case, referral.consent_id.as_ref()) else { return };
    sink.seen();
    let to = Named::from(&referral.to.organisation);
    if consent.purpose != ConsentPurpose::Referral || !Named::from(&consent.recipient).is(to) {
        sink.fail(pointer!["consentId"]);
    }
}
