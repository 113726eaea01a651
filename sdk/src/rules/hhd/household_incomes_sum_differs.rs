//! The incomes should add up to the income of the year.

use crate::{
    code::lists::{Ask, Severity},
    model::application::{Application, Household},
    pointer,
    rules::reading::{amount, is_code},
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
    value::Money,
};

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-007",
    slug: "household-incomes-sum-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-007"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "各项收入加起来不等于家庭年收入",
        message: "逐项列出的收入合计，和填写的家庭年收入不一样。",
        why: "两个数不一致，机构要打电话再问一次。",
        help: "请检查有没有漏项或重复；为治病收到的亲友资助不算家庭年收入。",
    },
    en: Words {
        title: "The incomes do not add up to the income of the year",
        message: "The listed incomes together are not the income of the year given.",
        why: "Where the two differ, somebody has to call and ask.",
        help: "Look for one that is missing or stands twice; help from relatives and friends for the treatment is not part of the income of the year.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/incomes/1/annualAmount", "value": "8000.00"}]"#,
            ),
            expect: Expect::Fail("/household/annualIncome"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "add", "path": "/household/incomes/-", "value": {"source": "gifts", "annualAmount": "12000.00"}}]"#,
            ),
            expect: Expect::Pass,
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/annualIncome", "value": "3960.00"}]"#,
            ),
            expect: Expect::Fail("/household/annualIncome"),
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let (Some(_), Some(_)) = (amount(household.annual_income.as_ref()), sums(household)) else { return };
    sink.seen();
    if differing(household).is_some() {
        sink.fail(pointer!["household", "annualIncome"]);
    }
}

/// What the listed incomes come to, with gifts and without, where that is not the income of the year: then others need
/// not say again that this is wrong.
pub(super) fn differing(household: &Household<'_>) -> Option<[Option<Money>; 2]> {
    let total = amount(household.annual_income.as_ref())?;
    sums(household).filter(|sums| !sums.contains(&Some(total)))
}

/// The sums of the listed incomes, with gifts and without, where each has its amount.
fn sums(household: &Household<'_>) -> Option<[Option<Money>; 2]> {
    let amounts: Vec<Money> = household
        .incomes
        .iter()
        .map(|income| amount(income.annual_amount.as_ref()))
        .collect::<Option<_>>()
        .filter(|amounts: &Vec<Money>| !amounts.is_empty())?;
    let earned = household.incomes.iter().filter(|income| !is_code(&income.source, "gifts"));
    let earned = Money::sum(earned.filter_map(|income| amount(income.annual_amount.as_ref())));
    Some([Money::sum(amounts), earned])
}
