//! A bill without a number cannot be told from any other.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-001",
    slug: "bill-number-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-001"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "票据还没有号码",
        message: "这张票据还没有写号码。",
        why: "没有号码就无法查验，也无法知道这张票据是否已经报销或救助过。",
        help: "请看票据右上角，把代码和号码补上；看不清的可请医院重新打印。",
    },
    en: Words {
        title: "The bill has no number yet",
        message: "No number of this bill has been written down yet.",
        why: "Without its number a bill cannot be verified, nor can anyone tell whether it was already paid for.",
        help: "Look at the top right of the bill and add code and number; if they cannot be read, the hospital can print it again.",
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
            entry: "receipts/first-admission-paper",
            change: Change::Patch(
                r#"[{"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "replace", "path": "/lineage", "value": []}]"#,
            ),
            expect: Expect::Fail(""),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !bill::claimable(receipt.kind) {
        return;
    }
    sink.seen();
    let stated = [&receipt.bill_number, &receipt.tax_invoice_number, &receipt.vat_number];
    if stated.iter().all(|number| number.is_none()) {
        sink.fail(pointer![]);
    }
}
