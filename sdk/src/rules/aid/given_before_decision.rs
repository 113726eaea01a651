//! Aid MUST NOT be given before its decision, except on the emergency track.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-017",
    slug: "given-before-decision",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-017"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "决定之前就已支付",
        message: "支付或交付的日期早于决定日期，也不是紧急办理。",
        why: "先付后批，审核就没有意义了。",
        help: "请核对日期；确属紧急的，请在审核结果里写明紧急通道。",
    },
    en: Words {
        title: "Given before the decision",
        message: "The aid was given before the decision, and not on the emergency track.",
        why: "Then the review means nothing.",
        help: "Check the days; in an emergency, say so in the decision.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/decidedOn", "value": "2026-04-09"}]"#),
            expect: Expect::FailIn("records/aid-set-off", "/history/1/happenedOn"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(decision) = chain::decision(case, aid.decision_id.as_ref()) else { return };
    let Some(decided) = calendar::day(decision.decided_on.as_ref()).filter(|_| decision.emergency.is_none())
    else {
        return;
    };
    let Some((index, event)) = aid.history.iter().enumerate().find(|(_, event)| chain::is_given(event))
    else {
        return;
    };
    let Some(first) = calendar::day(Some(&event.happened_on)) else { return };
    sink.seen();
    if first < decided {
        sink.fail(pointer!["history", index, "happenedOn"]);
    }
}
