//! A recipient in China should be given with its unified social credit code.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::terms;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-019",
    slug: "recipient-without-code",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "授权同意书没有写接收机构的代码",
        message: "只写了接收机构的名称，没有写统一社会信用代码。",
        why: "机构常有相近的名字，只有代码能认准是哪一家。",
        help: "请补上这家机构的统一社会信用代码。",
    },
    en: Words {
        title: "The recipient has no code",
        message: "The recipient is named, but its unified social credit code is missing.",
        why: "Organisations have similar names; only the code tells which one it is.",
        help: "Add the organisation's unified social credit code.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/recipient/organisationCode"}]"#),
            expect: Expect::Fail("/recipient"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if terms::goes_abroad(consent) {
        return;
    }
    sink.seen();
    if consent.recipient.organisation_code.is_none() {
        sink.fail(pointer!["recipient"]);
    }
}
