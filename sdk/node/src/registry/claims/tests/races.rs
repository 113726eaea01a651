//! Many at once on few bills.

use std::collections::BTreeSet;

use tongzhou::code::lists::{ClaimState, ReturnReason};
use tongzhou_exchange::problem::ProblemKind;

use super::world::{World, on_both};
use crate::registry::sweep;

on_both![
    claims_of_all_at_once_never_come_to_more_than_the_burden,
    the_same_claim_sent_by_all_at_once_is_held_once,
    one_of_confirmation_release_and_end_wins,
    statements_and_claims_at_once_leave_the_lowest_burden,
    everything_at_once_leaves_sound_bills,
];

/// Amounts of which no two sets have the same sum, so that what is held tells which were.
// covers: REQ-CLM-013
async fn claims_of_all_at_once_never_come_to_more_than_the_burden(world: &World) {
    for burden in [1, 5, 0b1010_1010_1010, 0xFFFF, 0xFFFF_FFFF] {
        let bill = world.bill();
        let tasks: Vec<_> = (0..32_u64)
            .map(|number| {
                let (world, bill) = (world.clone(), bill.clone());
                tokio::spawn(async move {
                    let member = usize::try_from(number % 3).unwrap();
                    (1 << number, world.reserve(member, &bill, number, 1 << number, burden).await)
                })
            })
            .collect();
        let (mut held, mut refused, mut fences) = (0_i64, Vec::new(), BTreeSet::new());
        for task in tasks {
            match task.await.unwrap() {
                (amount, Ok(claim)) => {
                    held += amount;
                    assert!(fences.insert(claim.fence));
                }
                (amount, Err(problem)) => {
                    assert_eq!(problem.code, ProblemKind::OverBurden);
                    refused.push((amount, problem.left.unwrap().fen()));
                }
            }
        }
        assert!(held <= burden);
        // Each refusal was right: what it says was left is less than it asked for, and no less than is left now.
        for (amount, left) in refused {
            assert!(left < amount && left >= burden - held, "{amount} {left}");
        }
        assert_eq!(world.expense(0, &bill).await.unwrap().held.fen(), held);
        world.assert_sound(&bill).await;
    }
}

// covers: REQ-CLM-029
async fn the_same_claim_sent_by_all_at_once_is_held_once(world: &World) {
    for round in 0..10_u64 {
        let bill = world.bill();
        let tasks: Vec<_> = (0..32)
            .map(|_| {
                let (world, bill) = (world.clone(), bill.clone());
                tokio::spawn(async move { world.reserve(0, &bill, round, 700, 1_000).await.unwrap() })
            })
            .collect();
        let mut answers = Vec::new();
        for task in tasks {
            let claim = task.await.unwrap();
            answers.push((claim.state, claim.fence.get(), claim.version.get(), claim.expires_at));
        }
        answers.dedup();
        assert_eq!(answers.len(), 1);
        assert_eq!(world.expense(0, &bill).await.unwrap().held.fen(), 700);
        world.assert_sound(&bill).await;
    }
}

// covers: REQ-CLM-018
async fn one_of_confirmation_release_and_end_wins(world: &World) {
    for round in 0..20_u64 {
        let bill = world.bill();
        let held = world.reserve(0, &bill, round, 700, 1_000).await.unwrap();
        let fence = held.fence.get();
        let confirm = {
            let (world, bill) = (world.clone(), bill.clone());
            tokio::spawn(async move { world.confirm(0, &bill, round, fence).await })
        };
        let release = {
            let (world, bill) = (world.clone(), bill.clone());
            tokio::spawn(async move { world.release(0, &bill, round).await })
        };
        let end = {
            let (world, bill) = (world.clone(), bill.clone());
            tokio::spawn(async move {
                world.end(&bill, round).await;
                sweep(&world.registry).await.unwrap();
            })
        };
        let (confirmed, released) = (confirm.await.unwrap(), release.await.unwrap());
        end.await.unwrap();
        let state = world.read(0, &bill, round).await.unwrap().state;
        assert_eq!(
            (confirmed.is_ok(), released.is_ok()),
            (state == ClaimState::Paid, state == ClaimState::Released)
        );
        assert!(matches!(state, ClaimState::Paid | ClaimState::Released | ClaimState::Expired));
        world.assert_sound(&bill).await;
    }
}

// covers: REQ-CLM-008
async fn statements_and_claims_at_once_leave_the_lowest_burden(world: &World) {
    for round in 0..10_u64 {
        let bill = world.bill();
        let tasks: Vec<_> = (0..30_u64)
            .map(|number| {
                let (world, bill) = (world.clone(), bill.clone());
                tokio::spawn(async move {
                    let member = usize::try_from(number % 3).unwrap();
                    if number.is_multiple_of(2) {
                        let amount = 1_000 + i64::try_from((number * 37 + round) % 100).unwrap();
                        world.state(member, &bill, number, amount).await.map(drop)
                    } else {
                        let stated = 1_000 + i64::try_from((number * 53 + round) % 100).unwrap();
                        world.reserve(member, &bill, number, 10, stated).await.map(drop)
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        // The last of each member is 24, 25 … 29: of these the statements are even, the claims odd.
        let said = |number: u64| {
            let factor = if number.is_multiple_of(2) { 37 } else { 53 };
            1_000 + i64::try_from((number * factor + round) % 100).unwrap()
        };
        let lowest = [27, 28, 29].map(said).into_iter().min().unwrap();
        assert_eq!(world.expense(0, &bill).await.unwrap().burden.fen(), lowest);
        world.assert_sound(&bill).await;
    }
}

async fn everything_at_once_leaves_sound_bills(world: &World) {
    let bills: Vec<_> = (0..2).map(|_| world.bill()).collect();
    let tasks: Vec<_> = (0..32_u64)
        .map(|client| {
            let (world, bills) = (world.clone(), bills.clone());
            tokio::spawn(async move {
                let mut done = 0;
                for round in 0..12_u64 {
                    let id = client + 32 * round;
                    let (member, bill) =
                        (usize::try_from(client % 3).unwrap(), &bills[usize::from(client % 2 == 0)]);
                    let Ok(held) = world.reserve(member, bill, id, 1 << (client % 10), 2_000).await else {
                        continue;
                    };
                    done += 1;
                    match (client + round) % 5 {
                        0 => drop(world.confirm(member, bill, id, held.fence.get()).await.unwrap()),
                        1 => {
                            world.confirm(member, bill, id, held.fence.get()).await.unwrap();
                            world.reverse(member, bill, id, ReturnReason::PaidTooMuch).await.unwrap();
                        }
                        2 => drop(world.release(member, bill, id).await.unwrap()),
                        3 => {
                            world.end(bill, id).await;
                            sweep(&world.registry).await.unwrap();
                        }
                        _ => drop(
                            world
                                .state(member, bill, 10_000 + id, 1_500 + i64::try_from(id).unwrap())
                                .await
                                .unwrap(),
                        ),
                    }
                }
                done
            })
        })
        .collect();
    let mut done = 0;
    for task in tasks {
        done += task.await.unwrap();
    }
    assert!(done > 0);
    for bill in &bills {
        world.assert_sound(bill).await;
    }
    // Every fence and every version of a claim is its own.
    let key = world.registry.pepper.key(&bills[0].value);
    let read = world.registry.store.read(move |tx| {
        Box::pin(async move {
            let sql = "SELECT count(*) - count(DISTINCT fence), count(*) - count(DISTINCT ver) FROM claim WHERE token = $1";
            tx.query_opt(sql, &[key.into()]).await
        })
    });
    let row = Result::<_, crate::store::StoreError>::unwrap(read.await).unwrap();
    assert_eq!((row.int(0).unwrap(), row.int(1).unwrap()), (0, 0));
}
