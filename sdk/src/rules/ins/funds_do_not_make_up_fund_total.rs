//! fund_pay_sumamt is the sum of the eight funds; those left out may hold the rest.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{all_of, money, written},
    },
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-002",
    slug: "funds-do-not-make-up-fund-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-002"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer],
    zh: Words {
        title: "各项基金之和与基金总额不符",
        message: "统筹、大病、医疗救助等各项基金加起来，和基金支付总额不符。",
        why: "大病保险和医疗救助往往藏在里面，漏了就看不出家里已得到哪些保障。",
        help: "请对照医保结算单逐项核对基金支付。",
    },
    en: Words {
        title: "The single funds do not make up the funds' total",
        message: "Pooled fund, critical-illness insurance, medical aid and the others do not fit the funds' total.",
        why: "Help already given hides among them.",
        help: "Compare each fund with the settlement list.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/settlement/amounts/otherFunds"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/settlement/amounts/otherFunds", "value": "10.00"}]"#,
            ),
            expect: Expect::Fail("/settlement/amounts/fundTotal"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = receipt.settlement.as_ref().and_then(|settlement| settlement.amounts.as_ref()) else {
        return;
    };
    let funds = [
        amounts.pooled_fund.as_ref(),
        amounts.civil_servant_aid.as_ref(),
        amounts.enterprise_supplement.as_ref(),
        amounts.resident_critical_illness.as_ref(),
        amounts.employee_large_amount.as_ref(),
        amounts.disability_fund.as_ref(),
        amounts.medical_aid.as_ref(),
        amounts.other_funds.as_ref(),
    ];
    let Some(total) = money(amounts.fund_total.as_ref()).filter(|_| written(funds).next().is_some()) else {
        return;
    };
    sink.seen();
    let fits = match Money::sum(written(funds)) {
        Some(sum) if all_of(funds).is_some() => sum == total,
        Some(sum) => sum <= total,
        None => false,
    };
    if !fits {
        sink.fail(pointer!["settlement", "amounts", "fundTotal"]);
    }
}
