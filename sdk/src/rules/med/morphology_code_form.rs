//! A morphology code should be written as one.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-014",
    slug: "morphology-code-form",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::HospitalRecords],
    zh: Words {
        title: "肿瘤形态学编码写法不对",
        message: "形态学编码一般如 M9835/3：字母 M、4 位数字、斜杠、1 位数字。",
        why: "病种编码决定孩子符合哪些项目；编码看不懂，就要人工再查一遍病历。",
        help: "请对照病理报告或病案首页抄写；没有的可以不填。",
    },
    en: Words {
        title: "The morphology code is not written as one",
        message: "Such a code usually looks like M9835/3: an M, four digits, a slash, one digit.",
        why: "The code tells which programmes the child fits; where it cannot be read, somebody has to go through the records.",
        help: "Copy it from the pathology report or the front page of the record; leave it out where there is none.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/diagnoses/0/morphology", "value": "M9835/3"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/diagnoses/0/morphology", "value": "9835/3"}]"#),
            expect: Expect::Fail("/diagnoses/0/morphology"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let Some(morphology) = &diagnosis.morphology else { continue };
        sink.seen();
        if !matches!(
            morphology.as_str().as_bytes(),
            [b'M', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9', b'/', b'0'..=b'9']
        ) {
            sink.fail(pointer!["diagnoses", index, "morphology"]);
        }
    }
}
