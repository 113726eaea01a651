//! Some systems print all funds as pooled fund, others split them.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{all_of, make_up},
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-007",
    slug: "funds-differ-from-receipt",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer, Ask::Hospital],
    zh: Words {
        title: "基金支付与票面统筹、其他支付不符",
        message: "结算的基金支付总额，和票面的统筹支付、其他支付对不上。",
        why: "有的医院把全部基金印在“统筹”里，对不上会少算或多算已得的保障。",
        help: "请以医保结算单为准核对票面这两项。",
    },
    en: Words {
        title: "The funds differ from the receipt's",
        message: "The funds of the settlement do not fit pooled fund and other payments on the receipt.",
        why: "Some hospitals print all funds as pooled fund; help already given may be counted wrongly.",
        help: "Compare both with the settlement list, which decides.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/settlement", "value": {"amounts": {"fundTotal": "59444.46"}}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/settlement", "value": {"amounts": {"fundTotal": "59444.00"}}}]"#,
            ),
            expect: Expect::Fail("/settlement/amounts/fundTotal"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some((settled, bill)) = receipt
        .settlement
        .as_ref()
        .and_then(|settlement| settlement.amounts.as_ref())
        .zip(receipt.amounts.as_ref())
    else {
        return;
    };
    let Some([funds, pooled, other]) =
        all_of([settled.fund_total.as_ref(), bill.pooled_fund.as_ref(), bill.other_payments.as_ref()])
    else {
        return;
    };
    sink.seen();
    if make_up([pooled, other], funds) != Some(true) && pooled != funds {
        sink.fail(pointer!["settlement", "amounts", "fundTotal"]);
    }
}
