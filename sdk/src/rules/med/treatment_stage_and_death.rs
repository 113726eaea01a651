//! The stage and the child's death go together.

use crate::{
    code::lists::{Ask, Severity, TreatmentStage},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-022",
    slug: "treatment-stage-and-death",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "治疗阶段和孩子是否在世不一致",
        message: "治疗阶段写孩子已去世，却没有去世日期；或者填了去世日期，阶段却不是。",
        why: "这关系到怎样和家里联系，也关系到剩余款项怎样处理。",
        help: "请核对：如果是误选，请改回实际阶段；如属实，请补上日期，机构会按规定处理，不再要求家里补其他材料。",
    },
    en: Words {
        title: "The stage and whether the child lives do not agree",
        message: "The stage says that the child has died, without a date; or a date is given, and the stage differs.",
        why: "It decides how the family is spoken to and what becomes of money left over.",
        help: "If it was chosen by mistake, choose the real stage; if it is so, add the date: the charity sees to the rest without asking the family for more papers.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/treatment/stage", "value": "deceased"}]"#),
            expect: Expect::Fail("/treatment/stage"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(stage) = treatment.stage else { return };
    sink.seen();
    if (stage == TreatmentStage::Deceased) != application.child.deceased_on.is_some() {
        sink.fail(pointer!["treatment", "stage"]);
    }
}
