//! 自付 and 自费 should be what account and cash paid; hospitals often print zeros.

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
    code: "TZ-RCP-022",
    slug: "self-paid-differs-from-own-payments",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Insurer],
    zh: Words {
        title: "自付、自费与个人支付不符",
        message: "个人自付加个人自费，不等于个人账户加个人现金。",
        why: "有的医院没有细分就把自付、自费印成 0，按它计算会算错家庭负担。",
        help: "家庭负担请以个人账户和个人现金为准；需要细分时请向医保要结算单。",
    },
    en: Words {
        title: "Self-paid amounts differ from the family's payments",
        message: "Self-paid inside and outside the catalogue together are not personal account and cash together.",
        why: "Some hospitals print zeros where they have no split, and counting on it misstates the family's burden.",
        help: "Go by personal account and cash; if the split is needed, ask the insurer for the settlement list.",
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
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/amounts/selfPaidInCatalogue", "value": "0.00"}]"#,
            ),
            expect: Expect::Fail("/amounts"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(amounts) = &receipt.amounts else { return };
    let Some([inside, outside, account, cash]) = all_of([
        amounts.self_paid_in_catalogue.as_ref(),
        amounts.self_paid_out_of_catalogue.as_ref(),
        amounts.personal_account.as_ref(),
        amounts.personal_cash.as_ref(),
    ]) else {
        return;
    };
    sink.seen();
    if account.checked_add(cash).and_then(|own| make_up([inside, outside], own)) != Some(true) {
        sink.fail(pointer!["amounts"]);
    }
}
