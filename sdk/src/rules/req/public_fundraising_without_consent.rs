//! A wish for public fundraising should rest on a consent for that purpose.

use crate::{
    code::lists::{Ask, ConsentPurpose, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, organisation::Named},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-014",
    slug: "public-fundraising-without-consent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-REQ-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "愿意公开募捐，还没有签授权同意书",
        message: "申请愿意由这家机构公开募捐，资料包里没有对应的授权同意书。",
        why: "公开募捐会公开孩子的情况，要家庭单独同意。",
        help: "请监护人单独签署用途为“公开募捐页面”的授权同意书。",
    },
    en: Words {
        title: "Public fundraising without a consent",
        message: "The family wishes this organisation to raise money in public, but has not signed for it.",
        why: "A public page shows the child's situation and takes a consent of its own.",
        help: "Ask the guardian to sign a consent for the purpose of a public fundraising page.",
    },
    check: Check::Application(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/publicFundraising", "value": false}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/requests/0/publicFundraising", "value": true}]"#,
            ),
            expect: Expect::Fail("/requests/0/publicFundraising"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !case.is_package || !case.is_whole() {
        return;
    }
    for (index, request) in application.requests.iter().enumerate() {
        let Some(wished) = request.public_fundraising else { continue };
        sink.seen();
        let signed = case.documents.consents.iter().map(|document| &document.value).any(|consent| {
            consent.purpose == ConsentPurpose::PublicFundraising
                && Named::from(&consent.recipient).is(Named::from(&request.recipient))
        });
        if wished && !signed {
            sink.fail(pointer!["requests", index, "publicFundraising"]);
        }
    }
}
