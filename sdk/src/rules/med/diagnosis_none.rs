//! An application should give a diagnosis.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-001",
    slug: "diagnosis-none",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "还没有填诊断",
        message: "申请里没有诊断。",
        why: "救助项目大多按病种受理，没有诊断就不知道能申请哪些。",
        help: "请照诊断证明填写诊断名称；编码在住院病案首页上，可请医生或病案室提供。还没确诊的，写明疑似。",
    },
    en: Words {
        title: "No diagnosis is given yet",
        message: "The application names no diagnosis.",
        why: "Most programmes are for certain illnesses; without a diagnosis nobody can tell which.",
        help: "Give it as the certificate does; the code stands on the front page of the inpatient record, from the doctor or the record room. Say so if it is only suspected.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/diagnoses"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if application.diagnoses.is_empty() {
        sink.fail(pointer![]);
    }
}
