//! inscp_scp_amt = total - fulamt_ownpay - overlmt_selfpay - preselfpay.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{all_of, rest},
    },
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-004",
    slug: "scope-differs-from-deductions",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer],
    zh: Words {
        title: "符合政策范围金额对不上",
        message: "总额减去全自费、超限价、先行自付，不等于符合政策范围金额。",
        why: "有的项目按政策范围内费用救助，数对不上就会算错。",
        help: "请对照医保结算单核对这几项。",
    },
    en: Words {
        title: "The amount within scope does not follow",
        message: "The total less full self-pay, excess over price limits and first self-pay is not the amount within scope.",
        why: "Some programmes go by the amount within scope.",
        help: "Compare these amounts with the settlement list.",
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
                r#"[{"op": "replace", "path": "/settlement/amounts/overLimit", "value": "2798.00"}]"#,
            ),
            expect: Expect::Fail("/settlement/amounts/inScope"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = receipt.settlement.as_ref().and_then(|settlement| settlement.amounts.as_ref()) else {
        return;
    };
    let Some([total, outside, over, first, scope]) = all_of([
        amounts.total.as_ref(),
        amounts.out_of_catalogue.as_ref(),
        amounts.over_limit.as_ref(),
        amounts.first_self_paid.as_ref(),
        amounts.in_scope.as_ref(),
    ]) else {
        return;
    };
    sink.seen();
    if rest(total, [outside, over, first]) != Some(scope) {
        sink.fail(pointer!["settlement", "amounts", "inScope"]);
    }
}
