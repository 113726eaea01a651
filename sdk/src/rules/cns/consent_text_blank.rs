//! White space alone names nobody in a consent.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::wording;
use crate::rules::reading::is_blank;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-053",
    slug: "consent-text-blank",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-055"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书里这一项只有空格",
        message: "这里只填了空格，没有内容。",
        why: "没有写明是谁、给哪家机构，这份授权同意书就说不清同意了什么。",
        help: "请照签字的那一份填上真实的内容；可以不填的项，没有内容就整项去掉。",
    },
    en: Words {
        title: "Only blanks stand in a consent",
        message: "This text of the consent is nothing but blanks.",
        why: "A consent that does not say who agrees, and to whom, allows nothing for certain.",
        help: "Write here what the signed consent says; leave out a member that may be left out where there is nothing to say.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/givenBy/name", "value": "\u3000 "}]"#),
            expect: Expect::Fail("/givenBy/name"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    wording::each(consent, |text, at| {
        if is_blank(text) {
            sink.fail(at());
        }
    });
}
