//! Every time that a referral gives MUST be one that a clock has shown.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-004",
    slug: "referral-time-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "时刻不存在",
        message: "这里写的时刻不存在。",
        why: "写错的时刻没法用来算多久得到答复。",
        help: "请改成真实的日期和时刻。",
    },
    en: Words {
        title: "A time that no clock shows",
        message: "This is no time that a clock has shown.",
        why: "By it is told how long a family waited for an answer.",
        help: "Write the real day and time.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/sentAt", "value": "2026-03-02T24:30:00Z"}]"#,
            ),
            expect: Expect::Fail("/sentAt"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::real_instant(sink, referral.sent_at.as_ref(), || pointer!["sentAt"]);
    let answered = referral.answer.as_ref().and_then(|answer| answer.answered_at.as_ref());
    calendar::real_instant(sink, answered, || pointer!["answer", "answeredAt"]);
}
