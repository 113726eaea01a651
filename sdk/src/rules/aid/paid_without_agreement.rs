//! Aid SHOULD be paid on an agreement with the family.

use crate::{
    code::lists::{AidStatus, Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-018",
    slug: "paid-without-agreement",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-AID-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "没有资助协议就支付",
        message: "已经支付，但审核结果里没有资助协议。",
        why: "没有协议，钱怎么用、剩了怎么办都没有约定。",
        help: "请与家庭补签协议，并记在审核结果里。",
    },
    en: Words {
        title: "Paid without an agreement",
        message: "The aid was paid, and the decision has no agreement with the family.",
        why: "Then nothing is agreed on use, and on what is left.",
        help: "Sign an agreement with the family and add it to the decision.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/agreement"}]"#),
            expect: Expect::FailIn("records/aid-set-off", "/history/1"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(decision) = chain::decision(case, aid.decision_id.as_ref()) else { return };
    let paid = aid.history.iter().position(|event| event.status == AidStatus::Paid);
    let Some(index) = paid.filter(|_| decision.emergency.is_none()) else { return };
    sink.seen();
    if decision.agreement.is_none() {
        sink.fail(pointer!["history", index]);
    }
}
