//! Intake, screening and assessment must not be dated after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-ITK-002",
    slug: "recorded-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-ITK-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "受理时间在将来",
        message: "受理、筛查或评估的时间还没有到。",
        why: "受理时间关系到办理期限，多半是电脑时间不准。",
        help: "请核对实际时间。",
    },
    en: Words {
        title: "Recorded in the future",
        message: "The time of the intake, screening or assessment has not come yet.",
        why: "Time limits run from it; the computer's clock is probably wrong.",
        help: "Check the real time.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/intake/recordedAt", "value": "2027-09-18T02:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/intake/recordedAt"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(intake) = &application.intake else { return };
    if let Some(day) = intake.recorded_at.as_ref().and_then(calendar::china_day) {
        sink.seen();
        if day > case.as_of {
            sink.fail(pointer!["intake", "recordedAt"]);
        }
    }
    let screening = intake.screening.as_ref().and_then(|screening| screening.on.as_ref());
    calendar::not_yet(sink, screening, case.as_of, || pointer!["intake", "screening", "on"]);
    for (index, assessment) in intake.assessments.iter().enumerate() {
        calendar::not_yet(sink, assessment.on.as_ref(), case.as_of, || {
            pointer!["intake", "assessments", index, "on"]
        });
    }
}
