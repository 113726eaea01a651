//! The stage should not be behind what was done.

use crate::{
    code::lists::{Ask, Severity, TreatmentStage},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-021",
    slug: "treatment-stage-behind-dates",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "治疗阶段落后于实际日期",
        message: "已经填了手术或移植的完成日期，治疗阶段还停在之前。",
        why: "机构按阶段判断该怎样帮、何时付款。",
        help: "请把治疗阶段改成现在的情况。",
    },
    en: Words {
        title: "The stage is behind the dates",
        message: "An operation or transplant is given with the day on which it was done, but the stage is still one before it.",
        why: "Charities judge by the stage how to help and when to pay.",
        help: "Bring the stage up to date.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/treatment/transplant/performedOn", "value": "2026-09-10"}]"#,
            ),
            expect: Expect::Fail("/treatment/stage"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let (Some(stage), Some(transplant)) = (treatment.stage, &treatment.transplant) else { return };
    sink.seen();
    let before = matches!(
        stage,
        TreatmentStage::Suspected
            | TreatmentStage::Diagnosed
            | TreatmentStage::Planned
            | TreatmentStage::AwaitingSurgery
    );
    if before && transplant.performed_on.is_some() {
        sink.fail(pointer!["treatment", "stage"]);
    }
}
