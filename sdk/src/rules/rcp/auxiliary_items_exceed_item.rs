//! The drugs and services behind an item are part of it.

use crate::{
    code::Code,
    code::lists::{Ask, ReceiptItemCategory, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-079",
    slug: "auxiliary-items-exceed-item",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-073"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "明细金额超过了收费项目",
        message: "有一类明细的金额加起来，超过了票面上同类收费项目的金额。",
        why: "明细是收费项目的组成部分，超过说明有一处抄错或归错类。",
        help: "请对照费用明细清单，核对金额和类别。",
    },
    en: Words {
        title: "Auxiliary items exceed their item",
        message: "The auxiliary items of one category come to more than the items of that category.",
        why: "They are part of the item; an amount or a category is wrong.",
        help: "Compare amounts and categories with the detail list.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/auxiliaryItems/0/amount", "value": "64312.66"}]"#,
            ),
            expect: Expect::Fail("/auxiliaryItems"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if receipt.items.is_empty() || receipt.auxiliary_items.is_empty() {
        return;
    }
    for category in ReceiptItemCategory::ALL {
        let mut items = receipt.items.iter().filter(|item| item.category == Some(*category)).peekable();
        let mut parts =
            receipt.auxiliary_items.iter().filter(|part| part.category == Some(*category)).peekable();
        if items.peek().is_none() || parts.peek().is_none() {
            continue;
        }
        // Without the amount of an item there is nothing to hold its parts against.
        let Some(items) = items.map(|item| money(item.amount.as_ref())).collect::<Option<Vec<_>>>() else {
            continue;
        };
        let parts = Money::sum(parts.filter_map(|part| money(part.amount.as_ref())));
        sink.seen();
        match Money::sum(items).zip(parts) {
            Some((items, parts)) if parts <= items => {}
            Some(_) => return sink.fail(pointer!["auxiliaryItems"]),
            None => return sink.could_not_check(pointer!["auxiliaryItems"]),
        }
    }
}
