//! A till slip has no number that tells it from another.

use crate::{
    code::lists::{Ask, ReceiptKind, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-055",
    slug: "pharmacy-slip",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-050"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "药店小票没有可核对的号码",
        message: "这是药店小票，没有可以核对的票据号码。",
        why: "没有号码就无法防止重复使用，多数项目不能凭小票救助。",
        help: "请到药店补开发票，并附上医生的处方。",
    },
    en: Words {
        title: "A till slip has no number to check",
        message: "This is a pharmacy's till slip, which has no number that could be checked.",
        why: "Without one, double use cannot be prevented, and most programmes do not pay on slips.",
        help: "Ask the pharmacy for an invoice and add the doctor's prescription.",
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
                r#"[{"op": "replace", "path": "/kind", "value": "pharmacy-slip"}, {"op": "remove", "path": "/billCode"}, {"op": "remove", "path": "/billNumber"}, {"op": "remove", "path": "/checkCode"}, {"op": "replace", "path": "/verifications", "value": []}]"#,
            ),
            expect: Expect::Fail("/kind"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if receipt.kind == ReceiptKind::PharmacySlip {
        sink.fail(pointer!["kind"]);
    }
}
