//! The visible digits of the child's number in a consent should agree with a number in the application.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::masked::Agreement,
    value::masked::number_agrees,
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-030",
    slug: "consent-for-another-number",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书与申请里孩子的证件号不同",
        message: "授权同意书上露出的几位证件号，和申请里的号码对不上。",
        why: "号码对不上，可能拿错了别的孩子的授权同意书。",
        help: "请核对证件号；露出的几位应当和证件一致。",
    },
    en: Words {
        title: "Another number than in the application",
        message: "The visible digits in the consent agree with none of the child's numbers in the application.",
        why: "It may be the consent of another child.",
        help: "Check the number; its visible digits must be those of the paper.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/subject/maskedIdentifier", "value": "331122************"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/subject/maskedIdentifier", "value": "**************9999"}]"#,
            ),
            expect: Expect::Fail("/subject/maskedIdentifier"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let masked = consent.subject.as_ref().and_then(|subject| subject.masked_identifier.as_ref());
    let (Some(masked), Some(application)) = (masked, case.application()) else { return };
    let mut compared = application
        .value
        .child
        .identifiers
        .iter()
        .filter_map(|one| one.value.as_ref())
        .map(|number| number_agrees(masked.as_str(), number.as_str()))
        .filter(|agreement| *agreement != Agreement::Incomparable)
        .peekable();
    if compared.peek().is_none() {
        return;
    }
    sink.seen();
    if compared.all(|agreement| agreement == Agreement::Differs) && terms::settled(&application.value.child) {
        sink.fail(pointer!["subject", "maskedIdentifier"]);
    }
}
