//! A settlement is of the whole receipt.

use crate::{
    bill::sums::total_meant,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-005",
    slug: "settlement-total-differs-from-receipt",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-005"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Insurer],
    zh: Words {
        title: "结算总额与本单合计不同",
        message: "结算部分的医疗费总额，和这张单据的合计不同。",
        why: "同一次结算的总额只有一个，不同说明有一处抄错。",
        help: "请对照单据核对两个总额。",
    },
    en: Words {
        title: "The settlement's total is not the receipt's",
        message: "The total in the settlement and the total of this receipt differ.",
        why: "One settlement has one total; one of them is miscopied.",
        help: "Compare both totals with the paper.",
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
                r#"[{"op": "replace", "path": "/total", "value": "97552.00"}, {"op": "replace", "path": "/totalInWords", "value": "玖万柒仟伍佰伍拾贰元整"}, {"op": "replace", "path": "/settlement/layers", "value": []}, {"op": "replace", "path": "/lineage/0", "value": {"relation": "settlement-list", "billCode": "11060226", "billNumber": "0000000999"}}]"#,
            ),
            expect: Expect::Fail("/settlement/amounts/total"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = receipt.settlement.as_ref().and_then(|settlement| settlement.amounts.as_ref()) else {
        return;
    };
    let Some((settled, total)) = money(amounts.total.as_ref()).zip(total_meant(receipt)) else {
        return;
    };
    sink.seen();
    if settled != total {
        sink.fail(pointer!["settlement", "amounts", "total"]);
    }
}
