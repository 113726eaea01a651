//! Sensitive information must not be given where the separate consent to it was refused.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-034",
    slug: "sensitive-information-refused",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-034"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "家庭不同意处理敏感信息",
        message: "家庭明确不同意处理敏感信息，授权同意书却列了这类信息。",
        why: "病情、收入、账户和不满 14 周岁孩子的一切信息，都要家庭单独同意。",
        help: "请尊重家庭的意见，去掉这些信息；或者向家庭说明为什么需要，请家庭重新决定。",
    },
    en: Words {
        title: "Handling sensitive information was refused",
        message: "The family refused that sensitive information is handled, yet the consent lists such information.",
        why: "Illness, income, accounts and all about a child under fourteen need a separate consent.",
        help: "Respect the refusal and leave such information out, or explain why it is needed and let the family decide anew.",
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
            change: Change::Patch(
                r#"[{"op": "add", "path": "/separateConsents/sensitiveInformation", "value": false}]"#,
            ),
            expect: Expect::Fail("/separateConsents/sensitiveInformation"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let answer = consent.separate_consents.as_ref().and_then(|separate| separate.sensitive_information);
    if answer.is_none() || !terms::about_sensitive(consent, case) {
        return;
    }
    sink.seen();
    if answer == Some(false) {
        sink.fail(pointer!["separateConsents", "sensitiveInformation"]);
    }
}
