//! Every receipt that the application lists must be in the package, unless the package was made from another by leaving something out.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::folder;

pub(super) static RULE: Rule = Rule {
    code: "TZ-PKG-124",
    slug: "receipt-not-in-package",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PKG-123"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "申请列的票据不在资料包里",
        message: "申请列了这张票据，资料包里找不到它。",
        why: "没有票据，这笔费用就不能算进去。",
        help: "请把票据放进资料包；已经交给别家机构的，请附复印件说明。",
    },
    en: Words {
        title: "A receipt of the application is not in the package",
        message: "The application lists this receipt, but the package does not hold it.",
        why: "Without it the cost cannot be counted.",
        help: "Put the receipt in; if another organisation holds it, add a copy and say so.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/receiptIds/-", "value": "019a0000-0000-7000-8000-0000000000e1"}]"#,
            ),
            expect: Expect::Fail("/receiptIds/5"),
        },
    ],
};

fn check(application: &Application<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    if !folder::complete(case) {
        return;
    }
    for (index, id) in application.receipt_ids.iter().enumerate() {
        sink.seen();
        if !case.documents.receipts.iter().any(|document| document.value.receipt_id == *id) {
            sink.fail(pointer!["receiptIds", index]);
        }
    }
}
