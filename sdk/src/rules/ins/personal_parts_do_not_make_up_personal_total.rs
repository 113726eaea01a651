//! psn_part_amt = acct_pay (+ acct_mulaid_pay) + psn_cash_pay.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{
        Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words,
        amount::{all_of, make_up, money},
    },
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-003",
    slug: "personal-parts-do-not-make-up-personal-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-003"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Insurer],
    zh: Words {
        title: "个人负担与账户加现金不符",
        message: "个人账户加个人现金，不等于个人负担总金额。",
        why: "个人负担是核算救助的依据，对不上就要弄清。",
        help: "请对照医保结算单核对个人负担、个人账户和个人现金。",
    },
    en: Words {
        title: "The person's parts do not make up the person's total",
        message: "Personal account and cash are not what the person bore in all.",
        why: "Aid is worked out from what the person bore.",
        help: "Compare the three with the settlement list.",
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
                r#"[{"op": "replace", "path": "/settlement/amounts/personalAccount", "value": "8.00"}]"#,
            ),
            expect: Expect::Fail("/settlement/amounts/personalTotal"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = receipt.settlement.as_ref().and_then(|settlement| settlement.amounts.as_ref()) else {
        return;
    };
    let Some([total, account, cash]) = all_of([
        amounts.personal_total.as_ref(),
        amounts.personal_account.as_ref(),
        amounts.personal_cash.as_ref(),
    ]) else {
        return;
    };
    sink.seen();
    let family = money(amounts.family_account.as_ref()).unwrap_or(Money::ZERO);
    // Whether acct_pay already holds the family's share is not known.
    if make_up([account, cash], total) != Some(true) && make_up([account, family, cash], total) != Some(true)
    {
        sink.fail(pointer!["settlement", "amounts", "personalTotal"]);
    }
}
