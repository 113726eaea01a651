//! An award notice MUST NOT run out before it is given.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-030",
    slug: "award-ends-before-it-is-given",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资助告知书还没发出就到期了",
        message: "告知书的有效期早于发出日期。",
        why: "一发出就过期，家庭没有机会办理。",
        help: "请核对发出日期和有效期。",
    },
    en: Words {
        title: "An award that ends before it is given",
        message: "The award runs out before the family is told of it.",
        why: "Nobody could ever take it up.",
        help: "Check both dates.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "refusal",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/award", "value": {"givenOn": "2026-05-20", "validUntil": "2026-05-19"}}]"#,
            ),
            expect: Expect::Fail("/award/validUntil"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(award) = &decision.award else { return };
    calendar::in_order(sink, award.given_on.as_ref(), award.valid_until.as_ref(), || {
        pointer!["award", "validUntil"]
    });
}
