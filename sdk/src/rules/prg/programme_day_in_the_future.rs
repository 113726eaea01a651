//! The day of a source, and the day the terms were compared with it, must not be in the future.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-025",
    slug: "programme-day-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "出处或核对日期在将来",
        message: "这个日期还没有到。",
        why: "还没有发布的公告不能作为出处。",
        help: "请核对年份，多半是写错了。",
    },
    en: Words {
        title: "The day of a source or of checking is in the future",
        message: "This day has not come yet.",
        why: "What is not published yet cannot be a source.",
        help: "Check the year; it is probably miswritten.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/sources/1/date", "value": "2101-03-01"}]"#),
            expect: Expect::Fail("/sources/1/date"),
        },
    ],
};

fn check(programme: &Programme<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, source) in programme.sources.iter().enumerate() {
        calendar::not_yet(sink, Some(&source.date), case.as_of, || pointer!["sources", index, "date"]);
    }
    calendar::not_yet(sink, programme.checked_on.as_ref(), case.as_of, || pointer!["checkedOn"]);
}
