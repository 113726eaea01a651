//! Among several diagnoses one should be the main one.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-011",
    slug: "diagnosis-none-primary",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "没有标出主要诊断",
        message: "填了几种病，但没有标明为哪一种申请救助。",
        why: "项目按主要疾病受理。",
        help: "请把申请救助的那一种病标为主要诊断。",
    },
    en: Words {
        title: "The main diagnosis is not marked",
        message: "Several illnesses are given, but not for which aid is asked.",
        why: "Programmes go by the main illness.",
        help: "Mark the illness for which aid is asked.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/diagnoses/1", "value": {"text": "急性淋巴细胞白血病", "system": "nhc-clinical-2-0", "version": "2.0", "code": "C91.000", "category": "leukaemia", "primary": false}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/primary", "value": false}, {"op": "add", "path": "/diagnoses/1", "value": {"text": "急性淋巴细胞白血病", "system": "nhc-clinical-2-0", "version": "2.0", "code": "C91.000", "category": "leukaemia", "primary": false}}]"#,
            ),
            expect: Expect::Fail("/diagnoses"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if application.diagnoses.len() < 2 {
        return;
    }
    sink.seen();
    if !application.diagnoses.iter().any(|diagnosis| diagnosis.primary == Some(true)) {
        sink.fail(pointer!["diagnoses"]);
    }
}
