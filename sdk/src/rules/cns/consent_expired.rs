//! A recipient must not rely on a consent after its last day.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-007",
    slug: "consent-expired",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书已经过期",
        message: "这份授权同意书已经过了有效期，也没有新的授权同意书接上。",
        why: "过期以后，接收方不能再凭它使用孩子的信息。",
        help: "请监护人为同一机构、同一用途重新签一份授权同意书。",
    },
    en: Words {
        title: "The consent has expired",
        message: "The last day of this consent has passed and no newer one takes its place.",
        why: "After that day the recipient must not use the child's information on it.",
        help: "Ask the guardian for a new consent for the same organisation and purpose.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/validUntil", "value": "2030-06-01"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/validUntil", "value": "2026-09-25"}]"#),
            expect: Expect::Fail("/validUntil"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(until) = calendar::day(consent.valid_until.as_ref()) else { return };
    // That it ends before it begins is told by a rule of its own.
    if calendar::day(consent.valid_from.as_ref().or(Some(&consent.signed_on)))
        .is_some_and(|from| until < from)
    {
        return;
    }
    sink.seen();
    if terms::expired(consent, case.as_of) && !terms::stands_in(consent, case) {
        sink.fail(pointer!["validUntil"]);
    }
}
