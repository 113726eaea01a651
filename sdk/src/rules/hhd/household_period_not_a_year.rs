//! The figures should be those of twelve months.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-010",
    slug: "household-period-not-a-year",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "收支统计期不是 12 个月",
        message: "家庭收支的统计期明显长于或短于一年。",
        why: "各机构都按年收入比较，期间不是一年就不能直接用。",
        help: "请把收入和支出换成申请前连续 12 个月的数字。",
    },
    en: Words {
        title: "The figures are not of twelve months",
        message: "The period of the household's figures is clearly longer or shorter than a year.",
        why: "Charities compare incomes of a year; those of another period cannot be used as they are.",
        help: "Give the incomes and expenses of the twelve months in a row before the application.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/periodUntil", "value": "2026-03-31"}]"#,
            ),
            expect: Expect::Fail("/household/periodUntil"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let (Some(from), Some(until)) =
        (day(household.period_from.as_ref()), day(household.period_until.as_ref()))
    else {
        return;
    };
    if until < from {
        return;
    }
    sink.seen();
    if !(YEAR - FORTNIGHT..=YEAR + FORTNIGHT).contains(&from.days_until(until)) {
        sink.fail(pointer!["household", "periodUntil"]);
    }
}

/// Days of a year and of what it may be off: people mean "until now" or "since the New Year".
const YEAR: i64 = 365;
const FORTNIGHT: i64 = 15;
