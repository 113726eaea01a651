//! The birth date in a consent must be that in the application.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-028",
    slug: "consent-for-another-birth-date",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书与申请里孩子的出生日期不同",
        message: "两处写的出生日期不一样。",
        why: "孩子满没满 14 周岁、是不是同一个孩子，都要看出生日期。",
        help: "请对照户口簿或出生医学证明，改正写错的一处。",
    },
    en: Words {
        title: "Another birth date than in the application",
        message: "Consent and application give different birth dates.",
        why: "It tells whether it is the same child and whether the child is fourteen.",
        help: "Compare with the household register or the birth certificate and correct the wrong one.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/subject/birthDate", "value": "2018-03-03"}]"#),
            expect: Expect::Fail("/subject/birthDate"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let own = consent.subject.as_ref().and_then(|subject| subject.birth_date.as_ref());
    let applied = case.application().and_then(|document| document.value.child.birth_date.as_ref());
    let (Some(own), Some(applied)) = (calendar::day(own), calendar::day(applied)) else { return };
    sink.seen();
    if own != applied && case.application().is_some_and(|document| terms::settled(&document.value.child)) {
        sink.fail(pointer!["subject", "birthDate"]);
    }
}
