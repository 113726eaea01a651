//! Where everything else on a bill agrees, it is the total that is miscopied.

use crate::{
    bill::sums::agreed_against_total,
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-081",
    slug: "total-alone-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-075"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Hospital],
    zh: Words {
        title: "只有金额合计和票面其他各处对不上",
        message: "大写金额、各项支付、收费项目（写了的）都是同一个数，只有小写的金额合计不是。",
        why: "其他各处都一致，多半是合计抄错了；按错的合计会算错费用。",
        help: "请对照票据核对金额合计（小写）。",
    },
    en: Words {
        title: "The total alone differs from the rest of the bill",
        message: "The capital numerals, the payments and the items, as far as they are stated, come to one amount; only the total in figures is another.",
        why: "Where all the rest agrees it is probably the total that is miscopied, and costs would be counted wrongly by it.",
        help: "Compare the total in figures with the bill.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/total", "value": "1010.00"}]"#),
            expect: Expect::Fail("/total"),
        },
        Example {
            case: "leukaemia",
            entry: "receipts/second-admission",
            change: Change::Patch(r#"[{"op": "replace", "path": "/total", "value": "1010.00"}]"#),
            expect: Expect::Fail("/total"),
        },
        Example {
            case: "leukaemia",
            entry: "receipts/first-admission",
            change: Change::Patch(r#"[{"op": "replace", "path": "/total", "value": "1010.00"}]"#),
            expect: Expect::Fail("/total"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if receipt.total.is_none() {
        return;
    }
    sink.seen();
    if agreed_against_total(receipt).is_some() {
        sink.fail(pointer!["total"]);
    }
}
