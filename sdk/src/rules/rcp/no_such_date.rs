//! Every date, time and instant of a receipt exists.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::{Date, Instant},
};

use super::dates::{self, Moment};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-038",
    slug: "no-such-date",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "日期或时间不存在",
        message: "日历上没有这一天，或钟表上没有这个时间。",
        why: "日期错了就无法查验票据，也无法判断费用属于哪次治疗。",
        help: "请对照票据改正日期，月份 1 至 12，日期不超过当月天数。",
    },
    en: Words {
        title: "No such date or time",
        message: "The calendar has no such day, or the clock no such time.",
        why: "With a wrong date the bill cannot be verified nor put to a treatment.",
        help: "Correct it by the bill: months 1 to 12, days within the month.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/patient/visitOn", "value": "2026-02-30"}]"#,
            ),
            expect: Expect::Fail("/patient/visitOn"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    dates::each(receipt, |moment, place| {
        sink.seen();
        let exists = match moment {
            Moment::Day(text) => text.parse::<Date>().is_ok(),
            Moment::Instant(text) => text.parse::<Instant>().is_ok(),
            Moment::TimeOfDay(text) => on_the_clock(text),
        };
        if !exists {
            sink.fail(place());
        }
    });
}

/// Whether a time `hh:mm:ss` is on the clock. Parts of equal length compare as text.
fn on_the_clock(text: &str) -> bool {
    let mut parts = text.split(':');
    ["23", "59", "59"].into_iter().all(|last| parts.next().is_some_and(|part| part <= last))
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    quickcheck! {
        fn a_time_is_on_the_clock_when_its_three_numbers_are(hour: u8, minute: u8, second: u8) -> bool {
            let (hour, minute, second) = (hour % 100, minute % 100, second % 100);
            on_the_clock(&format!("{hour:02}:{minute:02}:{second:02}")) == (hour < 24 && minute < 60 && second < 60)
        }
    }
}
