//! The same payer, layer and name twice are probably one payment.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::PaymentLayer,
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-013",
    slug: "layer-listed-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-013"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Insurer],
    zh: Words {
        title: "同一支付方列了两次",
        message: "这一支付方和前面一条相同。",
        why: "同一笔支付列两次，会把家庭负担算少。",
        help: "请核对是不是同一笔；是两笔的，请在名称中写明区别。",
    },
    en: Words {
        title: "A payer is listed twice",
        message: "This payer is the same as one before it.",
        why: "One payment listed twice makes the family's burden too small.",
        help: "See whether it is one payment; if there are two, tell them apart by their names.",
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
                r#"[{"op": "replace", "path": "/settlement/layers", "value": [{"payer": "basic-insurance", "layer": "pooled-fund", "amount": "46804.30"}, {"payer": "basic-insurance", "layer": "pooled-fund", "amount": "46804.30"}]}]"#,
            ),
            expect: Expect::Fail("/settlement/layers/1"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(settlement) = &receipt.settlement else { return };
    let layers = &settlement.layers;
    for (index, layer) in layers.iter().enumerate() {
        sink.seen();
        let same = |other: &PaymentLayer<'_>| {
            other.payer == layer.payer && other.layer == layer.layer && other.name == layer.name
        };
        if layers.iter().take(index).any(same) {
            sink.fail(pointer!["settlement", "layers", index]);
        }
    }
}
