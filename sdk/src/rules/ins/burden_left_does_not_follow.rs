//! Residual burden after each layer is what programmes use.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-010",
    slug: "burden-left-does-not-follow",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-010"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Insurer],
    zh: Words {
        title: "剩余负担的推算对不上",
        message: "这一层支付后的剩余负担，和前面的金额推算不符。",
        why: "救助按剩余负担计算，错一层后面都会错。",
        help: "请从总额开始，逐层减去各方支付额核对。",
    },
    en: Words {
        title: "The burden left does not follow",
        message: "The burden left after this payer does not follow from the amounts before it.",
        why: "Aid goes by the burden left, and one wrong layer spoils the rest.",
        help: "Start from the total and take off each payer's amount in turn.",
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
                r#"[{"op": "replace", "path": "/settlement/layers/3/residual", "value": "0.01"}]"#,
            ),
            expect: Expect::Fail("/settlement/layers/3/residual"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(settlement) = &receipt.settlement else { return };
    let mut left = money(receipt.total.as_ref());
    for (index, layer) in settlement.layers.iter().enumerate() {
        let after = left.zip(money(Some(&layer.amount))).and_then(|(left, paid)| left.checked_sub(paid));
        let stated = money(layer.residual.as_ref());
        if let Some((after, stated)) = after.zip(stated) {
            sink.seen();
            if after != stated {
                sink.fail(pointer!["settlement", "layers", index, "residual"]);
            }
        }
        // What is stated goes on, so that one slip is said once.
        left = stated.or(after);
    }
}
