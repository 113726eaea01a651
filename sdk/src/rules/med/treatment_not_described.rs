//! An application should describe the treatment.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-015",
    slug: "treatment-not-described",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "还没有填治疗情况",
        message: "申请里没有治疗阶段、医院、费用等。",
        why: "机构要知道在哪里治、治到哪一步、还差多少钱。",
        help: "请补上治疗医院和阶段，预计费用可请主管医生估算。",
    },
    en: Words {
        title: "The treatment is not described yet",
        message: "The application says nothing of the stage, the hospital or the costs.",
        why: "Charities must know where the child is treated, how far it is, and how much is lacking.",
        help: "Add hospital and stage; the doctor in charge can estimate the costs.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/treatment"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if application.treatment.is_none() {
        sink.fail(pointer![]);
    }
}
