//! Aid MUST NOT be given on an award that ran out before receipts were handed in or anything was paid on it.

use crate::{
    code::lists::{Ask, ProcessState, Severity},
    model::{aid_record::AidRecord, decision::Decision},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, chain},
    value::Date,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-016",
    slug: "paid-after-award-ended",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资助告知书过期后才支付",
        message: "支付或交付晚于资助告知书的有效期，有效期内也没有交票据的记录。",
        why: "告知书到期就应当重新审核，家里的情况可能已经变了。",
        help: "请核对日期，补上交票据的记录；确需支付的，先延长有效期或重新决定。",
    },
    en: Words {
        title: "Paid after the award had ended",
        message: "The aid was given after the award notice had run out, and the history does not say that receipts were handed in before then.",
        why: "Then the case is to be looked at anew; things may have changed at home.",
        help: "Check the days and add when the receipts came; else prolong the award or decide anew before paying.",
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
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/award/validUntil", "value": "2026-04-03"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/award/validUntil", "value": "2026-04-02"}]"#,
            ),
            expect: Expect::FailIn("records/aid-set-off", "/history/1/happenedOn"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let decision = chain::decision(case, aid.decision_id.as_ref());
    let Some((decision, line)) = decision.and_then(|one| Some((one, chain::award_line(one, aid)?))) else {
        return;
    };
    let notice = decision.award.as_ref().and_then(|award| award.valid_until.as_ref());
    let Some(until) = calendar::day(line.valid_until.as_ref().or(notice)) else { return };
    let Some((index, event)) = aid.history.iter().enumerate().find(|(_, event)| chain::is_given(event))
    else {
        return;
    };
    let Some(first) = calendar::day(Some(&event.happened_on)) else { return };
    sink.seen();
    if first > until && !taken_up(decision, until) {
        sink.fail(pointer!["history", index, "happenedOn"]);
    }
}

/// Whether receipts were handed in, or a payment was made, by that day: money follows when it can.
fn taken_up(decision: &Decision<'_>, until: Date) -> bool {
    decision.history.iter().any(|change| {
        matches!(change.state, ProcessState::ReceiptsSubmitted | ProcessState::Payment)
            && calendar::china_day(&change.since).is_some_and(|day| day <= until)
    })
}
