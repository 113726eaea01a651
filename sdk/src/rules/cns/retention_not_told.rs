//! A consent should tell how long the recipient keeps the information.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-050",
    slug: "retention-not-told",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-CNS-050"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有写资料保存多久",
        message: "授权同意书没有写信息保存多久、到期怎么处理。",
        why: "家庭有权知道孩子的信息会留多久。",
        help: "请补上保存期限，越短越好，够用就行。",
    },
    en: Words {
        title: "How long information is kept is not told",
        message: "The consent does not tell how long information is kept and what happens then.",
        why: "The family has a right to know how long the child's information stays.",
        help: "Add the period, as short as will do.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/retention"}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if consent.retention.is_none() {
        sink.fail(pointer![]);
    }
}
