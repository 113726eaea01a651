//! 出院 <= 开票, and likewise for a visit.

use crate::{
    code::lists::{Ask, ReceiptKind, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, calendar},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-041",
    slug: "issued-before-end-of-care",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-037"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "开票早于出院或就诊",
        message: "开票日期早于出院日期或就诊日期。",
        why: "一般出院结算时才开票；更早的可能是预缴金收据，或日期抄错了。",
        help: "请对照票据核对这两个日期，并看看是不是预缴金收据。",
    },
    en: Words {
        title: "Issued before the care ended",
        message: "The date of issue lies before the day of discharge or of the visit.",
        why: "Bills are issued when the stay is settled; an earlier paper may be a receipt of a deposit, or a date is miscopied.",
        help: "Compare the dates with the bill, and see whether it is a receipt of a deposit.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::Patch(r#"[{"op": "replace", "path": "/issuedOn", "value": "2026-07-01"}]"#),
            expect: Expect::Fail("/issuedOn"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(patient) = &receipt.patient else { return };
    let Some(issued) =
        calendar::day(receipt.issued_on.as_ref()).filter(|_| receipt.kind != ReceiptKind::Prepayment)
    else {
        return;
    };
    for end in [&patient.discharged_on, &patient.visit_on] {
        if let Some(end) = calendar::day(end.as_ref()) {
            sink.seen();
            if issued < end {
                return sink.fail(pointer!["issuedOn"]);
            }
        }
    }
}
