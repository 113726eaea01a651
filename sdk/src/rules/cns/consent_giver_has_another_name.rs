//! Who consents should bear the name of the guardian it is said to be.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::giver;

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-054",
    slug: "consent-giver-has-another-name",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-CNS-056"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "签授权同意书的人和所指的监护人姓名不同",
        message: "同意人的姓名，和它所指的那位监护人在申请里的姓名不一样。",
        why: "签字的如果不是这位监护人，授权同意书可能不算数。",
        help: "请对照签字件核对姓名，也看看是不是指错了监护人；改过名的，请把曾用名写进申请。",
    },
    en: Words {
        title: "Who consents has another name than the guardian",
        message: "The name of who consents is none of the names that the application gives the guardian it points to.",
        why: "If somebody else signed, the consent may not count.",
        help: "Compare the name with the signed consent, and see whether another guardian is meant; put a former name into the application.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/givenBy/name", "value": "周*"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "consents/serious-illness",
            change: Change::Patch(r#"[{"op": "replace", "path": "/givenBy/name", "value": "王示例"}]"#),
            expect: Expect::Fail("/givenBy/name"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let named = giver::guardian(consent, case).and_then(|guardian| giver::bears_name(consent, guardian));
    let Some(agrees) = named else { return };
    sink.seen();
    if !agrees {
        sink.fail(pointer!["givenBy", "name"]);
    }
}
