//! A paper re-issue, a detail list and a settlement list name the bill they belong to.

use crate::{
    bill,
    code::lists::{Ask, ReceiptLineage, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-057",
    slug: "link-names-no-paper",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-052"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "没有写清关联的是哪一张票据",
        message: "注明了与另一张单据的关系，但没有写是哪一张。",
        why: "换开的纸质票、明细和结算单都属于原来那笔费用，连不上就会被算成两笔。",
        help: "请补上那张单据的代码和号码，或选择本包中的那张票据。",
    },
    en: Words {
        title: "The link does not say to which paper",
        message: "A relation to another paper is stated, but not to which one.",
        why: "Re-issues, detail lists and settlement lists belong to an expense already there; unlinked they count twice.",
        help: "Add that paper's code and number, or choose it among the receipts of this package.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/lineage/0/receiptId"}, {"op": "remove", "path": "/lineage/0/billCode"}, {"op": "remove", "path": "/lineage/0/billNumber"}]"#,
            ),
            expect: Expect::Fail("/lineage/0"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, link) in receipt.lineage.iter().enumerate() {
        if link.relation == ReceiptLineage::RedBill {
            continue;
        }
        sink.seen();
        let by_settlement = link.settlement_id.is_some();
        if link.receipt_id.is_none() && !by_settlement && bill::named(link).next().is_none() {
            sink.fail(pointer!["lineage", index]);
        }
    }
}
