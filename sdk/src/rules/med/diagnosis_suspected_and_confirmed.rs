//! The stage and the diagnosis should agree on whether it is confirmed.

use crate::{
    code::lists::{Ask, Severity, TreatmentStage},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-013",
    slug: "diagnosis-suspected-and-confirmed",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "是否确诊前后不一致",
        message: "治疗阶段写的是疑似，主要诊断却标为已确诊；或者反过来。",
        why: "不少项目只受理已确诊的孩子，说法不一致要再问医生。",
        help: "请按最近的诊断证明，把两处改成一致。",
    },
    en: Words {
        title: "Whether the diagnosis is confirmed is said in two ways",
        message: "The stage is suspected, but the main diagnosis is confirmed, or the other way round.",
        why: "Many programmes take confirmed cases only; where the two differ, the doctor has to be asked.",
        help: "Make both say what the latest certificate says.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/treatment/stage", "value": "suspected"}]"#),
            expect: Expect::Fail("/diagnoses/0/confirmed"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(stage) = treatment.stage else { return };
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let (Some(true), Some(confirmed)) = (diagnosis.primary, diagnosis.confirmed) else { continue };
        sink.seen();
        let suspected = stage == TreatmentStage::Suspected;
        let settled = matches!(
            stage,
            TreatmentStage::Operated | TreatmentStage::Transplanted | TreatmentStage::Diagnosed
        );
        if confirmed && suspected || !confirmed && settled {
            sink.fail(pointer!["diagnoses", index, "confirmed"]);
        }
    }
}
