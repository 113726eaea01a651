//! The attack of the example `recover`, in a small form.

#[path = "../../examples/recover/attack.rs"]
mod attack;

use attack::{Plan, attack};

#[test]
fn with_too_few_shares_no_child_is_recovered_and_with_enough_every_one() {
    let plan = Plan { children: 20, days: 10, sequences: 10 };
    let found = attack(&plan).unwrap();
    assert_eq!(found.candidates, 100);
    for outcome in &found.outcomes {
        let expected = if outcome.expected { plan.children } else { 0 };
        assert_eq!(outcome.recovered, expected, "{} in {} s", outcome.stolen, outcome.seconds);
    }
    assert_eq!(found.outcomes.iter().filter(|outcome| outcome.expected).count(), 3);
}
