//! A diagnosis should have its code.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-008",
    slug: "diagnosis-without-code",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::HospitalRecords],
    zh: Words {
        title: "诊断还没有编码",
        message: "有诊断名称，但没有疾病编码。",
        why: "病种编码决定孩子符合哪些项目；编码看不懂，就要人工再查一遍病历。",
        help: "编码在住院病案首页上，可请医生或病案室提供；暂时没有的，先选好病种也能帮助匹配项目。",
    },
    en: Words {
        title: "A diagnosis has no code yet",
        message: "The diagnosis is given in words, without a code.",
        why: "The code tells which programmes the child fits; where it cannot be read, somebody has to go through the records.",
        help: "The code stands on the front page of the inpatient record, from the doctor or the record room; until then, choosing the disease group helps.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/diagnoses/0/code"}]"#),
            expect: Expect::Fail("/diagnoses/0"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        sink.seen();
        if diagnosis.code.is_none() && (diagnosis.text.is_some() || diagnosis.category.is_some()) {
            sink.fail(pointer!["diagnoses", index]);
        }
    }
}
