//! A code of the national standard should be written as one.

use crate::{
    code::lists::{Ask, DiagnosisSystem, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::DiagnosisCode,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-004",
    slug: "diagnosis-code-national-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::HospitalRecords],
    zh: Words {
        title: "国家标准诊断编码看起来不对",
        message: "GB/T 14396 的编码一般如 C91.0 或 C91.000，这里不是。",
        why: "病种编码决定孩子符合哪些项目；编码看不懂，就要人工再查一遍病历。",
        help: "请对照住院病案首页核对；如果病案上就是这样，请保留。",
    },
    en: Words {
        title: "The code of the national standard looks wrong",
        message: "Codes of GB/T 14396 usually look like C91.0 or C91.000; this one differs.",
        why: "The code tells which programmes the child fits; where it cannot be read, somebody has to go through the records.",
        help: "Compare it with the front page of the inpatient record; if it says so, leave it.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/system", "value": "gbt14396-2016"}, {"op": "replace", "path": "/diagnoses/0/version", "value": "2016"}, {"op": "replace", "path": "/diagnoses/0/code", "value": "C91.0"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/system", "value": "gbt14396-2016"}, {"op": "replace", "path": "/diagnoses/0/version", "value": "2016"}, {"op": "replace", "path": "/diagnoses/0/code", "value": "C9100"}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/code"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let (Some(system @ DiagnosisSystem::Gbt143962016), Some(code)) = (diagnosis.system, &diagnosis.code)
        else {
            continue;
        };
        sink.seen();
        if DiagnosisCode::new(system, code.as_str()).is_err() {
            sink.fail(pointer!["diagnoses", index, "code"]);
        }
    }
}
