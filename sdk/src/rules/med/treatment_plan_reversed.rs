//! A plan ends after it begins.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::day,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-018",
    slug: "treatment-plan-reversed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "计划结束日期早于开始日期",
        message: "治疗计划的结束日期在开始日期之前。",
        why: "机构要按计划安排付款时间。",
        help: "请和主管医生核对计划的起止日期。",
    },
    en: Words {
        title: "The plan ends before it begins",
        message: "The planned end of the treatment lies before its beginning.",
        why: "Charities time their payments by the plan.",
        help: "Check both days with the doctor in charge.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/plannedUntil", "value": "2026-11-30"}]"#,
            ),
            expect: Expect::Fail("/treatment/plannedUntil"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let (Some(from), Some(until)) =
        (day(treatment.planned_from.as_ref()), day(treatment.planned_until.as_ref()))
    else {
        return;
    };
    sink.seen();
    if until < from {
        sink.fail(pointer!["treatment", "plannedUntil"]);
    }
}
