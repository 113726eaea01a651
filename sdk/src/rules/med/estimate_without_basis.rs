//! An estimate should say on what it rests.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-MED-023",
    slug: "estimate-without-basis",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-MED-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital],
    zh: Words {
        title: "费用预估没有写依据",
        message: "写了预计费用，但没有写依据和由谁估算。",
        why: "有依据的估算，机构更容易据此决定资助金额。",
        help: "请主管医生或医院社工在治疗方案或费用预估单上写明，并填写依据和预估人。",
    },
    en: Words {
        title: "The estimate is given without its basis",
        message: "The expected cost is given, but neither on what it rests nor by whom.",
        why: "An estimate that rests on something helps charities decide how much to give.",
        help: "Ask the doctor or the hospital's social worker for a plan or estimate, and give basis and source.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/treatment/estimate", "value": {"amount": "380000.00"}}]"#,
            ),
            expect: Expect::Fail("/treatment/estimate"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(treatment) = &application.treatment else { return };
    let Some(estimate) = &treatment.estimate else { return };
    sink.seen();
    if estimate.basis.is_none() && estimate.given_by.is_none() && estimate.evidence_document_ids.is_empty() {
        sink.fail(pointer!["treatment", "estimate"]);
    }
}
