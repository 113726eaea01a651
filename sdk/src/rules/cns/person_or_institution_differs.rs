//! A consent should be given as by an institution where, and only where, the guardian is an institution.

use crate::{
    code::lists::{Ask, ConsenterRole, GuardianKind, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-016",
    slug: "person-or-institution-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "授权同意书与申请里的监护人类型不同",
        message: "同一位监护人，申请里和授权同意书里一个写个人，一个写机构。",
        why: "机构作监护人时，要由机构授权的人代表机构签署。",
        help: "请核对监护人是个人还是机构，两处改成一致。",
    },
    en: Words {
        title: "Person or institution: consent and application differ",
        message: "The same guardian is a person in one and an institution in the other.",
        why: "Where an institution is guardian, somebody signs on its behalf.",
        help: "Check which of the two it is and write the same in both.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/givenBy/role", "value": "institution"}]"#),
            expect: Expect::Fail("/givenBy/role"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let giver = &consent.given_by;
    let by_institution = match giver.role {
        ConsenterRole::Guardian => false,
        ConsenterRole::Institution => true,
        ConsenterRole::Child | ConsenterRole::FamilyMember | ConsenterRole::CloseRelativeOfDeceased => return,
    };
    let (Some(id), Some(application)) = (&giver.guardian_id, case.application()) else { return };
    let Some(guardian) = application.value.guardians.iter().find(|guardian| guardian.guardian_id == *id)
    else {
        return;
    };
    sink.seen();
    if by_institution != (guardian.kind == GuardianKind::Organisation) {
        sink.fail(pointer!["givenBy", "role"]);
    }
}
