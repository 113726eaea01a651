//! A programme that takes applications should have a period that is not over.

use crate::{
    code::lists::{Ask, ProgrammeStatus, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
    value::Date,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-003",
    slug: "open-programme-without-a-period-left",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PRG-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "项目写着接受申请，但所有周期都已结束",
        message: "状态是“接受申请”，列出的周期却都已经过去。",
        why: "家庭会白跑一趟。",
        help: "请问清楚项目是否延续：延续的补上新周期，停止的改状态。",
    },
    en: Words {
        title: "The programme is open, yet all its periods are over",
        message: "Its status says that it takes applications, but every period it lists has passed.",
        why: "Families would come in vain.",
        help: "Ask whether the programme goes on: add the new period, or change the status.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/periods/1"}, {"op": "replace", "path": "/periods/0/until", "value": "2026-03-31"}]"#,
            ),
            expect: Expect::Fail("/status"),
        },
    ],
};

fn check(programme: &Programme<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if programme.status != Some(ProgrammeStatus::Open) || programme.periods.is_empty() {
        return;
    }
    sink.seen();
    let over = |until: Option<Date>| until.is_some_and(|until| until < case.as_of);
    if programme.periods.iter().all(|period| over(calendar::day(period.until.as_ref()))) {
        sink.fail(pointer!["status"]);
    }
}
