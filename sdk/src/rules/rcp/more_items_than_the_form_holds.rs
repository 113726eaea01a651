//! The printed face has room for 12 or 18 items; more come from the detail list.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::bill_number::MedicalBill,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-037",
    slug: "more-items-than-the-form-holds",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "项目比票面能印的还多",
        message: "票面最多能印 {limit} 项，这里写得更多。",
        why: "多出来的通常是明细清单的内容，和票面项目混在一起会重复计算。",
        help: "票面项目写在“收费项目”，药品和服务明细写在“明细项目”。",
    },
    en: Words {
        title: "More items than the form has room for",
        message: "The printed form holds at most {limit} items; there are more here.",
        why: "The rest usually comes from the detail list; mixed with the items it counts twice.",
        help: "Keep the items of the face under items, drugs and services under auxiliary items.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/itemsComplete", "value": false}, {"op": "replace", "path": "/items", "value": [{"category": "laboratory", "name": "化验费 1"}, {"category": "laboratory", "name": "化验费 2"}, {"category": "laboratory", "name": "化验费 3"}, {"category": "laboratory", "name": "化验费 4"}, {"category": "laboratory", "name": "化验费 5"}, {"category": "laboratory", "name": "化验费 6"}, {"category": "laboratory", "name": "化验费 7"}, {"category": "laboratory", "name": "化验费 8"}, {"category": "laboratory", "name": "化验费 9"}, {"category": "laboratory", "name": "化验费 10"}, {"category": "laboratory", "name": "化验费 11"}, {"category": "laboratory", "name": "化验费 12"}, {"category": "laboratory", "name": "化验费 13"}]}]"#,
            ),
            expect: Expect::Fail("/items"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let limit: usize = match bill::setting(receipt.kind) {
        Some(MedicalBill::Outpatient) => 12,
        Some(MedicalBill::Inpatient) => 18,
        None => return,
    };
    if receipt.items.is_empty() {
        return;
    }
    sink.seen();
    if receipt.items.len() > limit {
        sink.fail_with(pointer!["items"], &[("limit", limit.into())]);
    }
}
