//! A referral MUST NOT be answered before it was sent.

use crate::{
    code::lists::{Ask, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, steps},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-006",
    slug: "answered-before-sent",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RFR-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "答复早于转介",
        message: "答复的时刻早于发出转介的时刻。",
        why: "先后颠倒，多半是时刻写错了。",
        help: "请核对两个时刻。",
    },
    en: Words {
        title: "Answered before it was sent",
        message: "The answer lies before the referral was sent.",
        why: "One of the times is probably wrong.",
        help: "Compare both times.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/answer/answeredAt", "value": "2026-03-02T01:00:00Z"}]"#,
            ),
            expect: Expect::Fail("/answer/answeredAt"),
        },
    ],
};

fn check(referral: &Referral<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let answered = referral.answer.as_ref().and_then(|answer| answer.answered_at.as_ref());
    let times = referral.sent_at.as_ref().and_then(steps::instant).zip(answered.and_then(steps::instant));
    let Some((sent, answered)) = times else { return };
    sink.seen();
    if answered < sent {
        sink.fail(pointer!["answer", "answeredAt"]);
    }
}
