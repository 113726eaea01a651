//! A consent should tell how to reach the recipient.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-020",
    slug: "recipient-contact-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "授权同意书没有写怎样联系接收机构",
        message: "没有告诉家庭怎样联系这家机构。",
        why: "家庭要查看、更正或撤回时，得知道找谁；法律也要求事先告知。",
        help: "请补上接收机构的联系电话、邮箱或地址中的一项。",
    },
    en: Words {
        title: "How to reach the recipient is not told",
        message: "The family is not told how to reach this organisation.",
        why: "To see, correct or withdraw, the family must know whom to ask; the law demands that it is told.",
        help: "Add a telephone number, an e-mail or a postal address of the recipient.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "remove", "path": "/recipient/contact"}]"#),
            expect: Expect::Fail("/recipient"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    // What was said in a hurry is told in full when it is signed.
    if terms::preliminary(consent) {
        return;
    }
    sink.seen();
    let reachable = consent.recipient.contact.as_ref().is_some_and(|contact| {
        contact.phone.is_some() || contact.email.is_some() || contact.address.is_some()
    });
    if !reachable {
        sink.fail(pointer!["recipient"]);
    }
}
