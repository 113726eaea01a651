//! 预缴 + 补缴 − 退费 = 个人现金支付 on inpatient bills.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::all_of},
    value::bill_number::MedicalBill,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-027",
    slug: "prepayment-does-not-settle-cash",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-023"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "预缴补缴退费与现金不符",
        message: "预缴加补缴再减退费，不等于个人现金支付。",
        why: "出院时押金多退少补，差额对不上说明可能漏了一笔退费或补缴。",
        help: "请对照票据核对这几项，或请医院住院收费处说明。",
    },
    en: Words {
        title: "Prepayments do not settle the cash paid",
        message: "Prepaid plus top-up less refund is not the personal cash.",
        why: "At discharge the deposit is settled; a difference may be a refund or top-up left out.",
        help: "Compare these amounts with the bill, or ask the hospital's inpatient cashier.",
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
            entry: "receipts/second-admission",
            change: Change::Patch(r#"[{"op": "replace", "path": "/amounts/refund", "value": "1982.00"}]"#),
            expect: Expect::Fail("/amounts"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) =
        receipt.amounts.as_ref().filter(|_| bill::setting(receipt.kind) == Some(MedicalBill::Inpatient))
    else {
        return;
    };
    let Some([prepaid, top_up, refund, cash]) = all_of([
        amounts.prepaid.as_ref(),
        amounts.top_up.as_ref(),
        amounts.refund.as_ref(),
        amounts.personal_cash.as_ref(),
    ]) else {
        return;
    };
    sink.seen();
    if prepaid.checked_add(top_up).and_then(|paid| paid.checked_sub(refund)) != Some(cash) {
        sink.fail(pointer!["amounts"]);
    }
}
