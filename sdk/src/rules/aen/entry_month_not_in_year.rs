//! The month of an aid entry must be a month of the year.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, month},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-001",
    slug: "entry-month-not-in-year",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AEN-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "登记的月份不存在",
        message: "这个月份不存在，例如 13 月，或者年份不对。",
        why: "查询的机构靠月份判断是不是同一次救助。",
        help: "请按四位年、两位月核对，例如 2026-09。",
    },
    en: Words {
        title: "The month of an entry does not exist",
        message: "There is no such month, such as a thirteenth, or the year cannot be.",
        why: "Whoever asks tells by the month whether it is the same aid.",
        help: "Check it: four digits of the year and two of the month, such as 2026-09.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example { case: "aid-entry", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/month", "value": "2026-13"}]"#),
            expect: Expect::Fail("/month"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if month::first_day(&entry.month).is_none() {
        sink.fail(pointer!["month"]);
    }
}
