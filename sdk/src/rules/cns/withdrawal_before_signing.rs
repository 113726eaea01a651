//! A withdrawal must not lie before the day of signing.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-009",
    slug: "withdrawal-before-signing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "撤回日期早于签署日期",
        message: "撤回的时间在签署之前。",
        why: "先后颠倒，就说不清这份授权同意书现在还算不算数。",
        help: "请核对签署日期和撤回时间。",
    },
    en: Words {
        title: "Withdrawn before it was signed",
        message: "The withdrawal lies before the day of signing.",
        why: "With the order reversed nobody can tell whether the consent holds.",
        help: "Check the day of signing and the time of withdrawal.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "consent",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/withdrawal", "value": {"at": "2026-09-25T02:00:00Z"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/withdrawal", "value": {"at": "2019-01-01T02:00:00Z"}}]"#,
            ),
            expect: Expect::Fail("/withdrawal/at"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(withdrawn), Some(signed)) =
        (terms::withdrawn_on(consent), calendar::day(Some(&consent.signed_on)))
    else {
        return;
    };
    sink.seen();
    if withdrawn < signed {
        sink.fail(pointer!["withdrawal", "at"]);
    }
}
