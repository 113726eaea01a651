//! The categories of charge that the national outpatient form has.

use crate::{
    bill,
    code::lists::{Ask, ReceiptItemCategory, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::bill_number::MedicalBill,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-035",
    slug: "inpatient-item-on-outpatient-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-031"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "门诊票据上有住院项目",
        message: "门诊票据一般没有床位费、护理费等住院项目。",
        why: "可能是票据类别或项目类别选错了。",
        help: "请看票据标题和该项目的名称，改正选错的一处。",
    },
    en: Words {
        title: "An inpatient item on an outpatient bill",
        message: "Outpatient bills have no bed, nursing or other inpatient charges.",
        why: "The kind of the bill or of the item may be wrong.",
        help: "Look at the heading and at the item's name and correct the one that is wrong.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/items/0/category", "value": "bed"}]"#),
            expect: Expect::Fail("/items/0/category"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if bill::setting(receipt.kind) != Some(MedicalBill::Outpatient) {
        return;
    }
    for (index, item) in receipt.items.iter().enumerate() {
        let Some(category) = item.category else { continue };
        sink.seen();
        if let ReceiptItemCategory::Bed | ReceiptItemCategory::Nursing | ReceiptItemCategory::OtherInpatient =
            category
        {
            sink.fail(pointer!["items", index, "category"]);
        }
    }
}
