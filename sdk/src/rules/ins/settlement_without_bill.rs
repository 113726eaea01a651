//! A settlement list joins an expense through the bill's number.

use crate::{
    bill,
    code::lists::{Ask, ReceiptKind, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-014",
    slug: "settlement-without-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-INS-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "结算单还没有对应的票据",
        message: "这张结算单还没有写明对应哪一张票据。",
        why: "结算单要和票据合成一笔费用；没有票据号码就不能单独申领。",
        help: "请补上结算单上的票据代码和号码，或附上那张票据。",
    },
    en: Words {
        title: "The settlement list names no bill yet",
        message: "It has not been written down yet which bill this settlement list belongs to.",
        why: "List and bill are one expense; without the bill's number nothing can be claimed on the list alone.",
        help: "Add the bill's code and number from the list, or the bill itself.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/lineage", "value": []}]"#),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if receipt.kind != ReceiptKind::Settlement {
        return;
    }
    sink.seen();
    let linked =
        receipt.lineage.iter().any(|link| link.receipt_id.is_some() || bill::named(link).next().is_some());
    if !linked && bill::keys(receipt).next().is_none() {
        sink.fail(pointer![]);
    }
}
