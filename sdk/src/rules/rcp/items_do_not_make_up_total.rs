//! The items make up the total, where the list is complete.

use crate::{
    bill::sums,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

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
    let (Some(_), Some(total)) = (sums::items(receipt), money(receipt.total.as_ref())) else { return };
    sink.seen();
    match sums::items_make_up(receipt, total) {
        Some(true) => {}
        // Where the total alone is wrong, that is said there.
        Some(false) if sums::agreed_against_total(receipt).is_some() => {}
        Some(false) => sink.fail(pointer!["items"]),
        None => sink.could_not_check(pointer!["items"]),
    }
}
