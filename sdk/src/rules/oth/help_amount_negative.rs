//! Amounts of other help must not be below zero.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    model::texts::MoneyText,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-004",
    slug: "help-amount-negative",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-OTH-004"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "其他帮助的金额是负数",
        message: "金额写成了负数。",
        why: "帮助的金额不会是负的，退回的另有一栏。",
        help: "请改成正数；退回的钱填在退款一栏。",
    },
    en: Words {
        title: "An amount of other help is below zero",
        message: "The amount is negative.",
        why: "Help is never below nothing; what went back has its own place.",
        help: "Write it without the minus; put what went back where refunds belong.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/others/0/amount", "value": "-12000.00"}]"#,
            ),
            expect: Expect::Fail("/otherHelp/others/0/amount"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(help) = &application.other_help else { return };
    let mut check =
        |amount: Option<&MoneyText<'_>>, list: &'static str, index: usize, member: &'static str| {
            let Some(amount) = need::yuan(amount) else { return };
            sink.seen();
            if amount.is_negative() {
                sink.fail(pointer!["otherHelp", list, index, member]);
            }
        };
    for (index, one) in help.government.iter().enumerate() {
        check(one.amount.as_ref(), "government", index, "amount");
    }
    for (index, one) in help.charity.iter().enumerate() {
        check(one.amount.as_ref(), "charity", index, "amount");
    }
    for (index, one) in help.crowdfunding.iter().enumerate() {
        check(one.target.as_ref(), "crowdfunding", index, "target");
        check(one.raised.as_ref(), "crowdfunding", index, "raised");
        check(one.fee.as_ref(), "crowdfunding", index, "fee");
        check(one.fee_returned.as_ref(), "crowdfunding", index, "feeReturned");
        check(one.withdrawn.as_ref(), "crowdfunding", index, "withdrawn");
        check(one.refunded.as_ref(), "crowdfunding", index, "refunded");
    }
    for (index, one) in help.others.iter().enumerate() {
        check(one.amount.as_ref(), "others", index, "amount");
    }
}
