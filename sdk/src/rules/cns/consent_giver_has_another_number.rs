//! The visible digits of who consents should be those of the guardian it is said to be.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::giver;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-055",
    slug: "consent-giver-has-another-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-057"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "签授权同意书的人和所指的监护人证件号不同",
        message: "同意人露出的几位证件号，和它所指的那位监护人在申请里的号码对不上。",
        why: "号码对不上，签字的可能不是这位监护人。",
        help: "请对照签字件和证件逐位核对；露出的几位应当和证件一致。",
    },
    en: Words {
        title: "Who consents has another number than the guardian",
        message: "The visible digits of who consents agree with none of the numbers that the application gives the guardian it points to.",
        why: "It may not have been this guardian who signed.",
        help: "Compare the digits with the signed consent and the card; those that are visible must be those of the card.",
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
                r#"[{"op": "replace", "path": "/givenBy/maskedIdentifier", "value": "331122********0006"}]"#,
            ),
            expect: Expect::Fail("/givenBy/maskedIdentifier"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(guardian) = giver::guardian(consent, case) else { return };
    // Where the name differs already, the number is that of the other person too.
    if giver::bears_name(consent, guardian) == Some(false) {
        return;
    }
    let Some(agrees) = giver::bears_number(consent, guardian) else { return };
    sink.seen();
    if !agrees {
        sink.fail(pointer!["givenBy", "maskedIdentifier"]);
    }
}
