//! A consent must name the classes of information that are given.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-021",
    slug: "consent-names-no-information",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-021"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "授权同意书没有写同意提供哪些信息",
        message: "没有列出任何一类信息。",
        why: "什么都没列，就等于什么都没有同意提供。",
        help: "请把告知书里列出的信息种类填上，和家庭再确认一遍。",
    },
    en: Words {
        title: "The consent names no information",
        message: "It lists no class of information at all.",
        why: "With nothing listed, nothing is agreed to be given.",
        help: "Fill in the classes that the notice named and confirm them with the family.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/dataClasses", "value": []}]"#),
            expect: Expect::Fail("/dataClasses"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if consent.data_classes.is_empty() {
        sink.fail(pointer!["dataClasses"]);
    }
}
