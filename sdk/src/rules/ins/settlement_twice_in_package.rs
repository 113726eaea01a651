//! Region of the insurer and setl_id are the key of a settlement.

use std::collections::BTreeMap;

use crate::{
    code::lists::{Ask, ReceiptKind, Severity},
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-035",
    slug: "settlement-twice-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-INS-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "同一张结算单出现了两次",
        message: "这张结算单的结算号，和包里另一张相同。",
        why: "同一次结算录两次，已报销的金额会算两遍。",
        help: "请删去重复的一张；如果结算号抄错了，请改正。",
    },
    en: Words {
        title: "The same settlement appears twice",
        message: "This settlement list has the settlement id of another one in the package.",
        why: "Recorded twice, what the insurer paid counts twice.",
        help: "Leave one out; if the settlement id is miscopied, correct it.",
    },
    check: Check::Package(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/settlement",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/kind", "value": "settlement"}, {"op": "remove", "path": "/amounts"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "replace", "path": "/items", "value": []}, {"op": "replace", "path": "/itemsComplete", "value": false}, {"op": "replace", "path": "/lineage", "value": [{"relation": "settlement-list", "billCode": "11060226", "billNumber": "0000000999"}]}, {"op": "add", "path": "/settlement", "value": {"settlementId": "SETL0000000001", "region": "331122"}}]"#,
            ),
            expect: Expect::FailIn("receipts/settlement", "/settlement/settlementId"),
        },
    ],
};

fn check(case: &Case<'_>, sink: &mut Sink<'_>) {
    let mut first: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (index, document) in case.documents.receipts.iter().enumerate() {
        let settlement =
            document.value.settlement.as_ref().filter(|_| document.value.kind == ReceiptKind::Settlement);
        let key = settlement
            .and_then(|settlement| settlement.region.as_ref().zip(settlement.settlement_id.as_ref()));
        let Some((region, id)) = key else { continue };
        sink.seen();
        if *first.entry((region.as_str(), id.as_str())).or_insert(index) != index {
            sink.fail_in(document.entry, pointer!["settlement", "settlementId"], &[]);
        }
    }
}
