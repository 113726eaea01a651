//! Amounts are in yuan.

use crate::{
    code::lists::{Ask, Severity},
    model::receipt::Receipt,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-RCP-034",
    slug: "currency-not-yuan",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-RCP-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::Charity],
    zh: Words {
        title: "币种不是人民币",
        message: "这张票据的币种不是人民币。",
        why: "本标准的金额一律按人民币元计，别的币种会被当成人民币算。",
        help: "请按付款时的汇率换算成人民币，并附上换算依据。",
    },
    en: Words {
        title: "The currency is not the yuan",
        message: "The currency of this receipt is not the Chinese yuan.",
        why: "All amounts here are counted as yuan, so those of another currency would be counted wrongly.",
        help: "Convert the amounts at the rate of the day of payment and add a paper that shows it.",
    },
    check: Check::Receipt(check),
    examples: &[
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "add", "path": "/currency", "value": "CNY"}]"#),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "receipts/outpatient",
            change: Change::Patch(r#"[{"op": "add", "path": "/currency", "value": "USD"}]"#),
            expect: Expect::Fail("/currency"),
        },
    ],
};

fn check(receipt: &Receipt<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(currency) = &receipt.currency else { return };
    sink.seen();
    if currency.as_str() != "CNY" {
        sink.fail(pointer!["currency"]);
    }
}
