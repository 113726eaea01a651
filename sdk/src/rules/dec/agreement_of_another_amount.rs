//! The agreement SHOULD give the amount of the award.

use crate::{
    code::lists::{Ask, Severity},
    model::decision::Decision,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, amount},
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-DEC-033",
    slug: "agreement-of-another-amount",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-DEC-033"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Charity],
    zh: Words {
        title: "协议数额与资助金额不同",
        message: "资助协议约定的数额，与各资助项金额之和不同。",
        why: "协议和告知书两个数，家庭不知道以哪个为准。",
        help: "请核对协议和资助项；变更过的，请补签协议。",
    },
    en: Words {
        title: "The agreement says another amount",
        message: "The amount of the agreement is not the sum of the award.",
        why: "With two amounts a family does not know which one holds.",
        help: "Compare both; after a change, sign the agreement anew.",
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
            change: Change::Patch(r#"[{"op": "replace", "path": "/agreement/amount", "value": "33000.01"}]"#),
            expect: Expect::Fail("/agreement/amount"),
        },
    ],
};

fn check(decision: &Decision<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let agreed = decision.agreement.as_ref().and_then(|agreement| amount::money(agreement.amount.as_ref()));
    let Some((agreed, award)) = agreed.zip(decision.award.as_ref()) else { return };
    let lines: Option<Vec<_>> = award.lines.iter().map(|line| amount::money(line.amount.as_ref())).collect();
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else { return };
    sink.seen();
    if amount::make_up(lines, agreed) == Some(false) {
        sink.fail(pointer!["agreement", "amount"]);
    }
}
