//! An illness is diagnosed after birth or is congenital.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::calendar::{day, today},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, identifier},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-012",
    slug: "diagnosed-before-birth",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "确诊日期早于出生日期",
        message: "填写的确诊日期在孩子出生之前，也没有标明是先天性疾病。",
        why: "日期不对，机构会和病历再核一遍。",
        help: "请对照诊断证明核对年份；产前就诊断出的先天性疾病，请标明“先天”。",
    },
    en: Words {
        title: "The illness was diagnosed before the birth",
        message: "The day of the diagnosis lies before the birth, and the illness is not marked as congenital.",
        why: "With a wrong date the charity goes through the records once more.",
        help: "Compare the year with the certificate; for an illness found before birth, mark it as congenital.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/diagnosedOn", "value": "2016-03-05"}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/diagnosedOn"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(birth) = identifier::child_birth(application).filter(|birth| *birth <= today(application, case))
    else {
        return;
    };
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let Some(diagnosed) = day(diagnosis.diagnosed_on.as_ref()) else { continue };
        sink.seen();
        if diagnosed < birth && diagnosis.congenital != Some(true) {
            sink.fail(pointer!["diagnoses", index, "diagnosedOn"]);
        }
    }
}
