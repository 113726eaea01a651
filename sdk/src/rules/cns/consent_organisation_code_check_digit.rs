//! Every unified social credit code in a consent must have the right check character.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-018",
    slug: "consent-organisation-code-check-digit",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "授权同意书上的机构代码校验位不符",
        message: "这个统一社会信用代码的最后一位和前面对不上，多半抄错了一位。",
        why: "代码错了，就认不出同意给了哪家机构。",
        help: "请对照机构的登记证书，逐位核对 18 位代码。",
    },
    en: Words {
        title: "An organisation's code in the consent does not agree with itself",
        message: "The last character of this code does not follow from the others; one is probably miscopied.",
        why: "With a wrong code nobody knows to which organisation consent was given.",
        help: "Compare all 18 characters with the organisation's certificate.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/givenBy/organisationCode", "value": "531000000000000009"}]"#,
            ),
            expect: Expect::Fail("/givenBy/organisationCode"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    organisation::checked(sink, consent.recipient.organisation_code.as_ref(), || {
        pointer!["recipient", "organisationCode"]
    });
    organisation::checked(sink, consent.given_by.organisation_code.as_ref(), || {
        pointer!["givenBy", "organisationCode"]
    });
}
