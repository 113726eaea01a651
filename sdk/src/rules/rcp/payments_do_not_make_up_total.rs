//! What the four payers bore makes up the total, where all four are stated.

use crate::{
    bill::sums,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-020",
    slug: "payments-do-not-make-up-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "四项支付之和不等于合计",
        message: "统筹、其他支付、个人账户、个人现金四项相加，不等于金额合计。",
        why: "家庭负担是从这几项算出来的，算错会让孩子少得或多得救助。",
        help: "请对照票据逐项核对这四个数和合计，多半是其中一项抄错了。",
    },
    en: Words {
        title: "The four payments do not make up the total",
        message: "Pooled fund, other payments, personal account and cash together are not the total.",
        why: "The family's burden is worked out from them; a mistake gives the child too little or too much.",
        help: "Compare the four amounts and the total with the bill; one of them is probably miscopied.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "replace", "path": "/amounts/pooledFund", "value": "420.00"}]"#),
            expect: Expect::Fail("/amounts"),
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/amounts/pooledFund", "value": "320.50"}, {"op": "add", "path": "/extraAmounts", "value": [{"label": "医院承担", "value": "100.00"}]}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let (Some(_), Some(total)) = (sums::payments(receipt), money(receipt.total.as_ref())) else { return };
    sink.seen();
    match sums::payments_make_up(receipt, total) {
        Some(true) => {}
        // Where the total alone is wrong, that is said there.
        Some(false) if sums::agreed_against_total(receipt).is_some() => {}
        Some(false) => sink.fail(pointer!["amounts"]),
        None => sink.could_not_check(pointer!["amounts"]),
    }
}
