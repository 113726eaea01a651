//! Only a red bill has a negative total.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-029",
    slug: "negative-total-without-red-bill",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-025"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Hospital, Ask::Charity],
    zh: Words {
        title: "合计为负却没有注明是红票",
        message: "合计是负数，但没有注明这是一张红票。",
        why: "负数票据是用来冲销原票的；不注明冲销哪一张，原票会被当作有效费用。",
        help: "请在关联票据中注明冲红关系和原票据号码；如果不是红票，请改正合计。",
    },
    en: Words {
        title: "A negative total that is not marked as a red bill",
        message: "The total is negative, but the receipt is not marked as a red bill.",
        why: "A negative bill cancels another; unless it says which, that one still counts as an expense.",
        help: "Add a link of the kind red bill with the number of the bill it cancels; if it is none, correct the total.",
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
                r#"[{"op": "replace", "path": "/total", "value": "-1001.00"}, {"op": "replace", "path": "/totalInWords", "value": "负壹仟零壹元整"}, {"op": "remove", "path": "/amounts"}, {"op": "add", "path": "/amounts", "value": {"personalCash": "-1001.00"}}, {"op": "replace", "path": "/items", "value": []}, {"op": "remove", "path": "/verifications/0/elements/total"}]"#,
            ),
            expect: Expect::Fail("/total"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(total) = money(receipt.total.as_ref()) else { return };
    sink.seen();
    if total.is_negative() && !bill::is_red(receipt) {
        sink.fail(pointer!["total"]);
    }
}
