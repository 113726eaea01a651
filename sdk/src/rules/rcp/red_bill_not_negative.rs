//! A red bill has a negative total.

use crate::{
    bill,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::money},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-031",
    slug: "red-bill-not-negative",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity, Ask::Hospital],
    zh: Words {
        title: "注明为红票但合计不是负数",
        message: "这张票据注明是红票，但合计不是负数。",
        why: "红票用负数冲销原票；如果关系选错，正常费用会被当成已冲销。",
        help: "请核对关联关系是否选对；确是红票的，请按票面写负数。",
    },
    en: Words {
        title: "Marked as a red bill, but the total is not negative",
        message: "This receipt is marked as a red bill, but its total is not negative.",
        why: "A red bill cancels by a negative amount; with the wrong link a real expense counts as cancelled.",
        help: "See whether the link is right; if it is a red bill, write the amounts as printed, negative.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::None,
            expect: Expect::NotApplicable,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/total", "value": "-1001.00"}, {"op": "replace", "path": "/totalInWords", "value": "负壹仟零壹元整"}, {"op": "remove", "path": "/amounts"}, {"op": "add", "path": "/amounts", "value": {"personalCash": "-1001.00"}}, {"op": "replace", "path": "/items", "value": []}, {"op": "remove", "path": "/verifications/0/elements/total"}, {"op": "add", "path": "/lineage", "value": [{"relation": "red-bill", "billCode": "11060126", "billNumber": "0000000100"}]}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/lineage", "value": [{"relation": "red-bill", "billCode": "11060126", "billNumber": "0000000100"}]}]"#,
            ),
            expect: Expect::Fail("/total"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(total) = money(receipt.total.as_ref()).filter(|_| bill::is_red(receipt)) else { return };
    sink.seen();
    if !total.is_negative() {
        sink.fail(pointer!["total"]);
    }
}
