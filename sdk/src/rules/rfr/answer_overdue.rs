//! A referral SHOULD be answered by the day on which an answer is due.

use crate::{
    code::lists::{Ask, ReferralOutcome, Severity},
    model::referral::Referral,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RFR-008",
    slug: "answer-overdue",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RFR-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "转介过了期限没有答复",
        message: "答复期限已过，还没有答复。",
        why: "家庭在等消息，拖得越久越耽误治疗。",
        help: "请联系转入方；也可以转给其他机构。",
    },
    en: Words {
        title: "No answer in time",
        message: "The day for an answer has passed, and there is none.",
        why: "The family waits, and treatment may be delayed.",
        help: "Ask the organisation, or turn to another one.",
    },
    check: Check::Referral(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/referral", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/referral",
            change: Change::Patch(r#"[{"op": "remove", "path": "/answer"}]"#),
            expect: Expect::Fail("/answerDueOn"),
        },
    ],
};

fn check(referral: &Referral<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(due) = calendar::day(referral.answer_due_on.as_ref()) else { return };
    sink.seen();
    let answered = referral.answer.as_ref().is_some_and(|answer| answer.outcome != ReferralOutcome::Pending);
    if due < case.as_of && !answered {
        sink.fail(pointer!["answerDueOn"]);
    }
}
