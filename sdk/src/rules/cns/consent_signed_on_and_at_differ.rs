//! The instant of signing, where given, must fall on the day of signing in China.

use crate::{
    code::lists::{Ask, Severity},
    model::consent::Consent,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-CNS-004",
    slug: "consent-signed-on-and-at-differ",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-CNS-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Developer, Ask::Charity],
    zh: Words {
        title: "签署日期与签署时刻不是同一天",
        message: "按北京时间，签署时刻和签署日期不在同一天。",
        why: "由谁来同意，要看签署当天孩子满没满 14 周岁，差一天结论就可能不同。",
        help: "请按系统记录的时刻改正签署日期，注意时刻用的是协调世界时。",
    },
    en: Words {
        title: "Day and instant of signing differ",
        message: "In China the instant of signing falls on another day than the day of signing.",
        why: "Who must consent depends on the child's age on that day; one day can change the answer.",
        help: "Correct the day from the recorded instant, which is in UTC.",
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
            change: Change::Patch(r#"[{"op": "add", "path": "/signedAt", "value": "2020-01-10T02:00:00Z"}]"#),
            expect: Expect::Fail("/signedAt"),
        },
    ],
};

fn check(consent: &Consent<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(at) = consent.signed_at.as_ref().and_then(calendar::china_day) else { return };
    let Some(on) = calendar::day(Some(&consent.signed_on)) else { return };
    sink.seen();
    if at != on {
        sink.fail(pointer!["signedAt"]);
    }
}
