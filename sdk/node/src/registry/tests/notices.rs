use std::slice::from_ref;

use serde_json::json;
use tongzhou::{
    code::lists::{ConsentPurpose, NoticeKind},
    model::primitive::{Count, List},
};
use tongzhou_exchange::message::{
    notice::{AcknowledgeNotices, ListNotices},
    wire::{Id, Organisation},
};

use super::super::{
    consents,
    notices::{acknowledge, list},
    testing::{World, announcement, consent, entry, fresh_id, member, next, on_both, token},
};

on_both! {
    who_announced_first_is_told_of_the_second_once,
    who_announced_is_told_of_aid_that_another_registers,
    nobody_is_told_under_a_consent_that_is_over,
    a_withdrawal_is_told_to_the_other_side,
    notices_are_listed_the_oldest_first_and_so_many_as_are_asked_for,
    only_its_own_notices_does_a_member_acknowledge,
}

// covers: REQ-EXC-026
async fn who_announced_first_is_told_of_the_second_once(world: &World) {
    let (first, second, tokens) = (member(), member(), [token(), token()]);
    let (intent, _) = world.announce(&first, &tokens).await;
    let age = "UPDATE intent SET announced_at = announced_at - 120000 WHERE token = $1";
    for token in &tokens {
        world.change(age, vec![world.key(token)]).await;
    }
    world.sweep().await;
    assert!(world.notices(&first).await.is_empty());
    world.announce(&second, &tokens).await;
    world.sweep().await;
    let told = world.notices(&first).await;
    assert_eq!(
        told.iter().map(|notice| (notice.kind, notice.about)).collect::<Vec<_>>(),
        [(NoticeKind::PossibleMatch, Some(intent))]
    );
    // The second saw it in its answer.
    assert!(world.notices(&second).await.is_empty());

    // As after a crash between telling and writing down that it was told; also when it was read in between.
    assert_eq!(acknowledged(world, &first, &[told[0].notice_id]).await, 1);
    for token in &tokens {
        world.change("UPDATE intent SET told_at = NULL WHERE token = $1", vec![world.key(token)]).await;
    }
    world.sweep().await;
    assert!(world.notices(&first).await.is_empty());
}

// covers: REQ-EXC-026
async fn who_announced_is_told_of_aid_that_another_registers(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    let (intent, _) = world.announce(&foundation, from_ref(&token)).await;
    let consent = world.consent(&other, ConsentPurpose::AidRegistration).await;
    let paid = entry(&other, consent, from_ref(&token));
    world.append(&other, &paid).await.unwrap();
    world.sweep().await;
    let told = world.notices(&foundation).await;
    assert_eq!(
        told.iter().map(|notice| (notice.kind, notice.about)).collect::<Vec<_>>(),
        [(NoticeKind::PossibleMatch, Some(intent))]
    );
    // A correction is no news, nor is one's own entry.
    let mut returned = next(&paid, "status", json!("returned"));
    returned["supersedes"] = paid["entryId"].clone();
    world.append(&other, &returned).await.unwrap();
    let own = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, own, from_ref(&token))).await.unwrap();
    world.sweep().await;
    assert_eq!(world.notices(&foundation).await.len(), 1);
}

async fn nobody_is_told_under_a_consent_that_is_over(world: &World) {
    for whose in [true, false] {
        let (foundation, other, token) = (member(), member(), token());
        let ours = world.consent(&foundation, ConsentPurpose::DuplicateCheck).await;
        let intent = announcement(ours, from_ref(&token));
        super::super::intents::announce(&world.registry, &foundation, &intent).await.unwrap();
        let theirs = world.consent(&other, ConsentPurpose::AidRegistration).await;
        world.append(&other, &entry(&other, theirs, from_ref(&token))).await.unwrap();
        if whose {
            world.withdraw(&foundation, ours).await.unwrap();
        } else {
            world.withdraw(&other, theirs).await.unwrap();
        }
        world.sweep().await;
        assert!(world.notices(&foundation).await.is_empty());
    }
}

// covers: REQ-SHR-024
async fn a_withdrawal_is_told_to_the_other_side(world: &World) {
    let (sender, foundation) = (member(), member());
    let request = consent(&foundation, ConsentPurpose::AidApplication);
    consents::register(&world.registry, &sender, &request).await.unwrap();
    world.withdraw(&sender, request.commitment).await.unwrap();
    world.sweep().await;
    world.sweep().await;
    let told = world.notices(&foundation).await;
    let expected = [(NoticeKind::ConsentWithdrawn, None, Some(request.commitment))];
    assert_eq!(
        told.iter().map(|notice| (notice.kind, notice.about, notice.consent)).collect::<Vec<_>>(),
        expected
    );
    assert!(world.notices(&sender).await.is_empty());
}

// covers: REQ-EXC-027
async fn notices_are_listed_the_oldest_first_and_so_many_as_are_asked_for(world: &World) {
    let foundation = member();
    for number in 0..5_i64 {
        let sender = member();
        let request = consent(&foundation, ConsentPurpose::AidApplication);
        consents::register(&world.registry, &sender, &request).await.unwrap();
        world.withdraw(&sender, request.commitment).await.unwrap();
        let at = vec![request.commitment.0.into(), ((10 - number) * 1_000_000).into()];
        world.change("UPDATE consent SET withdrawn_at = $2 WHERE commitment = $1", at).await;
    }
    world.sweep().await;
    let all = world.notices(&foundation).await;
    assert_eq!(all.len(), 5);
    assert!(all.is_sorted_by_key(|notice| notice.raised_at));
    let some =
        list(&world.registry, &foundation, &ListNotices { at_most: Count::saturating(2) }).await.unwrap();
    assert!(some.more);
    assert_eq!(some.notices, all[..2]);
    let exactly =
        list(&world.registry, &foundation, &ListNotices { at_most: Count::saturating(5) }).await.unwrap();
    assert!(!exactly.more);
}

async fn only_its_own_notices_does_a_member_acknowledge(world: &World) {
    let (sender, foundation) = (member(), member());
    let request = consent(&foundation, ConsentPurpose::AidApplication);
    consents::register(&world.registry, &sender, &request).await.unwrap();
    world.withdraw(&sender, request.commitment).await.unwrap();
    world.sweep().await;
    let notice = world.notices(&foundation).await[0].notice_id;
    assert_eq!(acknowledged(world, &sender, &[notice]).await, 0);
    assert_eq!(world.notices(&foundation).await.len(), 1);
    assert_eq!(acknowledged(world, &foundation, &[notice, fresh_id()]).await, 1);
    assert_eq!(acknowledged(world, &foundation, &[notice]).await, 0);
    assert!(world.notices(&foundation).await.is_empty());
}

async fn acknowledged(world: &World, member: &Organisation, notices: &[Id]) -> u32 {
    let request = AcknowledgeNotices { notices: List::first(notices.iter().copied()) };
    acknowledge(&world.registry, member, &request).await.unwrap().acknowledged.get()
}
