//! A commercial platform should not receive images of identity papers, bank accounts or the history of aid.

use crate::{
    code::lists::{Ask, ConsentPurpose, DataClass, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-041",
    slug: "commercial-platform-gets-too-much",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-041"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "给商业平台的信息超出需要",
        message: "同意商业平台接收证件影像、银行账户或救助记录。",
        why: "商业平台用不着这些信息，一旦泄露伤害很大。",
        help: "请去掉这几类，只提供平台确实需要的信息。",
    },
    en: Words {
        title: "A commercial platform receives too much",
        message: "A commercial platform would receive images of papers, bank accounts or the history of aid.",
        why: "It does not need them, and their leaking does great harm.",
        help: "Leave these classes out and give only what the platform needs.",
    },
    check: Check::Consent(check),
    examples: &[
        Example {
            case: "consent",
            entry: "document",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/class", "value": "commercial-platform"}, {"op": "add", "path": "/purpose", "value": "commercial-platform"}, {"op": "add", "path": "/dataClasses", "value": ["identity", "medical"]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/recipient/class", "value": "commercial-platform"}, {"op": "add", "path": "/purpose", "value": "commercial-platform"}]"#,
            ),
            expect: Expect::Fail("/dataClasses"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    // A commercial platform under another purpose is told by a rule of its own.
    if consent.purpose != ConsentPurpose::CommercialPlatform {
        return;
    }
    sink.seen();
    let too_much = [DataClass::IdentityImage, DataClass::FinancialAccount, DataClass::AidHistory];
    if consent.data_classes.iter().any(|class| too_much.contains(class)) {
        sink.fail(pointer!["dataClasses"]);
    }
}
