//! A public notice MUST NOT end or be taken down before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-040",
    slug: "notice-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-040"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "公示结束早于开始",
        message: "公示的结束或撤下日期早于开始日期。",
        why: "日期不对，就说不清公示了多久。",
        help: "请核对公示的日期。",
    },
    en: Words {
        title: "The notice ends before it begins",
        message: "The notice ends or is taken down before it begins.",
        why: "With wrong dates nobody can tell how long it stood.",
        help: "Check the dates of the notice.",
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
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/publicNotice/endsOn", "value": "2026-03-19"}]"#,
            ),
            expect: Expect::Fail("/publicNotice/endsOn"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(notice) = &decision.public_notice else { return };
    let start = notice.starts_on.as_ref();
    calendar::in_order(sink, start, notice.ends_on.as_ref(), || pointer!["publicNotice", "endsOn"]);
    calendar::in_order(sink, start, notice.taken_down_on.as_ref(), || {
        pointer!["publicNotice", "takenDownOn"]
    });
}
