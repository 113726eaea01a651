//! Aid that was not applied for or not granted should not have an amount.

use crate::{
    code::lists::{Ask, GovernmentAidStatus, Severity},
    model::application::Application,
    pointer,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words, need},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-OTH-016",
    slug: "amount-without-grant",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-OTH-016"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family, Ask::CivilAffairs],
    zh: Words {
        title: "政府救助没有获批，却写了金额",
        message: "写着未申请或不符合条件，却有救助金额。",
        why: "这笔钱算不算数，会影响算还缺多少。",
        help: "请核对办理结果：已获批的改状态，没有的去掉金额。",
    },
    en: Words {
        title: "An amount without a grant",
        message: "The aid was not applied for or refused, yet an amount is given.",
        why: "Whether it counts changes how much is missing.",
        help: "Check the outcome: correct the status, or take the amount out.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/otherHelp/government/0/status", "value": "not-eligible"}]"#,
            ),
            expect: Expect::Fail("/otherHelp/government/0/amount"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let government = application.other_help.iter().flat_map(|help| help.government.iter());
    for (index, one) in government.enumerate() {
        let Some(amount) = need::yuan(one.amount.as_ref()) else { continue };
        sink.seen();
        let refused =
            matches!(one.status, Some(GovernmentAidStatus::NotApplied | GovernmentAidStatus::NotEligible));
        if refused && amount > Money::ZERO {
            sink.fail(pointer!["otherHelp", "government", index, "amount"]);
        }
    }
}
