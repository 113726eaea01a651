//! The events of an aid record MUST stand in the order of their days.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-004",
    slug: "events-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "状态历史的先后颠倒",
        message: "这一环节的日期早于前面的环节。",
        why: "先后颠倒，就看不出钱是先付还是先退。",
        help: "请核对日期，按先后排列。",
    },
    en: Words {
        title: "Events out of order",
        message: "This event lies before one that stands before it.",
        why: "Out of order, nobody can tell whether money was paid or returned first.",
        help: "Check the days and put the events in order.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/history/2/happenedOn", "value": "2026-04-01"}]"#,
            ),
            expect: Expect::Fail("/history/2/happenedOn"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    steps::in_order(sink, aid.history.iter().map(|event| calendar::day(Some(&event.happened_on))), |index| {
        pointer!["history", index, "happenedOn"]
    });
}
