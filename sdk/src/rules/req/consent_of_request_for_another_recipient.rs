//! The consent that a request names must be for the organisation that is asked.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-012",
    slug: "consent-of-request-for-another-recipient",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-REQ-012"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "申请引用的授权同意书是给另一家机构的",
        message: "这条申请引用的授权同意书，接收方是另一家机构。",
        why: "给一家机构的授权同意书，不能用在另一家。",
        help: "请改成给这家机构的授权同意书；没有的，请监护人签一份。",
    },
    en: Words {
        title: "The consent of a request is for another organisation",
        message: "The consent that this request names has another recipient.",
        why: "A consent for one organisation does not serve another.",
        help: "Name the consent for this organisation; if there is none, ask the guardian for it.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/consentId", "value": "019a0000-0000-7000-8000-000000000131"}]"#,
            ),
            expect: Expect::Fail("/requests/0/consentId"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        let Some(id) = &request.consent_id else { continue };
        let Some(consent) = case.documents.consents.iter().find(|document| document.value.consent_id == *id)
        else {
            continue;
        };
        sink.seen();
        if !Named::from(&consent.value.recipient).is(Named::from(&request.recipient)) {
            sink.fail(pointer!["requests", index, "consentId"]);
        }
    }
}
