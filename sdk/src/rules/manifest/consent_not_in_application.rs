//! Every consent in the package should be listed by the application.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-128",
    slug: "consent-not-in-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-PKG-127"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Sender, Ask::Developer],
    zh: Words {
        title: "申请还没有列出这份授权同意书",
        message: "资料包里有这份授权同意书，申请的授权同意书清单里没有它。",
        why: "列进去，家庭和机构都看得清一共同意了哪些。",
        help: "请把它加进申请的授权同意书清单。",
    },
    en: Words {
        title: "The application does not list this consent yet",
        message: "This consent is in the package, but not in the application's list.",
        why: "Once listed, family and organisations see all that was consented to.",
        help: "Add it to the application's list of consents.",
    },
    check: Check::Consent(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/consentIds/0"}]"#),
            expect: Expect::FailIn("consents/serious-illness", "/consentId"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(application) = case.application() else { return };
    sink.seen();
    if !application.value.consent_ids.contains(&consent.consent_id) {
        sink.fail(pointer!["consentId"]);
    }
}
