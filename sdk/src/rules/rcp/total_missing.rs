//! A bill without a total says nothing of what was paid.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-018",
    slug: "total-missing",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Info,
    requirements: &["REQ-RCP-014"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "还没有写合计金额",
        message: "这张票据还没有写合计金额。",
        why: "合计是核算救助金额和查验票据的依据。",
        help: "请把票据上的“金额合计”小写数字补上。",
    },
    en: Words {
        title: "The total is still missing",
        message: "The total of this bill has not been written down yet.",
        why: "The total is what aid is worked out from and what verification asks for.",
        help: "Add the total as the bill prints it in figures.",
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
                r#"[{"op": "remove", "path": "/total"}, {"op": "remove", "path": "/totalInWords"}]"#,
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
    if receipt.total.is_none() {
        sink.fail(pointer![]);
    }
}
