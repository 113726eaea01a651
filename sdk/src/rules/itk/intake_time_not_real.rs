//! Every date and instant of the intake must be real.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ITK-001",
    slug: "intake-time-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ITK-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "受理信息里的时间不存在",
        message: "这个日期或时刻不存在。",
        why: "受理时间关系到办理期限。",
        help: "请改成真实的日期或时刻；时刻用协调世界时（UTC）。",
    },
    en: Words {
        title: "A time of the intake does not exist",
        message: "There is no such day or moment.",
        why: "Time limits run from the intake.",
        help: "Write the real day or moment, the latter in UTC.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/intake/recordedAt", "value": "2026-09-18T25:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/intake/recordedAt"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(intake) = &application.intake else { return };
    calendar::real_instant(sink, intake.recorded_at.as_ref(), || pointer!["intake", "recordedAt"]);
    for (index, reference) in intake.references.iter().enumerate() {
        calendar::real_day(sink, reference.on.as_ref(), || pointer!["intake", "references", index, "on"]);
    }
    let screening = intake.screening.as_ref().and_then(|screening| screening.on.as_ref());
    calendar::real_day(sink, screening, || pointer!["intake", "screening", "on"]);
    for (index, assessment) in intake.assessments.iter().enumerate() {
        calendar::real_day(sink, assessment.on.as_ref(), || pointer!["intake", "assessments", index, "on"]);
    }
}
