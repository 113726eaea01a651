//! A red bill prints 相关票据代码 and 号码.

use crate::{
    bill,
    code::lists::{Ask, ReceiptLineage, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-056",
    slug: "red-bill-names-no-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-051"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Family],
    zh: Words {
        title: "红票没有注明冲销哪一张",
        message: "这是一张红票，但没有写清它冲销的是哪一张票据。",
        why: "不知道冲销了哪一张，已作废的费用就可能还在申请救助。",
        help: "请看红票上的“相关票据代码、号码”，补到关联票据中。",
    },
    en: Words {
        title: "The red bill does not say which bill it cancels",
        message: "This is a red bill, but it is not clear which bill it cancels.",
        why: "Otherwise aid may still be asked on an expense that was cancelled.",
        help: "Copy the related bill's code and number from the red bill into its link.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/total", "value": "-1001.00"}, {"op": "replace", "path": "/totalInWords", "value": "负壹仟零壹元整"}, {"op": "remove", "path": "/amounts"}, {"op": "add", "path": "/amounts", "value": {"personalCash": "-1001.00"}}, {"op": "replace", "path": "/items", "value": []}, {"op": "remove", "path": "/verifications/0/elements/total"}, {"op": "add", "path": "/lineage", "value": [{"relation": "red-bill", "billCode": "11060126", "billNumber": "0000000100"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/total", "value": "-1001.00"}, {"op": "replace", "path": "/totalInWords", "value": "负壹仟零壹元整"}, {"op": "remove", "path": "/amounts"}, {"op": "add", "path": "/amounts", "value": {"personalCash": "-1001.00"}}, {"op": "replace", "path": "/items", "value": []}, {"op": "remove", "path": "/verifications/0/elements/total"}, {"op": "add", "path": "/lineage", "value": [{"relation": "red-bill"}]}]"#,
            ),
            expect: Expect::Fail("/lineage/0"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, link) in receipt.lineage.iter().enumerate() {
        if link.relation != ReceiptLineage::RedBill {
            continue;
        }
        sink.seen();
        let by_settlement = link.settlement_id.is_some();
        if link.receipt_id.is_none() && !by_settlement && bill::named(link).next().is_none() {
            sink.fail(pointer!["lineage", index]);
        }
    }
}
