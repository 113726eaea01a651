//! A diagnosis says what the child is ill with.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-009",
    slug: "diagnosis-empty",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "有一项诊断是空的",
        message: "这一项没有诊断名称，没有编码，也没有选病种。",
        why: "看材料的人不知道孩子得了什么病。",
        help: "请照诊断证明填写诊断名称，或删去这一项。",
    },
    en: Words {
        title: "A diagnosis is empty",
        message: "This entry has neither words nor a code nor a disease group.",
        why: "Nobody can tell from it what the child is ill with.",
        help: "Give the diagnosis as the certificate does, or take the entry out.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/diagnoses/1", "value": {"primary": false}}]"#),
            expect: Expect::Fail("/diagnoses/1"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        sink.seen();
        if diagnosis.text.is_none() && diagnosis.code.is_none() && diagnosis.category.is_none() {
            sink.fail(pointer!["diagnoses", index]);
        }
    }
}
