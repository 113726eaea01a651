//! A person to whom only the care is entrusted should not consent as guardian.

use crate::{
    code::lists::{Ask, ConsenterRole, GuardianshipBasis, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-017",
    slug: "carer-consents-as-guardian",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::VillageCommittee],
    zh: Words {
        title: "受托照护人代替监护人签了授权同意书",
        message: "签授权同意书的人是受父母委托照护孩子的，监护权仍在父母手里。",
        why: "委托照护不会把监护权转给照护人，父母的同意不能少。",
        help: "请联系父母签署；可以用电话或视频说明后，由父母电子签名。",
    },
    en: Words {
        title: "A carer consents as if guardian",
        message: "Who consents cares for the child on the parents' behalf; guardianship stays with the parents.",
        why: "Entrusting care does not pass guardianship on; the parents' consent is needed.",
        help: "Ask the parents to sign; explained by telephone or video, they can sign electronically.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/givenBy/basis", "value": "parent"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/givenBy/basis", "value": "entrusted-care"}]"#),
            expect: Expect::Fail("/givenBy/basis"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let giver = &consent.given_by;
    let Some(basis) = giver.basis else { return };
    sink.seen();
    if giver.role == ConsenterRole::Guardian && basis == GuardianshipBasis::EntrustedCare {
        sink.fail(pointer!["givenBy", "basis"]);
    }
}
