//! An amount that is asked for must be above zero.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-REQ-008",
    slug: "requested-amount-not-positive",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-REQ-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "申请金额不是正数",
        message: "申请金额是零或负数。",
        why: "金额写错了，机构没法审核。",
        help: "请填写需要的金额；还说不准的，可以先不填。",
    },
    en: Words {
        title: "The amount asked for is not above zero",
        message: "The amount is zero or below.",
        why: "Nothing can be decided on it.",
        help: "Write the amount that is needed; if it is not known yet, leave it out.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/requests/0/amount", "value": "0.00"}]"#),
            expect: Expect::Fail("/requests/0/amount"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, request) in application.requests.iter().enumerate() {
        let Some(amount) = need::yuan(request.amount.as_ref()) else { continue };
        sink.seen();
        if amount <= Money::ZERO {
            sink.fail(pointer!["requests", index, "amount"]);
        }
    }
}
