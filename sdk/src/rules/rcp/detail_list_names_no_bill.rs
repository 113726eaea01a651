//! 医疗收费明细 prints 所属电子票据代码 and 号码.

use crate::{
    bill,
    code::lists::{Ask, ReceiptKind, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-078",
    slug: "detail-list-names-no-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-072"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "收费明细还没有写所属票据",
        message: "这份收费明细还没有写属于哪一张电子票据。",
        why: "明细不单独计入费用，连上所属票据才能核对项目。",
        help: "请看明细上的“所属电子票据代码、号码”，补到关联票据中。",
    },
    en: Words {
        title: "The detail list names no bill yet",
        message: "It has not been written down yet to which e-bill this detail list belongs.",
        why: "A detail list is no expense of its own; it helps once it is linked to its bill.",
        help: "Copy the e-bill's code and number from the list into its link.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "fiscal-e-detail"}, {"op": "replace", "path": "/lineage/0/relation", "value": "detail-list"}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "fiscal-e-detail"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "replace", "path": "/verifications", "value": []}]"#,
            ),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if receipt.kind != ReceiptKind::FiscalEDetail {
        return;
    }
    sink.seen();
    let linked =
        receipt.lineage.iter().any(|link| link.receipt_id.is_some() || bill::named(link).next().is_some());
    if !linked && bill::keys(receipt).next().is_none() {
        sink.fail(pointer![]);
    }
}
