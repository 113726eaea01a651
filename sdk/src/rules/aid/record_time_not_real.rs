//! The time of recording MUST be one that a clock has shown.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-006",
    slug: "record-time-not-real",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "登记时刻不存在",
        message: "登记时刻不是真实存在的时刻。",
        why: "登记及不及时是按这个时刻算的。",
        help: "请改成真实的日期和时刻。",
    },
    en: Words {
        title: "A time that no clock shows",
        message: "The time of recording is no time that a clock has shown.",
        why: "By it is told whether aid was recorded promptly.",
        help: "Write the real day and time.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/recordedAt", "value": "2026-04-08T24:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/recordedAt"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    calendar::real_instant(sink, aid.recorded_at.as_ref(), || pointer!["recordedAt"]);
}
