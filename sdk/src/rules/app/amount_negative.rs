//! Amounts of an application are not negative.

use crate::{
    code::lists::{Ask, Severity},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Text, TextSort, Validity, Words},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-APP-008",
    slug: "amount-negative",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-APP-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "金额不能是负数",
        message: "这里填了负数金额。",
        why: "收入、费用、资助都不会小于零，负数会让缺口算错。",
        help: "没有的填 0.00；如果是退款或欠款，请填在对应的栏目里。",
    },
    en: Words {
        title: "An amount is negative",
        message: "This amount is less than nothing.",
        why: "Income, costs and aid are never below zero; a negative amount spoils the sums.",
        help: "Write 0.00 for none; a refund or debt goes into its own field.",
    },
    check: Check::Text(TextSort::Money, check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/properties/0/value", "value": "-1.00"}]"#,
            ),
            expect: Expect::Fail("/household/properties/0/value"),
        },
    ],
};

fn check(text: &Text<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    if !text.trail.is_in_application(OWN) {
        sink.seen();
        if text.text.starts_with('-') {
            sink.fail(text.trail.pointer());
        }
    }
}

/// The parts of an application that have rules of their own about this.
const OWN: &[&str] = &["otherHelp", "requests"];
