//! An amount in capital numerals that cannot be read.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::capital_amount::parse_capital,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-026",
    slug: "capital-amount-unreadable",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-022"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "大写金额读不出来",
        message: "大写金额的写法读不出一个数。",
        why: "大写是核对小写合计的依据，读不出来就少了一道核对。",
        help: "请照票据原样抄写，如“壹仟零壹元整”。",
    },
    en: Words {
        title: "The amount in words cannot be read",
        message: "The amount in capital numerals cannot be read as a number.",
        why: "It is there to check the total; unread, that check is lost.",
        help: "Copy the capital numerals as they are printed.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/totalInWords", "value": "一千零一块"}]"#),
            expect: Expect::Fail("/totalInWords"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(words) = &receipt.total_in_words else { return };
    sink.seen();
    if parse_capital(words.as_str()).is_err() {
        sink.fail(pointer!["totalInWords"]);
    }
}
