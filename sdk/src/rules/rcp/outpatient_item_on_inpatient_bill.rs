//! The categories of charge that the national inpatient form has.

use crate::{
    bill,
    code::lists::{Ask, ReceiptItemCategory, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::bill_number::MedicalBill,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-036",
    slug: "outpatient-item-on-inpatient-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-032"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "住院票据上有门诊项目",
        message: "住院票据一般没有挂号费等门诊项目。",
        why: "可能是票据类别或项目类别选错了。",
        help: "请看票据标题和该项目的名称，改正选错的一处。",
    },
    en: Words {
        title: "An outpatient item on an inpatient bill",
        message: "Inpatient bills have no registration fee or other outpatient charges.",
        why: "The kind of the bill or of the item may be wrong.",
        help: "Look at the heading and at the item's name and correct the one that is wrong.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/items/0/category", "value": "registration"}]"#,
            ),
            expect: Expect::Fail("/items/0/category"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if bill::setting(receipt.kind) != Some(MedicalBill::Inpatient) {
        return;
    }
    for (index, item) in receipt.items.iter().enumerate() {
        let Some(category) = item.category else { continue };
        sink.seen();
        if let ReceiptItemCategory::Registration | ReceiptItemCategory::OtherOutpatient = category {
            sink.fail(pointer!["items", index, "category"]);
        }
    }
}
