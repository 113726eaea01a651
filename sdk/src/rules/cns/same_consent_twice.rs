//! There should be one living consent per giver, recipient and purpose.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{
        Case, Change, Check, Document, Example, Expect, Rule, Sink, Status, Validity, Words,
        organisation::Named,
    },
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-026",
    slug: "same-consent-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-026"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "同一机构、同一用途签了两份授权同意书",
        message: "同一位监护人为同一机构、同一用途签了两份都有效的授权同意书。",
        why: "将来要撤回时，不知道该撤哪一份，容易漏掉。",
        help: "请保留一份；用新的替换旧的，请写明新的取代哪一份。",
    },
    en: Words {
        title: "Two consents for one recipient and purpose",
        message: "The same guardian has two living consents for the same organisation and purpose.",
        why: "When one is withdrawn the other may be forgotten.",
        help: "Keep one; if the newer replaces the older, say so in the newer.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "package",
            change: Change::Bytes("with-consent-twice"),
            expect: Expect::FailIn("records/019a0000-0000-7000-8000-00000000f002.json", "/purpose"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let living = || case.documents.consents.iter().filter(|one| !terms::ended(&one.value, case.as_of));
    for (index, later) in living().enumerate() {
        sink.seen();
        let same = |earlier: &&Document<Consent<'_>>| {
            let (one, other) = (&earlier.value, &later.value);
            one.purpose == other.purpose
                && one.given_by.role == other.given_by.role
                && one.given_by.guardian_id == other.given_by.guardian_id
                && one.replaces_consent_id.as_ref() != Some(&other.consent_id)
                && other.replaces_consent_id.as_ref() != Some(&one.consent_id)
                && Named::from(&one.recipient).is(Named::from(&other.recipient))
        };
        if living().take(index).any(|earlier| same(&earlier)) {
            sink.fail_in(later.entry, pointer!["purpose"], &[]);
        }
    }
}
