//! medfee_sumamt = fund_pay_sumamt + psn_part_amt + hosp_part_amt.

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
    code: "TZ-INS-001",
    slug: "settlement-parts-do-not-make-up-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer, Ask::Hospital],
    zh: Words {
        title: "结算总额与三方负担不符",
        message: "基金支付、个人负担、医院负担加起来，不等于医疗费总额。",
        why: "这几项决定家里实际负担多少，对不上就可能算错。",
        help: "请对照医保结算单核对这几项，或请医保窗口重新打印。",
    },
    en: Words {
        title: "The settlement's parts do not make up its total",
        message: "Funds, person and hospital together are not the total of the settlement.",
        why: "They decide what the family really bears.",
        help: "Compare them with the settlement list, or ask the insurer to print it again.",
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
                r#"[{"op": "replace", "path": "/settlement/amounts/hospitalBorne", "value": "10.00"}]"#,
            ),
            expect: Expect::Fail("/settlement/amounts/total"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = receipt.settlement.as_ref().and_then(|settlement| settlement.amounts.as_ref()) else {
        return;
    };
    let Some([total, funds, person, hospital]) = all_of([
        amounts.total.as_ref(),
        amounts.fund_total.as_ref(),
        amounts.personal_total.as_ref(),
        amounts.hospital_borne.as_ref(),
    ]) else {
        return;
    };
    sink.seen();
    if make_up([funds, person, hospital], total) != Some(true) {
        sink.fail(pointer!["settlement", "amounts", "total"]);
    }
}
