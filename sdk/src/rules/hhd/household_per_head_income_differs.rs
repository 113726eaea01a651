//! Income per head is income divided by people.

use crate::{
    code::lists::{Ask, Severity},
    model::application::Application,
    pointer,
    rules::reading::amount,
    rules::{Case, Change, Check, Example, Expect, Rule, Sink, Status, Validity, Words},
};

use super::household_incomes_sum_differs::differing;

pub(super) static RULE: Rule = Rule {
    code: "TZ-HHD-006",
    slug: "household-per-head-income-differs",
    since: "1.0",
    status: Status::Stable,
    severity: Severity::Warning,
    requirements: &["REQ-HHD-006"],
    validity: Validity::ALWAYS,
    ask: &[Ask::Family],
    zh: Words {
        title: "人均年收入和总收入、人口数对不上",
        message: "家庭年收入除以人口数，不等于填写的人均年收入。",
        why: "人均收入常是能否受理的门槛，算错会让本来符合的家庭被退回。",
        help: "请用全年收入除以人口数（孩子也算）重新算；或者不填人均，由机构计算。",
    },
    en: Words {
        title: "Income per head does not follow from income and number of people",
        message: "The income of the year divided by the number of people is not the income per head given.",
        why: "Income per head often decides whether a programme takes a family; a slip can turn away one that qualifies.",
        help: "Divide the income of the year by the number of people, the child included; or leave it out, and the charity works it out.",
    },
    check: Check::Application(check),
    examples: &[
        Example { case: "leukaemia", entry: "application", change: Change::None, expect: Expect::Pass },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/perHeadAnnualIncome", "value": "9000.00"}]"#,
            ),
            expect: Expect::Fail("/household/perHeadAnnualIncome"),
        },
        Example {
            case: "leukaemia",
            entry: "application",
            change: Change::Patch(
                r#"[{"op": "replace", "path": "/household/perHeadAnnualIncome", "value": "9901.00"}]"#,
            ),
            expect: Expect::Pass,
        },
    ],
};

fn check(application: &Application<'_>, _: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(household) = &application.household else { return };
    let (Some(total), Some(per_head), Some(size)) = (
        amount(household.annual_income.as_ref()),
        amount(household.per_head_annual_income.as_ref()),
        household.size,
    ) else {
        return;
    };
    sink.seen();
    let people = i64::from(size.get());
    // Where the listed incomes say that the total is wrong, and bear the amount per head out, that is enough.
    let borne_out = || {
        let mut listed = differing(household).into_iter().flatten().flatten();
        listed.any(|sum| follows(sum.fen(), per_head.fen(), people))
    };
    if !follows(total.fen(), per_head.fen(), people) && !borne_out() {
        sink.fail(pointer!["household", "perHeadAnnualIncome"]);
    }
}

/// Whether the amount per head is within one yuan of the total divided by the people, in fen.
fn follows(total: i64, per_head: i64, people: i64) -> bool {
    (per_head * people - total).abs() <= people * YUAN
}

/// One yuan in fen: families round to it.
const YUAN: i64 = 100;

#[cfg(test)]
mod tests {
    use quickcheck::{TestResult, quickcheck};

    use super::*;

    quickcheck! {
        fn a_quotient_rounded_to_whole_yuan_always_follows(total: u32, people: u8) -> TestResult {
            if people == 0 {
                return TestResult::discard();
            }
            let (total, people) = (i64::from(total), i64::from(people));
            let rounded = (total / people + 50) / 100 * 100;
            TestResult::from_bool(follows(total, rounded, people) && !follows(total, rounded + 200, people))
        }
    }

    #[test]
    fn nobody_in_the_household_bears_no_income() {
        assert!(follows(0, 500, 0));
        assert!(!follows(100, 0, 0));
    }
}
