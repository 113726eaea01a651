//! The period of the figures must not end before it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-009",
    slug: "household-period-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-HHD-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "收支统计期的止日早于起日",
        message: "家庭收支的统计期，结束日期在开始日期之前。",
        why: "机构要知道这些数字是哪一年的。",
        help: "请填申请前 12 个月的第一天和最后一天。",
    },
    en: Words {
        title: "The period of the figures ends before it begins",
        message: "The last day of the twelve months lies before the first.",
        why: "Charities must know of which year the figures are.",
        help: "Give the first and the last day of the twelve months before the application.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/periodUntil", "value": "2025-08-31"}]"#,
            ),
            expect: Expect::Fail("/household/periodUntil"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let (Some(from), Some(until)) =
        (day(household.period_from.as_ref()), day(household.period_until.as_ref()))
    else {
        return;
    };
    sink.seen();
    if until < from && from <= case.as_of {
        sink.fail(pointer!["household", "periodUntil"]);
    }
}
