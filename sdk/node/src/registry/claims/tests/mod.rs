//! What claims promise, one promise at a time, and then against a model in any order.

mod oracle;
mod races;
mod scripts;
mod world;

use tongzhou::code::lists::{ClaimState, NoticeKind, ReturnReason};
use tongzhou_exchange::problem::ProblemKind;

use super::super::sweep;
use world::{World, on_both};

on_both![
    an_amount_is_held_confirmed_and_reversed,
    a_claim_that_is_sent_again_holds_nothing_more,
    a_claim_id_is_never_two_claims,
    more_than_is_left_is_refused_with_what_is_left,
    a_hold_that_is_over_cannot_be_confirmed,
    holds_end_by_the_clock_of_the_database,
    what_others_hold_makes_room_when_its_time_is_over,
    a_confirmation_brings_the_fence_of_the_hold,
    claims_of_others_are_unknown,
    a_lower_statement_lets_holds_stand_and_asks,
    of_each_member_the_last_statement_counts,
    nothing_is_held_on_a_void_bill,
    without_consent_nothing_is_held_or_read_and_everything_is_given_back,
];

// covers: REQ-CLM-018, REQ-CLM-025, REQ-CLM-026
async fn an_amount_is_held_confirmed_and_reversed(world: &World) {
    let bill = world.bill();
    let held = world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    assert_eq!(
        (held.state, held.amount.fen(), held.fence, held.version),
        (ClaimState::Held, 3_000, held.version, held.fence)
    );
    assert_eq!(world::sums(&held), (5_000, 3_000, 0, 2_000));

    let paid = world.confirm(0, &bill, 1, held.fence.get()).await.unwrap();
    assert_eq!((paid.state, paid.version.get()), (ClaimState::Paid, held.version.get() + 1));
    assert_eq!(world::sums(&paid), (5_000, 0, 3_000, 2_000));
    assert_eq!(world.confirm(0, &bill, 1, held.fence.get()).await.unwrap(), paid);

    let back = world.reverse(0, &bill, 1, ReturnReason::PaidTooMuch).await.unwrap();
    assert_eq!((back.state, world::sums(&back)), (ClaimState::Reversed, (5_000, 0, 0, 5_000)));
    assert_eq!(world.reverse(0, &bill, 1, ReturnReason::PaidTooMuch).await.unwrap(), back);
    let other = world.reverse(0, &bill, 1, ReturnReason::ChildDied).await;
    assert_eq!(other.unwrap_err().code, ProblemKind::Conflict);
    assert_eq!(
        world.read(0, &bill, 1).await.unwrap(),
        tongzhou_exchange::message::claim::Claim { expense: None, ..back }
    );
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-029
async fn a_claim_that_is_sent_again_holds_nothing_more(world: &World) {
    let bill = world.bill();
    let held = world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    for _ in 0..3 {
        assert_eq!(world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap(), held);
    }
    let released = world.release(0, &bill, 1).await.unwrap();
    assert_eq!(world.release(0, &bill, 1).await.unwrap(), released);
    // Sent again after all that, it says how the claim stands.
    let again = world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    assert_eq!(
        (again.state, again.fence, world::sums(&again)),
        (ClaimState::Released, held.fence, (5_000, 0, 0, 5_000))
    );
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-030
async fn a_claim_id_is_never_two_claims(world: &World) {
    let bill = world.bill();
    world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    for refused in [
        world.reserve(0, &bill, 1, 3_001, 5_000).await,
        world.reserve(0, &bill, 1, 3_000, 5_001).await,
        world.reserve(1, &bill, 1, 3_000, 5_000).await,
    ] {
        assert_eq!(refused.unwrap_err().code, ProblemKind::Conflict);
    }
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-015
async fn more_than_is_left_is_refused_with_what_is_left(world: &World) {
    let bill = world.bill();
    world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    let refused = world.reserve(1, &bill, 2, 2_001, 5_000).await.unwrap_err();
    assert_eq!((refused.code, refused.left.unwrap().fen()), (ProblemKind::OverBurden, 2_000));
    // What the refused one said of the burden is not kept.
    let refused = world.reserve(1, &bill, 3, 1, 2_000).await.unwrap_err();
    assert_eq!((refused.code, refused.left.unwrap().fen()), (ProblemKind::OverBurden, 0));
    world.reserve(1, &bill, 2, 2_000, 5_000).await.unwrap();
    // A bill of which nothing is known yet stays unknown.
    let other = world.bill();
    world.reserve(0, &other, 1, 11, 10).await.unwrap_err();
    assert_eq!(world.expense(0, &other).await.unwrap_err().code, ProblemKind::Unknown);
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-021
async fn a_hold_that_is_over_cannot_be_confirmed(world: &World) {
    let bill = world.bill();
    let held = world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    world.end(&bill, 1).await;
    let refused = world.confirm(0, &bill, 1, held.fence.get()).await;
    assert_eq!(refused.unwrap_err().code, ProblemKind::NotHeld);
    sweep(&world.registry).await.unwrap();
    assert_eq!(world.read(0, &bill, 1).await.unwrap().state, ClaimState::Expired);
    assert_eq!(world.confirm(0, &bill, 1, held.fence.get()).await.unwrap_err().code, ProblemKind::NotHeld);
    assert_eq!(world.notices(0, &bill).await, [(NoticeKind::HoldExpired, 1)]);
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-021
async fn holds_end_by_the_clock_of_the_database(world: &World) {
    let mut hasty = world.clone();
    // Seven of these are what is usual.
    hasty.registry.terms.claim_day_ms = 40;
    let bill = hasty.bill();
    let held = hasty.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(350)).await;
    let refused = hasty.confirm(0, &bill, 1, held.fence.get()).await;
    assert_eq!(refused.unwrap_err().code, ProblemKind::NotHeld);
    sweep(&hasty.registry).await.unwrap();
    assert_eq!(hasty.read(0, &bill, 1).await.unwrap().state, ClaimState::Expired);
    hasty.assert_sound(&bill).await;
}

async fn what_others_hold_makes_room_when_its_time_is_over(world: &World) {
    let bill = world.bill();
    world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    world.end(&bill, 1).await;
    let held = world.reserve(1, &bill, 2, 5_000, 5_000).await.unwrap();
    assert_eq!(world::sums(&held), (5_000, 5_000, 0, 0));
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-022, REQ-CLM-023
async fn a_confirmation_brings_the_fence_of_the_hold(world: &World) {
    let bill = world.bill();
    let first = world.reserve(0, &bill, 1, 1_000, 5_000).await.unwrap();
    let second = world.reserve(0, &bill, 2, 1_000, 5_000).await.unwrap();
    assert_ne!(first.fence, second.fence);
    let refused = world.confirm(0, &bill, 1, second.fence.get()).await;
    assert_eq!(refused.unwrap_err().code, ProblemKind::Fence);
    world.confirm(0, &bill, 1, first.fence.get()).await.unwrap();
    let refused = world.confirm(0, &bill, 1, second.fence.get()).await;
    assert_eq!(refused.unwrap_err().code, ProblemKind::Fence);
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-027, REQ-EXC-023
async fn claims_of_others_are_unknown(world: &World) {
    let bill = world.bill();
    let held = world.reserve(0, &bill, 1, 1_000, 5_000).await.unwrap();
    let unknown = |outcome: Result<_, tongzhou_exchange::problem::Problem>| {
        outcome.map(drop).unwrap_err().code == ProblemKind::Unknown
    };
    assert!(unknown(world.read(1, &bill, 1).await));
    assert!(unknown(world.confirm(1, &bill, 1, held.fence.get()).await));
    assert!(unknown(world.release(1, &bill, 1).await));
    world.confirm(0, &bill, 1, held.fence.get()).await.unwrap();
    assert!(unknown(world.reverse(1, &bill, 1, ReturnReason::ChildDied).await));
    assert!(unknown(world.read(0, &bill, 9).await));
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-010, REQ-CLM-011, REQ-CLM-012
async fn a_lower_statement_lets_holds_stand_and_asks(world: &World) {
    let bill = world.bill();
    let held = world.reserve(0, &bill, 1, 3_000, 5_000).await.unwrap();
    world.state(1, &bill, 2, 2_000).await.unwrap();
    let stands = world.expense(0, &bill).await.unwrap();
    assert_eq!((stands.burden.fen(), stands.held.fen(), stands.left.fen()), (2_000, 3_000, 0));
    assert_eq!(world.reserve(1, &bill, 3, 1, 2_000).await.unwrap_err().code, ProblemKind::OverBurden);
    assert_eq!(world.confirm(0, &bill, 1, held.fence.get()).await.unwrap().state, ClaimState::Paid);
    sweep(&world.registry).await.unwrap();
    assert_eq!(
        world.notices(0, &bill).await,
        [(NoticeKind::BurdenLowered, 1), (NoticeKind::BurdenExceeded, 1)]
    );
    assert_eq!(world.notices(1, &bill).await, []);
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-008, REQ-CLM-009
async fn of_each_member_the_last_statement_counts(world: &World) {
    let bill = world.bill();
    let burden = async || world.expense(0, &bill).await.unwrap().burden.fen();
    world.state(0, &bill, 5, 4_000).await.unwrap();
    world.state(1, &bill, 1, 3_000).await.unwrap();
    assert_eq!(burden().await, 3_000);
    // A later one of the same member, which is higher.
    let noted = world.state(1, &bill, 6, 3_500).await.unwrap();
    assert_eq!(burden().await, 3_500);
    // One that was sent before it and comes late.
    world.state(1, &bill, 3, 10).await.unwrap();
    assert_eq!(burden().await, 3_500);
    assert_eq!(world.state(1, &bill, 6, 3_500).await.unwrap(), noted);
    assert_eq!(world.state(1, &bill, 6, 3_501).await.unwrap_err().code, ProblemKind::Conflict);
    world.assert_sound(&bill).await;
}

// covers: REQ-CLM-034, REQ-CLM-035
async fn nothing_is_held_on_a_void_bill(world: &World) {
    let bill = world.bill();
    let first = world.reserve(0, &bill, 1, 1_000, 5_000).await.unwrap();
    world.reserve(1, &bill, 2, 1_000, 5_000).await.unwrap();
    let noted = world.void(1, &bill, 3).await.unwrap();
    assert_eq!(world.void(1, &bill, 3).await.unwrap(), noted);
    assert_eq!(world.reserve(1, &bill, 4, 1, 5_000).await.unwrap_err().code, ProblemKind::Voided);
    world.state(0, &bill, 5, 9_000).await.unwrap();
    let stands = world.expense(0, &bill).await.unwrap();
    assert!(stands.void && stands.burden.fen() == 0 && stands.left.fen() == 0);
    world.confirm(0, &bill, 1, first.fence.get()).await.unwrap();
    world.reverse(0, &bill, 1, ReturnReason::PaidTooMuch).await.unwrap();
    world.release(1, &bill, 2).await.unwrap();
    // One that nobody had heard of before.
    let other = world.bill();
    world.void(0, &other, 1).await.unwrap();
    assert_eq!(world.reserve(0, &other, 2, 1, 5_000).await.unwrap_err().code, ProblemKind::Voided);
    world.assert_sound(&bill).await;
    world.assert_sound(&other).await;
}

// covers: REQ-SHR-015, REQ-SHR-016
async fn without_consent_nothing_is_held_or_read_and_everything_is_given_back(world: &World) {
    let bill = world.bill();
    let mut poor = world.clone();
    let held = poor.reserve(0, &bill, 1, 1_000, 5_000).await.unwrap();
    let kept = poor.reserve(0, &bill, 2, 1_000, 5_000).await.unwrap();
    poor.consents = world.consents.iter().map(|_| tongzhou_exchange::message::wire::Hex32([9; 32])).collect();
    assert_eq!(poor.reserve(0, &bill, 3, 1, 5_000).await.unwrap_err().code, ProblemKind::NoConsent);
    assert_eq!(poor.expense(0, &bill).await.unwrap_err().code, ProblemKind::NoConsent);
    poor.confirm(0, &bill, 1, held.fence.get()).await.unwrap();
    poor.reverse(0, &bill, 1, ReturnReason::ChildDied).await.unwrap();
    poor.release(0, &bill, 2).await.unwrap();
    poor.state(0, &bill, 4, 10).await.unwrap();
    poor.void(0, &bill, 5).await.unwrap();
    assert_eq!(world.reserve(0, &bill, 2, 1_000, 5_000).await.unwrap().fence, kept.fence);
    world.assert_sound(&bill).await;
}
