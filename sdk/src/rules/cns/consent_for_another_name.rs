//! The child's name in a consent should be one of its names in the application.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::masked::Agreement,
    value::masked::name_agrees,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-029",
    slug: "consent-for-another-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-029"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书与申请里孩子的姓名不同",
        message: "授权同意书上的姓名，和申请里的姓名、曾用名、院内称呼都对不上。",
        why: "名字对不上，可能拿错了别的孩子的授权同意书。",
        help: "请核对；孩子改过名的，请把原来的名字填到“曾用名”。",
    },
    en: Words {
        title: "Another name than in the application",
        message: "The name in the consent is none of the names in the application.",
        why: "It may be the consent of another child.",
        help: "Check it; if the child had another name before, add that to the former names.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/subject/name", "value": "别家孩子"}]"#),
            expect: Expect::Fail("/subject/name"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(name), Some(application)) =
        (consent.subject.as_ref().and_then(|subject| subject.name.as_ref()), case.application())
    else {
        return;
    };
    let child = &application.value.child;
    sink.seen();
    let names = std::iter::once(&child.name).chain(&child.former_names).chain(&child.called_in_hospital);
    if !names.into_iter().any(|known| name_agrees(name.as_str(), known.as_str()) != Agreement::Differs) {
        sink.fail(pointer!["subject", "name"]);
    }
}
