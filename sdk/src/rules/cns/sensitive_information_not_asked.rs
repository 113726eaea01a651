//! Where sensitive information is given, the separate consent to it should be recorded.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-035",
    slug: "sensitive-information-not-asked",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "没有就敏感信息单独征求同意",
        message: "授权同意书列了敏感信息，却没有记下家庭对此的单独同意。",
        why: "病情、收入、账户和不满 14 周岁孩子的一切信息，都要家庭单独同意。",
        help: "请向家庭说明必要性和影响，请家庭单独表示同意，再记下来。",
    },
    en: Words {
        title: "Sensitive information was not asked about apart",
        message: "The consent lists sensitive information, but no separate consent to it is recorded.",
        why: "Illness, income, accounts and all about a child under fourteen need a separate consent.",
        help: "Explain why it is needed and what it means, ask the family apart and record the answer.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/separateConsents/sensitiveInformation"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // What was agreed to in a hurry is asked about apart when it is signed.
    if terms::preliminary(consent) || !terms::about_sensitive(consent, case) {
        return;
    }
    sink.seen();
    if consent.separate_consents.as_ref().and_then(|separate| separate.sensitive_information).is_none() {
        sink.fail(pointer![]);
    }
}
