//! Two receipts of one kind with one number are the same bill.

use std::collections::BTreeMap;

use crate::{
    bill::{self, BillKey},
    code::lists::{Ask, ReceiptKind, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-059",
    slug: "bill-twice-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-054"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "同一张票据出现了两次",
        message: "这张票据的号码，和包里另一张同类票据相同。",
        why: "同一笔费用算两次，会多占别的孩子的救助款。",
        help: "请删去重复的一张；如果号码抄错了，请改正。",
    },
    en: Words {
        title: "The same bill appears twice",
        message: "The number of this bill is that of another bill of the same kind in the package.",
        why: "Counting one expense twice takes money from other children.",
        help: "Leave one of them out; if the number is miscopied, correct it.",
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
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/billNumber", "value": "0000000102"}, {"op": "remove", "path": "/verifications/0/elements/billNumber"}]"#,
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
            if earlier != index && kind == receipt.kind {
                sink.fail_in(document.entry, pointer![member], &[]);
            }
        }
    }
}
