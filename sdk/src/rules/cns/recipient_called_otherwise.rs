//! A recipient and the organisation that is asked may have one code and two names.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, TO_BE_FILLED, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-056",
    slug: "recipient-called-otherwise",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CNS-058"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "接收方的名称和申请里的不同",
        message: "授权同意书的接收方和申请里的一家机构代码相同，名称却不一样。",
        why: "代码和名称要是指两家机构，家庭同意的就可能不是申请的那一家。",
        help: "请看看代码有没有抄错；只是简称和全称之别，就统一写全称。",
    },
    en: Words {
        title: "The recipient has another name than in the application",
        message: "The recipient has the code of an organisation that the application asks, but another name.",
        why: "If code and name are of two organisations, the family may have agreed to another one than it asks.",
        help: "See whether the code was miscopied; where one name is only the shorter, write the full one in both.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/recipient/name", "value": "示例救助会"}]"#),
            expect: Expect::Fail("/recipient/name"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let recipient = &consent.recipient;
    let (Some(code), Some(application)) = (&recipient.organisation_code, case.application()) else { return };
    let name = |text: &str| -> String { text.split_whitespace().collect() };
    let written = name(recipient.name.as_str());
    if written.is_empty() || written.starts_with(TO_BE_FILLED) {
        return;
    }
    let requests = application.value.requests.iter().map(|request| &request.recipient);
    let mut names = requests
        .filter(|asked| asked.code.as_ref() == Some(code))
        .map(|asked| name(asked.name.as_str()))
        .filter(|asked| !asked.is_empty())
        .peekable();
    if names.peek().is_none() {
        return;
    }
    sink.seen();
    if names.all(|asked| asked != written) {
        sink.fail(pointer!["recipient", "name"]);
    }
}
