//! The number has no kind: a bill may be described as a file and as a print.

use std::collections::BTreeMap;

use crate::{
    bill::{self, BillKey},
    code::lists::{Ask, ReceiptKind, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-060",
    slug: "bill-recorded-as-two-kinds",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-054"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "同一张票据按两种类别录了两次",
        message: "这张票据和包里另一张类别不同的票据号码相同，是同一张票据。",
        why: "电子票和它的打印件是同一笔费用，录两次就会重复计算。",
        help: "请只保留一张，有电子票据的保留电子票据。",
    },
    en: Words {
        title: "One bill recorded as two kinds",
        message: "This bill has the number of a bill of another kind in the package: they are the same bill.",
        why: "An e-bill and its print are one expense; recorded twice it counts twice.",
        help: "Keep one of them, the e-bill where there is one.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/billNumber", "value": "0000000101"}, {"op": "replace", "path": "/billCode", "value": "11060126"}, {"op": "replace", "path": "/kind", "value": "fiscal-paper-outpatient"}, {"op": "replace", "path": "/lineage", "value": []}, {"op": "replace", "path": "/items", "value": []}, {"op": "replace", "path": "/expenseId", "value": "019a0000-0000-7000-8000-000000000150"}]"#,
            ),
            expect: Expect::Fail("/billNumber"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut first: BTreeMap<BillKey, (usize, ReceiptKind)> = BTreeMap::new();
    for (index, document) in case.documents.receipts.iter().enumerate() {
        let receipt = &document.value;
        if !bill::claimable(receipt.kind) {
            continue;
        }
        for (key, member) in bill::keys(receipt) {
            sink.seen();
            let (earlier, kind) = *first.entry(key).or_insert((index, receipt.kind));
            if earlier != index && kind != receipt.kind {
                sink.fail_in(document.entry, pointer![member], &[]);
            }
        }
    }
}
