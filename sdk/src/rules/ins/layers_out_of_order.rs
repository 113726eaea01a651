//! The burden left after each payer is only right in the order of payment.

use crate::{
    code::lists::{Ask, PayerKind, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-009",
    slug: "layers-out-of-order",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-009"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "支付层次的顺序不对",
        message: "这一方排在了比它更晚支付的一方后面。",
        why: "支付有先后：先医保，再大病、医疗救助、补充保险，最后慈善；顺序错了剩余负担就算错。",
        help: "请按医保结算单上的先后重新排列。",
    },
    en: Words {
        title: "The payers are not in order",
        message: "This payer stands behind one that pays later.",
        why: "Insurance pays first, then critical-illness insurance, medical aid, supplementary insurance, charity last; otherwise the burden left is wrong.",
        help: "Put the payers in the order of the settlement list.",
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
                r#"[{"op": "replace", "path": "/settlement/layers", "value": [{"payer": "basic-insurance", "layer": "pooled-fund", "amount": "46804.30"}, {"payer": "medical-aid", "layer": "medical-aid", "amount": "2000.00"}, {"payer": "catastrophic-insurance", "layer": "catastrophic", "amount": "10640.16"}]}]"#,
            ),
            expect: Expect::Fail("/settlement/layers/2/payer"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(settlement) = &receipt.settlement else { return };
    let mut last = 0;
    for (index, layer) in settlement.layers.iter().enumerate() {
        let Some(order) = payment_order(layer.payer) else { continue };
        sink.seen();
        if order < last {
            sink.fail(pointer!["settlement", "layers", index, "payer"]);
        }
        last = last.max(order);
    }
}

/// The place of a payer in the order of payment; none where it has no fixed place.
const fn payment_order(payer: PayerKind) -> Option<u8> {
    match payer {
        PayerKind::BasicInsurance => Some(1),
        PayerKind::CatastrophicInsurance => Some(2),
        PayerKind::MedicalAid => Some(3),
        PayerKind::SupplementaryInsurance | PayerKind::CommercialInsurance | PayerKind::MutualFund => Some(4),
        PayerKind::GovernmentAid => Some(5),
        PayerKind::Charity => Some(6),
        PayerKind::Hospital
        | PayerKind::PharmaceuticalCompany
        | PayerKind::Crowdfunding
        | PayerKind::Family => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Code;

    #[test]
    fn the_order_is_that_of_the_published_list() {
        for payer in PayerKind::ALL {
            let listed =
                payer.row().and_then(|row| row.column("payment_order")).and_then(|order| order.parse().ok());
            assert_eq!(payment_order(*payer), listed, "{}", payer.code());
        }
    }
}
