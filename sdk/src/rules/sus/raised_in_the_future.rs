//! A suspicion MUST NOT be raised after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-006",
    slug: "raised-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "提出疑点的日期在今天之后",
        message: "提出疑点的日期还没有到。",
        why: "日期写错，申诉期限也会算错。",
        help: "请核对日期。",
    },
    en: Words {
        title: "Raised in the future",
        message: "The day on which it was raised has not come yet.",
        why: "With a wrong day the time to appeal is wrong too.",
        help: "Check the day.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/raisedAt", "value": "2026-10-02T02:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/raisedAt"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(raised) = calendar::china_day(&suspicion.raised_at) else { return };
    sink.seen();
    if raised > case.as_of {
        sink.fail(pointer!["raisedAt"]);
    }
}
