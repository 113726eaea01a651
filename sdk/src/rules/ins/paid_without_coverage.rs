//! A layer that does not insure the child does not pay.

use crate::{
    code::lists::{Ask, CoverageStatus, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount::written},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-INS-030",
    slug: "paid-without-coverage",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-INS-030"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "未参保却有支付金额",
        message: "这层保障写的是未参保，却有已支付或预计支付的金额。",
        why: "写错会让机构误以为家里已有或没有保障。",
        help: "请核对参保状态和金额。",
    },
    en: Words {
        title: "Not insured, yet it paid",
        message: "The child is stated as not insured in this layer, yet it paid or is expected to.",
        why: "A mistake here misleads about the help the family has.",
        help: "Compare the status and the amounts.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(r#"[{"op": "add", "path": "/coverage/2/paidToDate", "value": "100.00"}]"#),
            expect: Expect::Fail("/coverage/2/status"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    for (index, coverage) in application.coverage.iter().enumerate() {
        if coverage.status != Some(CoverageStatus::NotInsured) {
            continue;
        }
        sink.seen();
        let amounts = written([coverage.paid_to_date.as_ref(), coverage.expected.as_ref()]);
        if amounts.into_iter().any(|amount| amount != Money::ZERO) {
            sink.fail(pointer!["coverage", index, "status"]);
        }
    }
}
