//! A consent must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-005",
    slug: "consent-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书还没生效就已到期",
        message: "到期日期早于生效日期或签署日期。",
        why: "这样的授权同意书没有一天是有效的。",
        help: "请核对生效日期和到期日期，看是不是写反了。",
    },
    en: Words {
        title: "The consent ends before it begins",
        message: "Its last day is before its first, or before the day of signing.",
        why: "Such a consent does not hold on any day.",
        help: "Compare the two days; they may be swapped.",
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
            change: Change::Patch(
                r#"[{"op": "add", "path": "/validFrom", "value": "2026-09-20"}, {"op": "add", "path": "/validUntil", "value": "2026-09-19"}]"#,
            ),
            expect: Expect::Fail("/validUntil"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let begins = consent.valid_from.as_ref().or(Some(&consent.signed_on));
    calendar::in_order(sink, begins, consent.valid_until.as_ref(), || pointer!["validUntil"]);
}
