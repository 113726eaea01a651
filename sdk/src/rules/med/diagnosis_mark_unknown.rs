//! Behind a diagnosis code stands a dagger, an asterisk or nothing.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-007",
    slug: "diagnosis-mark-unknown",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::HospitalRecords],
    zh: Words {
        title: "诊断编码后的标记不认识",
        message: "编码后的标记只有剑号（†或+）和星号（*）。",
        why: "病种编码决定孩子符合哪些项目；编码看不懂，就要人工再查一遍病历。",
        help: "请对照病案首页，只填剑号或星号；其他文字写进诊断名称。",
    },
    en: Words {
        title: "The mark behind the diagnosis code is not known",
        message: "Behind a code there is a dagger († or +) or an asterisk (*), nothing else.",
        why: "The code tells which programmes the child fits; where it cannot be read, somebody has to go through the records.",
        help: "Give the dagger or the asterisk of the record only; other words belong to the diagnosis in words.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/diagnoses/0/mark", "value": "†"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/diagnoses/0/mark", "value": "‡"}]"#),
            expect: Expect::Fail("/diagnoses/0/mark"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let Some(mark) = &diagnosis.mark else { continue };
        sink.seen();
        if !matches!(mark.as_str(), "†" | "+" | "*") {
            sink.fail(pointer!["diagnoses", index, "mark"]);
        }
    }
}
