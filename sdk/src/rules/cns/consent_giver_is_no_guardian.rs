//! The guardian that a consent names must be one of the application's guardians.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-014",
    slug: "consent-giver-is-no-guardian",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "签授权同意书的人不在申请的监护人里",
        message: "授权同意书指明的监护人，在申请里找不到。",
        why: "只有孩子的监护人才能替孩子作主。",
        help: "请核对是谁签的字；如果监护人换了，请在申请里补上。",
    },
    en: Words {
        title: "Who consents is not among the guardians",
        message: "The guardian named by this consent is not in the application.",
        why: "Only the child's guardian can decide for the child.",
        help: "Check who signed; if the guardian has changed, add the new one to the application.",
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
                r#"[{"op": "add", "path": "/givenBy/guardianId", "value": "019a0000-0000-7000-8000-0000000000f1"}]"#,
            ),
            expect: Expect::Fail("/givenBy/guardianId"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(id), Some(application)) = (&consent.given_by.guardian_id, case.application()) else { return };
    sink.seen();
    if !application.value.guardians.iter().any(|guardian| guardian.guardian_id == *id) {
        sink.fail(pointer!["givenBy", "guardianId"]);
    }
}
