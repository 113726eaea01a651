//! A suspicion that is not upheld MUST NOT hold back payment for urgent treatment.

use crate::{
    code::lists::{Ask, Severity, SuspicionStatus, Urgency},
    model::suspicion::Suspicion,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-SUS-010",
    slug: "urgent-payment-held",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-SUS-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "疑点停下了急需的治疗费用",
        message: "孩子的治疗很急，疑点却让拨付全部停下了。",
        why: "疑问不是结论，查清之前先保治疗；多付的以后可以追回，耽误的病情追不回来。",
        help: "请恢复急需费用的支付，其余的等会商决定。",
    },
    en: Words {
        title: "Urgent treatment goes unpaid over a question",
        message: "The child's treatment is urgent, and every payment was stopped over the question.",
        why: "A question is no verdict: treatment first. Money can be returned later, lost time cannot.",
        help: "Pay what is urgent again, and let the meeting decide on the rest.",
    },
    check: Check::Suspicion(check),
    examples: &[
        Example { case: "joint-aid", entry: "records/suspicion", change: Change::None, expect: Expect::Pass },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/payment/urgentGoesOn", "value": false}, {"op": "replace", "path": "/resolution/result", "value": "upheld"}]"#,
            ),
            expect: Expect::NotApplicable,
        },
        Example {
            case: "joint-aid",
            entry: "records/suspicion",
            change: Change::Patch(r#"[{"op": "replace", "path": "/payment/urgentGoesOn", "value": false}]"#),
            expect: Expect::Fail("/payment"),
        },
    ],
};

fn check(suspicion: &Suspicion<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(payment) = suspicion.payment.as_ref().filter(|payment| payment.held) else { return };
    // Upheld, it is no question any more.
    if suspicion.resolution.as_ref().is_some_and(|resolution| resolution.result == SuspicionStatus::Upheld) {
        return;
    }
    let treatment = case.application().and_then(|document| document.value.treatment.as_ref());
    let urgency = treatment.and_then(|treatment| treatment.urgency);
    if !matches!(urgency, Some(Urgency::Emergency | Urgency::Urgent)) {
        return;
    }
    sink.seen();
    if payment.urgent_goes_on != Some(true) {
        sink.fail(pointer!["payment"]);
    }
}
