//! The treatment should be given with its hospital.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-016",
    slug: "treatment-hospital-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "还没有填治疗医院",
        message: "治疗情况里没有写医院。",
        why: "不少项目只支持定点医院，钱也常直接付给医院。",
        help: "请填正在或将要治疗的医院全称；还没定的，填目前就诊的医院。",
    },
    en: Words {
        title: "The hospital is not given yet",
        message: "The treatment is described without the hospital.",
        why: "Many programmes work with certain hospitals, and often pay the hospital itself.",
        help: "Give the full name of the hospital that treats or will treat the child; until that is settled, the one the child is in now.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/treatment/hospital"}]"#),
            expect: Expect::Fail("/treatment"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    sink.seen();
    if treatment.hospital.is_none() {
        sink.fail(pointer!["treatment"]);
    }
}
