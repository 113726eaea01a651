//! psn_cash_pay is the receipt's 个人现金支付.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::all_of},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-008",
    slug: "cash-differs-from-receipt",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer, Ask::Hospital],
    zh: Words {
        title: "结算现金与票面现金不同",
        message: "结算的个人现金支出，和票面的个人现金支付不同。",
        why: "现金支付是家庭负担的主要部分，要以哪个为准须弄清。",
        help: "请对照医保结算单和票据核对个人现金。",
    },
    en: Words {
        title: "The settlement's cash is not the receipt's",
        message: "Personal cash in the settlement and on the receipt differ.",
        why: "Cash is most of what the family bears; it must be clear which one holds.",
        help: "Compare personal cash with the settlement list and the bill.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/settlement", "value": {"amounts": {"personalCash": "38108.00"}}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/settlement", "value": {"amounts": {"personalCash": "38180.00"}}}]"#,
            ),
            expect: Expect::Fail("/settlement/amounts/personalCash"),
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
    let Some([one, other]) = all_of([settled.personal_cash.as_ref(), bill.personal_cash.as_ref()]) else {
        return;
    };
    sink.seen();
    if one != other {
        sink.fail(pointer!["settlement", "amounts", "personalCash"]);
    }
}
