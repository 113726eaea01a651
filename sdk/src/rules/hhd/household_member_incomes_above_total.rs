//! The members' incomes should not exceed the household's.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::amount,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::Money,
};

use super::household_incomes_sum_differs::differing;

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-008",
    slug: "household-member-incomes-above-total",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-008"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "成员收入之和超过了家庭年收入",
        message: "家庭成员各自的年收入加起来，比填写的家庭年收入还多。",
        why: "两个数不一致，机构要打电话再问一次。",
        help: "请核对成员的年收入，或更正家庭年收入。",
    },
    en: Words {
        title: "The members' incomes exceed the income of the year",
        message: "The incomes of the members together are more than the income of the year given.",
        why: "Where the two differ, somebody has to call and ask.",
        help: "Check the members' incomes, or correct the income of the year.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/members/1/annualIncome", "value": "18400.00"}]"#,
            ),
            expect: Expect::Fail("/household/members"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let Some(total) = amount(household.annual_income.as_ref()) else { return };
    let mut incomes =
        household.members.iter().filter_map(|member| amount(member.annual_income.as_ref())).peekable();
    if incomes.peek().is_some() {
        sink.seen();
        let sum = Money::sum(incomes);
        // Where the listed incomes say that the total is wrong, and bear the members' out, that is enough.
        let borne_out = || {
            let listed = differing(household).into_iter().flatten().flatten().max();
            listed.zip(sum).is_some_and(|(listed, sum)| sum <= listed)
        };
        if sum.is_none_or(|sum| sum > total) && !borne_out() {
            sink.fail(pointer!["household", "members"]);
        }
    }
}
