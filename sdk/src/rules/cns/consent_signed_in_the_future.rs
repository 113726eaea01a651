//! The day of signing a consent must not be after the day of the check.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-003",
    slug: "consent-signed-in-the-future",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "授权同意书签署日期在将来",
        message: "签署日期晚于今天，还没有到。",
        why: "还没有签的授权同意书不能作为依据。",
        help: "请核对签字当天的日期。",
    },
    en: Words {
        title: "The consent is signed in the future",
        message: "The day of signing has not come yet.",
        why: "Nothing can rest on a consent that is not signed yet.",
        help: "Check the day on which it was signed.",
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
                r#"[{"op": "remove", "path": "/signedAt"}, {"op": "add", "path": "/signedOn", "value": "2027-05-01"}]"#,
            ),
            expect: Expect::Fail("/signedOn"),
        },
    ],
};

fn check(consent: &Consent<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::not_yet(sink, Some(&consent.signed_on), case.as_of, || pointer!["signedOn"]);
}
