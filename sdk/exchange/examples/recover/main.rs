//! Who can tell from what a registry stores which child it is of? A thousand made-up children of a county that does
//! not exist are registered, and an attacker tries every number that a child of that county could have:
//! `cargo run --release -p tongzhou-exchange --example recover`.
//!
//! That nothing was recovered with too few shares proves nothing by itself; that all are recovered with enough of
//! them shows that the attack works and that only the shares stood in its way.
#![allow(clippy::print_stdout)]

mod attack;

use std::{env, error::Error};

use attack::{Plan, attack};

fn main() -> Result<(), Box<dyn Error>> {
    let mut numbers = env::args().skip(1).map(|text| text.parse::<u16>());
    let plan = Plan {
        children: usize::from(numbers.next().transpose()?.unwrap_or(1000)),
        days: numbers.next().transpose()?.unwrap_or(365),
        sequences: numbers.next().transpose()?.unwrap_or(200),
    };
    let found = attack(&plan)?;
    println!("{} children, {} numbers to try, shares 2 of 3", plan.children, found.candidates);
    for outcome in &found.outcomes {
        println!("{:>6} recovered in {:>8.2} s: {}", outcome.recovered, outcome.seconds, outcome.stolen);
    }
    let right = found.outcomes.iter().all(|it| it.recovered == if it.expected { plan.children } else { 0 });
    if right { Ok(()) } else { Err("not what was expected".into()) }
}
