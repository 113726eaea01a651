//! Aid MUST be used only on receipts that can be claimed on.

use crate::{
    bill,
    code::lists::{Ask, ReceiptLineage, Severity},
    model::{aid_record::AidRecord, receipt::Receipt},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, chain},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-AID-027",
    slug: "bill-does-not-count",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-AID-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "这种单据不能用来报销",
        message: "使用的单据是押金单、明细、结算单、小票或红票，不能据以报销。",
        why: "押金最后会并入结算票据，两张都用就重复了；红票是用来冲销的。",
        help: "请改用结算后的正式票据。",
    },
    en: Words {
        title: "A paper that does not count",
        message: "The paper is a deposit, a detail list, a settlement, a till slip or a red bill, on which nothing can be claimed.",
        why: "A deposit becomes a part of the final bill; used both, it counts twice. A red bill takes a bill back.",
        help: "Use the final bill.",
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
                r#"[{"op": "replace", "path": "/receipts/0/amount", "value": "29000.00"}, {"op": "add", "path": "/receipts/-", "value": {"receiptId": "019a0000-0000-7000-8000-000000000841", "amount": "1000.00"}}]"#,
            ),
            expect: Expect::Fail("/receipts/1/receiptId"),
        },
    ],
};

fn check(aid: &AidRecord<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, used) in aid.receipts.iter().enumerate() {
        let Some(receipt) = chain::receipt(case, &used.receipt_id) else { continue };
        sink.seen();
        if !counts(receipt) {
            sink.fail(pointer!["receipts", index, "receiptId"]);
        }
    }
}

/// Whether something can be claimed on the receipt, as far as it says itself.
fn counts(receipt: &Receipt<'_>) -> bool {
    let is_red = receipt.lineage.iter().any(|link| link.relation == ReceiptLineage::RedBill);
    bill::claimable(receipt.kind) && !is_red
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_red_bill_nothing_can_be_claimed() {
        let receipt = |lineage: &str| -> Receipt<'static> {
            let text = format!(
                r#"{{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
                "receiptId": "019a0000-0000-7000-8000-000000000f01", "kind": "fiscal-e-inpatient",
                "lineage": [{lineage}]}}"#
            );
            serde_json::from_str(text.leak()).unwrap()
        };
        assert!(counts(&receipt("")));
        assert!(counts(&receipt(r#"{"relation": "replacement"}"#)));
        assert!(!counts(&receipt(r#"{"relation": "red-bill"}"#)));
    }
}
