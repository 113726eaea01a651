//! There is one main diagnosis.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-010",
    slug: "diagnosis-two-primary",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-MED-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "有两项都标为主要诊断",
        message: "申请救助的主要疾病只能有一项。",
        why: "项目按主要疾病受理，标了两项就不知道看哪一项。",
        help: "请只保留申请救助的那一种病为主要诊断。",
    },
    en: Words {
        title: "Two diagnoses are marked as the main one",
        message: "Aid is asked for one illness first of all, but two are marked.",
        why: "Programmes go by the main illness; with two nobody can tell which.",
        help: "Keep the mark on the illness for which aid is asked.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/diagnoses/1", "value": {"text": "急性淋巴细胞白血病", "system": "nhc-clinical-2-0", "version": "2.0", "code": "C91.000", "category": "leukaemia", "primary": true}}]"#,
            ),
            expect: Expect::Fail("/diagnoses/1/primary"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        if diagnosis.primary != Some(true) {
            continue;
        }
        sink.seen();
        if application.diagnoses.iter().take(index).any(|earlier| earlier.primary == Some(true)) {
            sink.fail(pointer!["diagnoses", index, "primary"]);
        }
    }
}
