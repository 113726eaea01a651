//! A link leads to another paper.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-058",
    slug: "link-to-itself",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-053"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "票据关联到了自己",
        message: "关联的就是这张票据自己。",
        why: "票据不能是自己的红票或换开票，这样关联会让费用算不清。",
        help: "请改成另一张单据的号码；红票、换开票有自己的号码。",
    },
    en: Words {
        title: "A receipt is linked to itself",
        message: "The link leads to this very receipt.",
        why: "No bill is its own red bill or re-issue; such a link makes the expense unclear.",
        help: "Use the other paper's number; red bills and re-issues have numbers of their own.",
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
                r#"[{"op": "remove", "path": "/lineage/0/receiptId"}, {"op": "replace", "path": "/lineage/0/billNumber", "value": "0000000203"}]"#,
            ),
            expect: Expect::Fail("/lineage/0"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, link) in receipt.lineage.iter().enumerate() {
        sink.seen();
        let same_id = link.receipt_id.as_ref().is_some_and(|id| id.as_str() == receipt.receipt_id.as_str());
        let same_number = bill::claimable(receipt.kind)
            && bill::named(link).any(|named| bill::keys(receipt).any(|(own, _)| own == named));
        if same_id || same_number {
            sink.fail(pointer!["lineage", index]);
        }
    }
}
