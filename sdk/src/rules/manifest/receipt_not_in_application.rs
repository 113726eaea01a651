//! Every receipt in the package should be listed by the application.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-125",
    slug: "receipt-not-in-application",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-PKG-124"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "资料包里有申请没列的票据",
        message: "资料包里有这张票据，申请的票据清单里没有它。",
        why: "没列进去的票据，审核时容易漏算。",
        help: "请把它加进申请的票据清单；不相关的，请拿掉。",
    },
    en: Words {
        title: "A receipt that the application does not list",
        message: "This receipt is in the package, but not in the application's list.",
        why: "What is not listed is easily left out of the sum.",
        help: "Add it to the list, or leave it out if it does not belong here.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "remove", "path": "/receiptIds/0"}]"#),
            expect: Expect::FailIn("receipts/outpatient", "/receiptId"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(application) = case.application() else { return };
    sink.seen();
    if !application.value.receipt_ids.contains(&receipt.receipt_id) {
        sink.fail(pointer!["receiptId"]);
    }
}
