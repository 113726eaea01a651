//! The periods of a programme should follow one another.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::{Period, Programme},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
    value::Date,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-002",
    slug: "programme-periods-overlap",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "两个项目周期有重叠",
        message: "这个周期与列在前面的一个周期有重叠的日子。",
        why: "重叠的日子里，不知道按哪个周期的预算和名额办理。",
        help: "请对照公告核对两个周期的日期。",
    },
    en: Words {
        title: "Two periods of the programme overlap",
        message: "This period shares days with one listed before it.",
        why: "On the days in both, nobody knows whose budget and places count.",
        help: "Compare the days of both periods with the announcement.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "move", "from": "/periods/1", "path": "/periods/0"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/periods/1/from", "value": "2026-12-31"}]"#),
            expect: Expect::Fail("/periods/1/from"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let days = |period: &Period<'_>| {
        let (from, until) = (calendar::day(period.from.as_ref()), calendar::day(period.until.as_ref()));
        // An end that is not stated is not guessed.
        from.or(until).zip(until.or(from)).filter(|(from, until)| from <= until)
    };
    let mut earlier: Vec<(Date, Date)> = Vec::new();
    for (index, period) in programme.periods.iter().enumerate() {
        let Some((from, until)) = days(period) else { continue };
        sink.seen();
        if earlier.iter().any(|(begins, ends)| from <= *ends && *begins <= until) {
            let place = if period.from.is_some() { "from" } else { "until" };
            sink.fail(pointer!["periods", index, place]);
        }
        earlier.push((from, until));
    }
}
