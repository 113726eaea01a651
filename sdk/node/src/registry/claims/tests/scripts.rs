//! Scripts of operations in any order, answered by the registry and by the oracle.

use quickcheck::{Arbitrary, Gen, QuickCheck};
use tongzhou::code::lists::ReturnReason;
use tongzhou_exchange::{
    message::{
        claim::{Claim, ExpenseToken},
        wire::Hex32,
    },
    problem::{Problem, ProblemKind},
};

use super::{
    oracle::{Oracle, Said},
    world::World,
};
use crate::registry::sweep;

#[derive(Clone, Debug)]
enum Op {
    Reserve { member: usize, id: u64, amount: i64, stated: i64, consent: bool },
    Confirm { member: usize, id: u64, fence: Fence },
    Release { member: usize, id: u64 },
    Reverse { member: usize, id: u64, reason: ReturnReason },
    Read { member: usize, id: u64 },
    State { member: usize, id: u64, amount: i64 },
    Void { member: usize, id: u64 },
    Expense { member: usize },
    End { id: u64 },
    Sweep,
}

#[derive(Clone, Copy, Debug)]
enum Fence {
    Right,
    Of(u64),
}

impl Arbitrary for Op {
    fn arbitrary(g: &mut Gen) -> Self {
        let below = |g: &mut Gen, most: u64| u64::arbitrary(g) % most;
        // Claims are the even numbers, statements the odd ones, so that their order is mixed. Mostly a claim is of
        // one member and one amount, as it is when it is sent again.
        let id = 2 * below(g, 10);
        let rarely = below(g, 10) == 0;
        let member = usize::try_from(if rarely { below(g, 3) } else { id / 2 % 3 }).unwrap();
        let amount = i64::try_from(if rarely { 1 + below(g, 60) } else { 1 + (id * 7) % 40 }).unwrap();
        let stated = i64::try_from(if rarely { below(g, 120) } else { 100 - id }).unwrap();
        let reasons = [ReturnReason::ChildDied, ReturnReason::PaidTooMuch];
        match below(g, 24) {
            0..=6 => Self::Reserve { member, id, amount, stated, consent: below(g, 20) != 0 },
            7..=10 => {
                let fence = if below(g, 6) == 0 { Fence::Of(below(g, 30)) } else { Fence::Right };
                Self::Confirm { member, id, fence }
            }
            11..=12 => Self::Release { member, id },
            13..=14 => Self::Reverse { member, id, reason: reasons[usize::from(rarely)] },
            15 => Self::Read { member, id },
            16..=17 => Self::State { member, id: id + 1, amount: i64::try_from(below(g, 130)).unwrap() },
            18 if rarely => Self::Void { member, id: id + 1 },
            18..=19 => Self::Expense { member },
            20..=21 => Self::End { id },
            _ => Self::Sweep,
        }
    }
}

/// Up to 80 steps, shrunk by leaving out steps.
#[derive(Clone, Debug)]
struct Script(Vec<Op>);

impl Arbitrary for Script {
    fn arbitrary(g: &mut Gen) -> Self {
        let steps = usize::arbitrary(g) % 80;
        Self((0..steps).map(|_| Op::arbitrary(g)).collect())
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let steps = self.0.clone();
        Box::new((0..steps.len()).map(move |left_out| {
            let kept = steps.iter().enumerate().filter(|(number, _)| *number != left_out);
            Self(kept.map(|(_, step)| step.clone()).collect())
        }))
    }
}

#[test]
fn any_script_is_answered_as_the_oracle_says_on_sqlite() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::sqlite());
    check(runtime, world, 150);
}

#[test]
#[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
fn any_script_is_answered_as_the_oracle_says_on_postgres() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::postgres());
    check(runtime, world, 100);
}

fn check(runtime: tokio::runtime::Runtime, world: World, tests: u64) {
    struct Prop(tokio::runtime::Runtime, World);

    impl quickcheck::Testable for Prop {
        fn result(&self, g: &mut Gen) -> quickcheck::TestResult {
            let script = Script::arbitrary(g);
            self.0.block_on(run(&self.1, &script));
            quickcheck::TestResult::passed()
        }
    }

    QuickCheck::new().tests(tests).quickcheck(Prop(runtime, world));
}

async fn run(world: &World, script: &Script) {
    let bill = world.bill();
    let mut oracle = Oracle::default();
    for (number, op) in script.0.iter().enumerate() {
        step(world, &bill, &mut oracle, op)
            .await
            .unwrap_or_else(|why| panic!("step {number}: {why}\n{script:#?}"));
    }
    if let Ok(((.., version), _)) = oracle.expense() {
        assert!(version > 0);
        world.assert_sound(&bill).await;
    }
    sweep(&world.registry).await.unwrap();
    oracle.end_what_is_over();
    for member in 0..world.members.len() {
        let (mut told, mut expected) = (world.notices(member, &bill).await, oracle.told_to(member));
        told.sort_by_key(|told| (told.1, format!("{:?}", told.0)));
        expected.sort_by_key(|told| (told.1, format!("{:?}", told.0)));
        assert_eq!(told, expected, "{script:#?}");
    }
}

async fn step(world: &World, bill: &ExpenseToken, oracle: &mut Oracle, op: &Op) -> Result<(), String> {
    match *op {
        Op::Reserve { member, id, amount, stated, consent } => {
            let mut world = world.clone();
            if !consent {
                world.consents[member] = Hex32([1; 32]);
            }
            let answer = world.reserve(member, bill, id, amount, stated).await;
            let left = |problem: &Problem| problem.left.map(|left| left.fen());
            let answer = answer.map(|claim| said(&claim)).map_err(|problem| (problem.code, left(&problem)));
            same(answer, oracle.reserve(member, id, amount, stated, consent))
        }
        Op::Confirm { member, id, fence } => {
            let fence = match fence {
                Fence::Right => oracle.claims.get(&id).map_or(1, |claim| claim.fence),
                Fence::Of(fence) => fence,
            };
            same(claimed(world.confirm(member, bill, id, fence).await), oracle.confirm(member, id, fence))
        }
        Op::Release { member, id } => {
            same(claimed(world.release(member, bill, id).await), oracle.release(member, id))
        }
        Op::Reverse { member, id, reason } => {
            same(claimed(world.reverse(member, bill, id, reason).await), oracle.reverse(member, id, reason))
        }
        Op::Read { member, id } => same(claimed(world.read(member, bill, id).await), oracle.read(member, id)),
        Op::State { member, id, amount } => {
            let noted = world.state(member, bill, id, amount).await;
            same(
                noted.map(|noted| noted.version.get()).map_err(|problem| problem.code),
                oracle.state(member, id, amount),
            )
        }
        Op::Void { member, id } => {
            let noted = world.void(member, bill, id).await;
            same(
                noted.map(|noted| noted.version.get()).map_err(|problem| problem.code),
                oracle.void(member, id),
            )
        }
        Op::Expense { member } => {
            let answer = world.expense(member, bill).await.map(|state| {
                let sums = (
                    state.burden.fen(),
                    state.held.fen(),
                    state.paid.fen(),
                    state.left.fen(),
                    state.version.get(),
                );
                (sums, state.void)
            });
            same(answer.map_err(|problem| problem.code), oracle.expense())
        }
        Op::End { id } => {
            world.end(bill, id).await;
            oracle.end(id);
            Ok(())
        }
        Op::Sweep => {
            sweep(&world.registry).await.map_err(|error| error.to_string())?;
            oracle.end_what_is_over();
            Ok(())
        }
    }
}

fn claimed(answer: Result<Claim, Problem>) -> Result<Said, ProblemKind> {
    answer.map(|claim| said(&claim)).map_err(|problem| problem.code)
}

fn said(claim: &Claim) -> Said {
    let expense = claim.expense.as_ref().map(|expense| {
        (
            expense.burden.fen(),
            expense.held.fen(),
            expense.paid.fen(),
            expense.left.fen(),
            expense.version.get(),
        )
    });
    (claim.state, claim.amount.fen(), claim.fence.get(), claim.version.get(), expense)
}

fn same<T: PartialEq + std::fmt::Debug>(answer: T, expected: T) -> Result<(), String> {
    if answer == expected { Ok(()) } else { Err(format!("answered {answer:?}, expected {expected:?}")) }
}
