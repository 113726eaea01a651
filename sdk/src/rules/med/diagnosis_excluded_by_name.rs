//! A pre-leukaemic state is not leukaemia to programmes.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::is_code,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-006",
    slug: "diagnosis-excluded-by-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Charity],
    zh: Words {
        title: "白血病前期一般不按白血病受理",
        message: "诊断写的是白血病前期，病种选的是白血病。",
        why: "有的白血病救助项目写明不包括白血病前期，提前知道可以少跑一趟。",
        help: "请和医生确认目前的诊断；仍是白血病前期的，可先问慈善组织有没有适合的项目。",
    },
    en: Words {
        title: "A pre-leukaemic state is generally not taken as leukaemia",
        message: "The diagnosis is a pre-leukaemic state, and the group chosen is leukaemia.",
        why: "Some programmes for leukaemia say that it is not included; knowing it saves a journey.",
        help: "Ask the doctor what the diagnosis is now; if it is still pre-leukaemic, ask a charity which programme fits.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/diagnoses/0/text", "value": "白血病前期"}]"#,
            ),
            expect: Expect::Fail("/diagnoses/0/text"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, diagnosis) in application.diagnoses.iter().enumerate() {
        let (Some(category), Some(text)) = (&diagnosis.category, &diagnosis.text) else { continue };
        if !is_code(category, "leukaemia") {
            continue;
        }
        sink.seen();
        if text.as_str().contains("白血病前期") {
            sink.fail(pointer!["diagnoses", index, "text"]);
        }
    }
}
