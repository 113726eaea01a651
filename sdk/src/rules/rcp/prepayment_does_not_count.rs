//! A deposit counts only through the final bill.

use crate::{
    code::lists::{Ask, ReceiptKind, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-054",
    slug: "prepayment-does-not-count",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-049"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Family],
    zh: Words {
        title: "预缴金收据不计入费用",
        message: "这是预缴金（押金）收据，不计入医疗费用。",
        why: "押金会并入出院结算票据，两张都算就重复了。",
        help: "请在出院结算后补交住院收费票据；急需用钱的可另附催款单。",
    },
    en: Words {
        title: "A receipt of a prepayment does not count",
        message: "This is a receipt of a deposit; it does not count as an expense.",
        why: "The deposit is part of the final bill, so counting both would count it twice.",
        help: "Add the inpatient bill after discharge; if money is urgent, add the hospital's demand.",
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
                r#"[{"op": "replace", "path": "/kind", "value": "prepayment"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": []}]"#,
            ),
            expect: Expect::Fail("/kind"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if receipt.kind == ReceiptKind::Prepayment {
        sink.fail(pointer!["kind"]);
    }
}
