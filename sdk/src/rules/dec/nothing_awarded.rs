//! The amount of an award line MUST be above zero.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, reading},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-027",
    slug: "nothing-awarded",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-027"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资助项金额为零",
        message: "资助项的金额不大于零。",
        why: "零元的资助项没有意义，多半是漏填了金额。",
        help: "请填写金额；物资和服务填写价值。",
    },
    en: Words {
        title: "A line of nothing",
        message: "The amount of the line is not above zero.",
        why: "A line of nothing is probably an amount that was left out.",
        help: "Give the amount; for goods and services their value.",
    },
    check: Check::Decision(check),
    examples: &[
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::None,
            expect: Expect::Pass,
        },
        Example {
            case: "joint-aid",
            entry: "records/decision-lead",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/award/lines/1/amount", "value": "0.00"}, {"op": "replace", "path": "/award/lines/1/funding/0/amount", "value": "0.00"}, {"op": "replace", "path": "/award/total", "value": "30000.00"}, {"op": "replace", "path": "/agreement/amount", "value": "30000.00"}]"#,
            ),
            expect: Expect::Fail("/award/lines/1/amount"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let lines = decision.award.iter().flat_map(|award| award.lines.iter());
    for (index, line) in lines.enumerate() {
        let Some(amount) = reading::amount(line.amount.as_ref()) else { continue };
        sink.seen();
        if amount == Money::ZERO {
            sink.fail(pointer!["award", "lines", index, "amount"]);
        }
    }
}
