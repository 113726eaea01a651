//! An aid entry must not be of a month that has not come.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_entry::AidEntry,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, month},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AEN-002",
    slug: "entry-month-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AEN-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer],
    zh: Words {
        title: "登记的月份还没有到",
        message: "这个月份在将来。",
        why: "还没有发生的救助不能登记成已经发生。",
        help: "请核对年份和月份；计划中的救助，状态填“已承诺”，月份填作出承诺的月份。",
    },
    en: Words {
        title: "The month of an entry has not come yet",
        message: "This month lies in the future.",
        why: "Aid that has not happened cannot be entered as if it had.",
        help: "Check year and month; aid that is planned is entered as promised, in the month of the promise.",
    },
    check: Check::AidEntry(check),
    examples: &[
        Example { case: "aid-entry", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-entry",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/month", "value": "2101-01"}]"#),
            expect: Expect::Fail("/month"),
        },
    ],
};

fn check(entry: &AidEntry<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(first) = month::first_day(&entry.month) else { return };
    sink.seen();
    if first > case.as_of {
        sink.fail(pointer!["month"]);
    }
}
