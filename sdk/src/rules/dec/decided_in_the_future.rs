//! What a decision records as done MUST NOT lie after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-006",
    slug: "decided-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "办理日期在今天之后",
        message: "这一天还没有到。",
        why: "还没发生的事写成已经办好，会让家庭白等。",
        help: "请核对日期；计划的日期写在预计日期里。",
    },
    en: Words {
        title: "Something done lies in the future",
        message: "This day has not come yet.",
        why: "What is planned, written as done, lets a family wait for nothing.",
        help: "Check the day; a plan belongs under the expected date.",
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
                r#"[{"op": "replace", "path": "/history/10/since", "value": "2026-10-02T02:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/history/10/since"),
        },
    ],
};

fn check(decision: &Decision<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::not_yet(sink, decision.decided_on.as_ref(), case.as_of, || pointer!["decidedOn"]);
    let Some(last) = decision.history.len().checked_sub(1) else { return };
    let since = decision.history.get(last).and_then(|change| calendar::china_day(&change.since));
    let Some(since) = since else { return };
    sink.seen();
    if since > case.as_of {
        sink.fail(pointer!["history", last, "since"]);
    }
}
