//! A guardian's consent should name the guardian by the id in the application.

use crate::{
    code::lists::{Ask, ConsenterRole, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-015",
    slug: "consent-giver-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "没有写明是哪一位监护人同意的",
        message: "授权同意书由监护人签署，但没有指明是申请里的哪一位。",
        why: "父母两人都在申请里时，要知道是谁同意的。",
        help: "请填写该监护人在申请里的标识号。",
    },
    en: Words {
        title: "Which guardian consents is not told",
        message: "A guardian consents, but not which of the application's guardians.",
        why: "Where the application has two, one must know who agreed.",
        help: "Give the id that the guardian has in the application.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/givenBy/guardianId"}]"#),
            expect: Expect::Fail("/givenBy"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let giver = &consent.given_by;
    let Some(application) = case.application() else { return };
    if !matches!(giver.role, ConsenterRole::Guardian | ConsenterRole::Institution)
        || application.value.guardians.is_empty()
        || terms::preliminary(consent)
    {
        return;
    }
    sink.seen();
    if giver.guardian_id.is_none() {
        sink.fail(pointer!["givenBy"]);
    }
}
