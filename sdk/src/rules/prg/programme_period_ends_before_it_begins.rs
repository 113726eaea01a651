//! A period of a programme must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-001",
    slug: "programme-period-ends-before-it-begins",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "项目周期还没开始就结束了",
        message: "这个周期的结束日期早于开始日期。",
        why: "这样的周期里没有一天可以申请。",
        help: "请对照项目公告，看两个日期是不是写反了。",
    },
    en: Words {
        title: "A period of the programme ends before it begins",
        message: "The last day of this period is before its first.",
        why: "On no day of such a period could anybody apply.",
        help: "Compare with the programme's announcement; the two days may be swapped.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/periods/0/until", "value": "2025-12-31"}]"#,
            ),
            expect: Expect::Fail("/periods/0/until"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, period) in programme.periods.iter().enumerate() {
        calendar::in_order(sink, period.from.as_ref(), period.until.as_ref(), || {
            pointer!["periods", index, "until"]
        });
    }
}
