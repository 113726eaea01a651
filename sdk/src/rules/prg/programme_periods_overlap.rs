//! The periods of a programme should follow one another.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
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
        message: "这个周期在前一个周期结束之前就开始了。",
        why: "重叠的日子里，不知道按哪个周期的预算和名额办理。",
        help: "请对照公告核对两个周期的日期。",
    },
    en: Words {
        title: "Two periods of the programme overlap",
        message: "This period begins before the one ahead of it has ended.",
        why: "On the days in both, nobody knows whose budget and places count.",
        help: "Compare the days of both periods with the announcement.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/periods/1/from", "value": "2026-12-31"}]"#),
            expect: Expect::Fail("/periods/1/from"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, pair) in programme.periods.windows(2).enumerate() {
        let [earlier, later] = pair else { continue };
        let (Some(until), Some(from)) =
            (calendar::day(earlier.until.as_ref()), calendar::day(later.from.as_ref()))
        else {
            continue;
        };
        sink.seen();
        if from <= until {
            sink.fail(pointer!["periods", index + 1, "from"]);
        }
    }
}
