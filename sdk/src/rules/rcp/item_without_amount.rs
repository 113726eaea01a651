//! A complete list of items has an amount for each.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-024",
    slug: "item-without-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-020"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "有收费项目还没写金额",
        message: "收费项目标为齐全，但有的项目还没有写金额。",
        why: "缺了金额就无法核对各项之和与合计。",
        help: "请补上这一项的金额，或把“项目齐全”改为否。",
    },
    en: Words {
        title: "An item has no amount yet",
        message: "The items are said to be complete, but this one has no amount yet.",
        why: "Without it the items cannot be checked against the total.",
        help: "Add its amount, or say that the list is not complete.",
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
            change: Change::Patch(r#"[{"op": "remove", "path": "/items/3/amount"}]"#),
            expect: Expect::Fail("/items/3"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if receipt.items_complete != Some(true) {
        return;
    }
    for (index, item) in receipt.items.iter().enumerate() {
        sink.seen();
        if item.amount.is_none() {
            sink.fail(pointer!["items", index]);
        }
    }
}
