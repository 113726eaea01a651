//! In an emergency a consent may follow later.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

use super::terms;

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
        title: "情况紧急，授权同意书可以事后补签",
        message: "病情紧急，资料包里还没有家庭给这家机构的授权同意书。",
        why: "先救孩子；情况稳定后，授权同意书要补上。",
        help: "请先救治，等情况稳定后请监护人补签授权同意书。",
    },
    en: Words {
        title: "An emergency: the consent can follow",
        message: "The child's state is an emergency, and the package holds no consent for this organisation yet.",
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
            change: Change::Patch(
                r#"[{"op": "add", "path": "/treatment/urgency", "value": "emergency"}, {"op": "add", "path": "/requests/-", "value": {"recipient": {"code": "1211000040000000XT", "name": "测试慈善会"}, "kinds": ["living"]}}]"#,
            ),
            expect: Expect::Fail("/requests/2/recipient"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !case.is_package || !case.is_whole() {
        return;
    }
    for (index, request) in application.requests.iter().enumerate() {
        sink.seen();
        let asked = Named::from(&request.recipient);
        let consented =
            case.documents.consents.iter().any(|document| Named::from(&document.value.recipient).is(asked));
        if !consented && terms::emergency(application) {
            sink.fail(pointer!["requests", index, "recipient"]);
        }
    }
}
