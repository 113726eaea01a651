//! Nobody pays more than the bill.

use crate::{
    bill::sums::total_meant,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-011",
    slug: "layers-exceed-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-011"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer, Ask::Charity],
    zh: Words {
        title: "各方支付加起来超过总额",
        message: "各支付方的金额加起来，超过了这张单据的总额。",
        why: "支付不会超过费用，可能有一方写了两次。",
        help: "请核对各支付方的金额，去掉重复的一条。",
    },
    en: Words {
        title: "The payers bore more than the total",
        message: "The payers' amounts together exceed the total of this paper.",
        why: "Payments cannot exceed the costs; one payer may be listed twice.",
        help: "Compare the amounts and leave out what is listed twice.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/settlement/layers", "value": [{"payer": "basic-insurance", "amount": "46804.30"}, {"payer": "supplementary-insurance", "name": "示例惠民保", "amount": "50748.17"}]}]"#,
            ),
            expect: Expect::Fail("/settlement/layers"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(settlement) = &receipt.settlement else { return };
    let Some(total) = total_meant(receipt).filter(|total| !total.is_negative()) else { return };
    if settlement.layers.is_empty() {
        return;
    }
    sink.seen();
    match Money::sum(settlement.layers.iter().filter_map(|layer| money(Some(&layer.amount)))) {
        Some(sum) if sum <= total => {}
        Some(_) => sink.fail(pointer!["settlement", "layers"]),
        None => sink.could_not_check(pointer!["settlement", "layers"]),
    }
}
