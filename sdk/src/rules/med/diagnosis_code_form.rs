//! A diagnosis code must be written as its system writes them.

use crate::{
    code::lists::{Ask, DiagnosisSystem, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::DiagnosisCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-003",
    slug: "diagnosis-code-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-MED-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::HospitalRecords],
    zh: Words {
        title: "诊断编码的写法和所选编码体系不符",
        message: "国家临床版、医保版的编码如 C91.000 或 C91.000x006，ICD-10 如 C91.0；这里不是。",
        why: "病种编码决定孩子符合哪些项目；编码看不懂，就要人工再查一遍病历。",
        help: "请对照住院病案首页抄写编码，字母大写、带小数点；也请核对编码体系有没有选错。",
    },
    en: Words {
        title: "The diagnosis code is not written as its system writes them",
        message: "Codes of the clinical and the insurance edition look like C91.000 or C91.000x006, those of ICD-10 like C91.0; this one differs.",
        why: "The code tells which programmes the child fits; where it cannot be read, somebody has to go through the records.",
        help: "Copy it from the front page of the inpatient record, with capitals and the point, and check the system.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/diagnoses/0/code", "value": "C91"}]"#),
            expect: Expect::Fail("/diagnoses/0/code"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/system", "value": "who-icd10"}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/code"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "replace", "path": "/diagnoses/0/code", "value": "C91.0"}]"#),
            expect: Expect::Fail("/diagnoses/0/code"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let (Some(system), Some(code)) = (diagnosis.system, &diagnosis.code) else { continue };
        if system == DiagnosisSystem::Gbt143962016 {
            continue;
        }
        sink.seen();
        if DiagnosisCode::new(system, code.as_str()).is_err() {
            sink.fail(pointer!["diagnoses", index, "code"]);
        }
    }
}
