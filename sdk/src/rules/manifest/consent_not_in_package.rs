//! Every consent to which the application points must be in the package, unless the package was made from another by leaving something out.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::texts::IdText,
    pointer,
    pointer::Pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-127",
    slug: "consent-not-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-126"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "申请引用的授权同意书不在资料包里",
        message: "申请引用了这份授权同意书，资料包里找不到它。",
        why: "机构看不到授权同意书，就不能使用这些资料。",
        help: "请把授权同意书放进资料包。",
    },
    en: Words {
        title: "A consent of the application is not in the package",
        message: "The application points to this consent, but the package does not hold it.",
        why: "An organisation that cannot see the consent cannot use the papers.",
        help: "Put the consent into the package.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/consentIds/-", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Fail("/consentIds/2"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !folder::complete(case) {
        return;
    }
    let mut look = |id: &IdText<'_>, at: &dyn Fn() -> Pointer| {
        sink.seen();
        if !case.documents.consents.iter().any(|document| document.value.consent_id == *id) {
            sink.fail(at());
        }
    };
    for (index, id) in application.consent_ids.iter().enumerate() {
        look(id, &|| pointer!["consentIds", index]);
    }
    // What the list names is looked at once.
    let elsewhere = |id: &IdText<'_>| !application.consent_ids.contains(id);
    for (index, request) in application.requests.iter().enumerate() {
        if let Some(id) = request.consent_id.as_ref().filter(|id| elsewhere(id)) {
            look(id, &|| pointer!["requests", index, "consentId"]);
        }
    }
    let notice = application.public_notice.as_ref().and_then(|notice| notice.consent_id.as_ref());
    if let Some(id) = notice.filter(|id| elsewhere(id)) {
        look(id, &|| pointer!["publicNotice", "consentId"]);
    }
}
