//! Information must not be given to a recipient where the separate consent to that was refused.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-036",
    slug: "giving-to-recipient-refused",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-036"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "家庭不同意把信息交给这家机构",
        message: "家庭明确不同意把信息提供给这家机构。",
        why: "把信息交给另一家机构，要家庭单独同意。",
        help: "请尊重家庭的意见，不要把资料发给这家机构。",
    },
    en: Words {
        title: "Giving to the recipient was refused",
        message: "The family refused that information is given to this organisation.",
        why: "Giving information to another organisation takes a separate consent.",
        help: "Respect the refusal and do not send the papers to this organisation.",
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
                r#"[{"op": "add", "path": "/separateConsents/givingToRecipient", "value": false}]"#,
            ),
            expect: Expect::Fail("/separateConsents/givingToRecipient"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(answer) = consent.separate_consents.as_ref().and_then(|separate| separate.giving_to_recipient)
    else {
        return;
    };
    sink.seen();
    if !answer {
        sink.fail(pointer!["separateConsents", "givingToRecipient"]);
    }
}
