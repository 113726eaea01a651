//! In an emergency consents may follow later.

use crate::{
    code::lists::{Ask, Severity, Urgency},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-024",
    slug: "emergency-before-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CNS-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "情况紧急，授权书可以事后补签",
        message: "病情紧急，资料包里还没有授权书。",
        why: "先救孩子；情况稳定后，授权书要补上。",
        help: "请先救治，等情况稳定后请监护人补签授权书。",
    },
    en: Words {
        title: "An emergency: the consent can follow",
        message: "The child's state is an emergency and the package holds no consent yet.",
        why: "The child comes first; the consent is to follow.",
        help: "Go on with the treatment and ask the guardian to sign as soon as things are calmer.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/requests/0/emergency", "value": true}]"#),
            expect: Expect::Fail("/consentIds"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if case.entries.is_empty() || application.requests.is_empty() {
        return;
    }
    let urgent = application.requests.iter().any(|request| request.emergency == Some(true))
        || application.treatment.as_ref().is_some_and(|one| one.urgency == Some(Urgency::Emergency));
    sink.seen();
    if urgent && case.consents.is_empty() && case.entries.iter().all(|entry| entry.structured) {
        sink.fail(pointer!["consentIds"]);
    }
}
