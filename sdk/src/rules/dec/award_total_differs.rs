//! The total of an award MUST be the sum of its lines.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-024",
    slug: "award-total-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Error,
    requirements: &["REQ-DEC-024"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "资助总额与各项之和不符",
        message: "资助总额不等于各资助项金额之和。",
        why: "总额写错，家庭会以为多给或少给了。",
        help: "请核对总额和各资助项的金额。",
    },
    en: Words {
        title: "The award does not add up",
        message: "The total of the award is not the sum of its lines.",
        why: "With a wrong total a family expects too much or too little.",
        help: "Check the total and the lines.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/award/total", "value": "33000.01"}]"#),
            expect: Expect::Fail("/award/total"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(award) = &decision.award else { return };
    let Some(total) = amount::money(award.total.as_ref()) else { return };
    let lines: Option<Vec<_>> = award.lines.iter().map(|line| amount::money(line.amount.as_ref())).collect();
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else { return };
    sink.seen();
    if amount::make_up(lines, total) == Some(false) {
        sink.fail(pointer!["award", "total"]);
    }
}
