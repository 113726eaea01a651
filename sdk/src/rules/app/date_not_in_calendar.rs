//! Every date of an application must be in the calendar.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
    value::Date,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-001",
    slug: "date-not-in-calendar",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-APP-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "日历上没有这一天",
        message: "这个日期不存在，例如 2 月 30 日，或年份不在 1900 到 2999 之间。",
        why: "日期错了，年龄、有效期和先后顺序都没法判断。",
        help: "请对照证件或材料核对年、月、日。",
    },
    en: Words {
        title: "The calendar has no such day",
        message: "This date does not exist, such as 30 February, or its year is outside 1900 to 2999.",
        why: "With a wrong date neither age nor validity nor order can be told.",
        help: "Compare year, month and day with the paper.",
    },
    check: Check::Text(TextSort::Date, check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/diagnosedOn", "value": "2026-02-30"}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/diagnosedOn"),
        },
    ],
};

fn check(text: &Text<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !text.trail.is_in_application(OWN) {
        sink.seen();
        if text.text.parse::<Date>().is_err() {
            sink.fail(text.trail.pointer());
        }
    }
}

/// The parts of an application that have rules of their own about this.
const OWN: &[&str] = &["declarations", "documents", "intake", "otherHelp", "requests"];
