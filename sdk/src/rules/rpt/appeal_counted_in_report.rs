//! What a personal appeal raised must not be counted as charity aid.

use crate::{
    code::lists::{Ask, Severity},
    model::aid_report::AidReport,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
};

use super::sums;

pub(super) static RULE: Rule = Rule {
    code: "TZ-RPT-007",
    slug: "appeal-counted-in-report",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-RPT-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "个人求助所得算进了慈善救助",
        message: "合计金额里包括了个人求助所得。",
        why: "个人求助所得是对个人的赠与，不是慈善救助；算进去会让人以为孩子已经得到救助。",
        help: "请从合计里减去资金性质为“个人求助所得赠与”的行。",
    },
    en: Words {
        title: "What an appeal raised is counted as charity aid",
        message: "The total amount includes what personal appeals raised.",
        why: "That is a gift to the person and no charity aid; counted in, it looks as if the child had been helped already.",
        help: "Take the rows of gifts raised by appeals out of the total.",
    },
    check: Check::AidReport(check),
    examples: &[
        Example { case: "aid-report", entry: "document", change: Change::None, expect: Expect::Pass },
        Example {
            case: "aid-report",
            entry: "document",
            change: Change::Patch(r#"[{"op": "replace", "path": "/totals/amount", "value": "524000.00"}]"#),
            expect: Expect::Fail("/totals/amount"),
        },
    ],
};

fn check(report: &AidReport<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(stated) = amount::money(report.totals.as_ref().and_then(|totals| totals.amount.as_ref())) else {
        return;
    };
    sink.seen();
    if sums::counts_gifts(report, stated) {
        sink.fail(pointer!["totals", "amount"]);
    }
}
