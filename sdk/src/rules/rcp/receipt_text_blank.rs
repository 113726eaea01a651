//! White space alone names nobody on a receipt.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    shape::{Shape, Shaped},
};

use crate::rules::reading::is_blank;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-082",
    slug: "receipt-text-blank",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RCP-076"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "票据里这一项只有空格",
        message: "这里只填了空格，没有内容。",
        why: "不写明是谁的票据、谁开的，就认不出是不是这个孩子的费用。",
        help: "请照票面抄上；票面没有的，整项去掉。",
    },
    en: Words {
        title: "Only blanks stand on a receipt",
        message: "This name on the receipt is nothing but blanks.",
        why: "Without saying whose bill it is and who issued it, nobody can tell whether the cost is this child's.",
        help: "Copy what the bill prints; leave the member out where it prints nothing.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/patient/name", "value": "\u3000"}]"#),
            expect: Expect::Fail("/patient/name"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    sink.seen();
    if blank(&receipt.title) {
        sink.fail(pointer!["title"]);
    }
    if receipt.issuer.as_ref().is_some_and(|issuer| blank(&issuer.name)) {
        sink.fail(pointer!["issuer", "name"]);
    }
    if receipt.payer.as_ref().is_some_and(|payer| blank(&payer.name)) {
        sink.fail(pointer!["payer", "name"]);
    }
    if receipt.patient.as_ref().is_some_and(|patient| blank(&patient.name)) {
        sink.fail(pointer!["patient", "name"]);
    }
    for (index, item) in receipt.items.iter().enumerate() {
        if blank(&item.name) {
            sink.fail(pointer!["items", index, "name"]);
        }
    }
}

fn blank<S: Shape>(text: &Option<Shaped<'_, S>>) -> bool {
    text.as_ref().is_some_and(|text| is_blank(text.as_str()))
}
