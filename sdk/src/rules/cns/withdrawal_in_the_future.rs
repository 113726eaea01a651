//! A withdrawal must not lie after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-010",
    slug: "withdrawal-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "撤回时间在将来",
        message: "撤回时间还没有到。",
        why: "撤回随时可以作出，立即生效，不能预先填写。",
        help: "请填写家庭实际提出撤回的时间。",
    },
    en: Words {
        title: "Withdrawn in the future",
        message: "The time of withdrawal has not come yet.",
        why: "A withdrawal can be made at any time and works at once; it is not written in advance.",
        help: "Write the time at which the family really withdrew.",
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
                r#"[{"op": "add", "path": "/withdrawal", "value": {"at": "2027-01-01T02:00:00Z"}}]"#,
            ),
            expect: Expect::Fail("/withdrawal/at"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(day) = terms::withdrawn_on(consent) else { return };
    sink.seen();
    if day > case.as_of {
        sink.fail(pointer!["withdrawal", "at"]);
    }
}
