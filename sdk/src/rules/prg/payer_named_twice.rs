//! The order of payers must name each of them once.

use crate::{
    code::lists::{Ask, Severity},
    model::programme::Programme,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-PRG-035",
    slug: "payer-named-twice",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-PRG-035"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "支付顺序里同一方出现两次",
        message: "这一方在支付顺序里前面已经出现过。",
        why: "不知道它到底排在谁前面。",
        help: "请对照公告，只保留正确的位置。",
    },
    en: Words {
        title: "A payer stands twice in the order",
        message: "This kind of payer stands in the order before.",
        why: "Nobody would know before whom it pays.",
        help: "Compare with the announcement and keep the right place only.",
    },
    check: Check::Programme(check),
    examples: &[
        Example { case: "programme", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "programme",
            entry: "document",
            change: Change::Patch(r#"[{"op": "add", "path": "/payerOrder/1", "value": "basic-insurance"}]"#),
            expect: Expect::Fail("/payerOrder/1"),
        },
    ],
};

fn check(programme: &Programme<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, payer) in programme.payer_order.iter().enumerate() {
        sink.seen();
        if programme.payer_order.iter().take(index).any(|earlier| earlier == payer) {
            sink.fail(pointer!["payerOrder", index]);
        }
    }
}
