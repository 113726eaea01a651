//! The items make up the total, where the list is complete.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
    value::Money,
};

use super::bill;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-023",
    slug: "items-do-not-make-up-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-019"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "收费项目之和不等于合计",
        message: "收费项目已写全，但各项金额相加不等于合计。",
        why: "多半是某一项抄错或漏抄，会影响对费用的核实。",
        help: "请对照票据逐项核对；如果没有抄全，请把“项目齐全”改为否。",
    },
    en: Words {
        title: "The items do not make up the total",
        message: "The items are said to be complete, but their amounts together are not the total.",
        why: "One is probably miscopied or left out, which gets in the way of checking the costs.",
        help: "Compare the items with the bill; if not all were copied, say that the list is not complete.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/itemsComplete", "value": true}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "replace", "path": "/items/0/amount", "value": "51.00"}]"#),
            expect: Expect::Fail("/items"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(total) = money(receipt.total.as_ref()).filter(|_| receipt.items_complete == Some(true)) else {
        return;
    };
    let amounts = || receipt.items.iter().map(|item| money(item.amount.as_ref()));
    if receipt.items.is_empty() || amounts().any(|amount| amount.is_none()) {
        return;
    }
    sink.seen();
    let Some(sum) = Money::sum(amounts().flatten()) else {
        return sink.could_not_check(pointer!["items"]);
    };
    // The lines of a tax invoice stand without their tax.
    let taxes = Money::sum(receipt.items.iter().filter_map(|item| money(item.tax.as_ref())));
    let with_tax =
        || bill::tax_invoice(receipt.kind) && taxes.and_then(|taxes| sum.checked_add(taxes)) == Some(total);
    if sum != total && !with_tax() {
        sink.fail(pointer!["items"]);
    }
}
