//! A receipt MUST stand only once in an aid record.

use std::collections::BTreeSet;

use crate::{
    code::lists::{Ask, Severity},
    model::aid_record::AidRecord,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-028",
    slug: "receipt-used-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-028"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Developer],
    zh: Words {
        title: "同一张票据写了两次",
        message: "这张票据在同一笔救助里出现了两次。",
        why: "写两次就会算两次。",
        help: "请合并成一行，金额相加。",
    },
    en: Words {
        title: "A receipt stands twice",
        message: "The receipt stands twice in one aid.",
        why: "Twice written is twice counted.",
        help: "Make it one line with the sum.",
    },
    check: Check::AidRecord(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/aid-set-off",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/receipts/0/amount", "value": "15000.00"}, {"op": "add", "path": "/receipts/-", "value": {"receiptId": "019a0000-0000-7000-8000-000000000840", "amount": "15000.00"}}]"#,
            ),
            expect: Expect::Fail("/receipts/1/receiptId"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let mut seen = BTreeSet::new();
    for (index, used) in aid.receipts.iter().enumerate() {
        sink.seen();
        if !seen.insert(used.receipt_id.as_str()) {
            sink.fail(pointer!["receipts", index, "receiptId"]);
        }
    }
}
