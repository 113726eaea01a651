//! Whether the operation is done should be said in one way.

use crate::{
    code::lists::{Ask, Severity, TreatmentStage},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-020",
    slug: "treatment-operated-unsaid",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "手术是否做过，前后不一致",
        message: "写了“尚未手术”，但治疗阶段或日期显示手术已经做过。",
        why: "有的项目不受理已手术的孩子，说法不一致要向医院核实。",
        help: "请按实际情况改成一致：本次申请救助的手术做过没有。",
    },
    en: Words {
        title: "Whether the operation is done is said in two ways",
        message: "The operation is said to be yet to come, but the stage or a date shows that it was done.",
        why: "Some programmes do not take children who were operated on; where it differs, the hospital has to be asked.",
        help: "Make all say the same: whether the operation for which aid is asked has been done.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/stage", "value": "operated"}, {"op": "add", "path": "/treatment/alreadyOperated", "value": true}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/stage", "value": "operated"}, {"op": "add", "path": "/treatment/alreadyOperated", "value": false}]"#,
            ),
            expect: Expect::Fail("/treatment/alreadyOperated"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(operated) = treatment.already_operated else { return };
    sink.seen();
    let shown = match treatment.stage {
        Some(TreatmentStage::Operated | TreatmentStage::Transplanted) => Some(true),
        Some(TreatmentStage::Suspected | TreatmentStage::Diagnosed | TreatmentStage::AwaitingSurgery) => {
            Some(false)
        }
        _ => None,
    };
    if shown.is_some_and(|shown| shown != operated) {
        sink.fail(pointer!["treatment", "alreadyOperated"]);
    }
}
