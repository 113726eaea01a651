//! A diagnosis code must be given with its system and version.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-002",
    slug: "diagnosis-code-without-system",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::HospitalRecords],
    zh: Words {
        title: "诊断编码没有写明用的是哪套编码",
        message: "写了编码，但缺编码体系或版本。",
        why: "病种编码决定孩子符合哪些项目；编码看不懂，就要人工再查一遍病历。同一个编码在临床版和医保版里可能是不同的病。",
        help: "请问医生或病案室：是国家临床版、医保版，还是 ICD-10，哪一版；一并填上。",
    },
    en: Words {
        title: "Which system a diagnosis code is from, is not said",
        message: "A code is given without its system or without the version.",
        why: "The code tells which programmes the child fits; where it cannot be read, somebody has to go through the records. One code can mean two illnesses in the clinical and the insurance edition.",
        help: "Ask the doctor or the record room whether it is the clinical edition, the insurance edition or ICD-10, and which version; give both.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/diagnoses/0/version"}]"#),
            expect: Expect::Fail("/diagnoses/0/code"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/diagnoses/0/system"}]"#),
            expect: Expect::Fail("/diagnoses/0/code"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        if diagnosis.code.is_none() {
            continue;
        }
        sink.seen();
        if diagnosis.system.is_none() || diagnosis.version.is_none() {
            sink.fail(pointer!["diagnoses", index, "code"]);
        }
    }
}
