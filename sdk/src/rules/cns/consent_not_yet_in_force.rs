//! A recipient must not rely on a consent before its first day.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-006",
    slug: "consent-not-yet-in-force",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "授权同意书还没有生效",
        message: "这份授权同意书的生效日期还没有到。",
        why: "生效之前，接收方还不能使用孩子的信息。",
        help: "请等到生效日期再发送，或请家庭重新签署立即生效的授权同意书。",
    },
    en: Words {
        title: "The consent is not in force yet",
        message: "The first day of this consent has not come.",
        why: "Before that day the recipient must not use the child's information.",
        help: "Wait until that day, or ask the family for a consent that holds at once.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "add", "path": "/validFrom", "value": "2026-09-20"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/validFrom", "value": "2027-06-01"}, {"op": "add", "path": "/validUntil", "value": "2030-06-01"}]"#,
            ),
            expect: Expect::Fail("/validFrom"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::not_yet(sink, consent.valid_from.as_ref(), case.as_of, || pointer!["validFrom"]);
}
