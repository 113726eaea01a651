//! 自费 and a payment of the pooled fund exclude each other.

use crate::{
    code::lists::{Ask, InsuranceType, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-018",
    slug: "fund-paid-without-insurance",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-018"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "写着自费却有统筹支付",
        message: "医保类型是非医保（自费），却有统筹基金支付。",
        why: "两者不会同时出现，家庭的医保情况要弄清。",
        help: "请对照票据核对医保类型和统筹支付。",
    },
    en: Words {
        title: "Self-paid, yet the pooled fund paid",
        message: "The insurance is stated as none, yet the pooled fund paid something.",
        why: "The two exclude each other; the family's insurance must be clear.",
        help: "Compare the kind of insurance and the pooled fund with the bill.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::NotApplicable,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/insurance", "value": {"printedType": "现金（自费）", "kind": "none"}}, {"op": "replace", "path": "/amounts", "value": {"pooledFund": "0.00", "otherPayments": "0.00", "personalAccount": "0.00", "personalCash": "1001.00"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/insurance", "value": {"printedType": "现金（自费）", "kind": "none"}}]"#,
            ),
            expect: Expect::Fail("/insurance/kind"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let kind = receipt.insurance.as_ref().and_then(|insurance| insurance.kind);
    let paid = money(receipt.amounts.as_ref().and_then(|amounts| amounts.pooled_fund.as_ref()));
    let (Some(InsuranceType::None), Some(paid)) = (kind, paid) else { return };
    sink.seen();
    if paid != Money::ZERO {
        sink.fail(pointer!["insurance", "kind"]);
    }
}
