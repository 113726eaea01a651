//! Aid SHOULD NOT be given on a case that was refused, waits or was withdrawn.

use crate::{
    code::lists::{Ask, ProcessState, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-015",
    slug: "given-although-refused",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-015"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有通过的案件给了救助",
        message: "审核结果是不予资助、候补或已撤回，却记了支付或交付。",
        why: "没有通过就给钱，别的孩子会问为什么。",
        help: "请核对审核结果的状态；有紧急情况的，请走紧急通道。",
    },
    en: Words {
        title: "Given although refused",
        message: "The decision is a refusal, a waitlist or a withdrawal, and aid was given.",
        why: "Other families will ask why.",
        help: "Check the state of the decision; in an emergency use that track.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/aid-drug", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/decision-partner",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/state", "value": "rejected"}, {"op": "replace", "path": "/history/7/state", "value": "rejected"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-partner",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/state", "value": "rejected"}, {"op": "remove", "path": "/history/7"}, {"op": "remove", "path": "/history/6"}, {"op": "remove", "path": "/history/5"}, {"op": "remove", "path": "/history/4"}, {"op": "replace", "path": "/history/3/state", "value": "rejected"}]"#,
            ),
            expect: Expect::FailIn("records/aid-drug", "/decisionId"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(decision) = chain::decision(case, aid.decision_id.as_ref()) else { return };
    if !aid.history.iter().any(chain::is_given) {
        return;
    }
    sink.seen();
    // What was paid before a case was stopped was paid on what held then.
    let was_paid = || decision.history.iter().any(|change| change.state == ProcessState::Payment);
    if chain::is_refused(decision.state) && !was_paid() {
        sink.fail(pointer!["decisionId"]);
    }
}
