use std::{env, slice::from_ref};

use tongzhou::code::lists::ConsentPurpose;
use tongzhou_exchange::{
    message::{lookup::AnnounceIntent, wire::CalendarMonth},
    problem::ProblemKind,
};

use super::super::{
    intents::announce,
    testing::{World, announcement, entry, fresh_id, kind_of, member, on_both, token},
};

on_both! {
    of_two_members_at_the_same_moment_never_is_neither_told,
    an_announcement_tells_what_others_registered_and_announced,
    a_repeated_announcement_is_answered_with_what_is_there_by_then,
    an_announcement_needs_a_consent_in_force,
    an_intent_that_is_over_does_not_come_back,
    only_its_member_closes_an_intent,
    an_intent_ends_by_itself,
    an_intent_is_closed_without_any_consent,
}

// covers: REQ-EXC-024, REQ-EXC-025
async fn of_two_members_at_the_same_moment_never_is_neither_told(world: &World) {
    let rounds = env::var("TONGZHOU_INTENTS").map_or(500, |number| number.parse().unwrap());
    let (one, other) = (member(), member());
    let ours = world.consent(&one, ConsentPurpose::DuplicateCheck).await;
    let theirs = world.consent(&other, ConsentPurpose::DuplicateCheck).await;
    let mut both = 0;
    for _ in 0..rounds {
        let tokens = [token(), token()];
        let (first, second) = (announcement(ours, &tokens), announcement(theirs, &tokens[1..]));
        let start = std::sync::Arc::new(tokio::sync::Barrier::new(2));
        let run = |who: &tongzhou_exchange::message::wire::Organisation, intent: AnnounceIntent| {
            let (registry, who, start) = (world.registry.clone(), who.clone(), start.clone());
            tokio::spawn(async move {
                start.wait().await;
                announce(&registry, &who, &intent).await.unwrap()
            })
        };
        let (first, second) = (run(&one, first), run(&other, second));
        let (first, second) = (first.await.unwrap(), second.await.unwrap());
        assert!(!first.intents.is_empty() || !second.intents.is_empty(), "neither was told");
        both += i32::from(!first.intents.is_empty() && !second.intents.is_empty());
    }
    // That the moments did meet.
    assert!(both > 0 || rounds < 100);
}

async fn an_announcement_tells_what_others_registered_and_announced(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    let consent = world.consent(&other, ConsentPurpose::AidRegistration).await;
    world.append(&other, &entry(&other, consent, from_ref(&token))).await.unwrap();
    let (_, found) = world.announce(&other, from_ref(&token)).await;
    assert_eq!((found.aid.len(), found.intents.len()), (1, 0));
    assert!(found.aid[0].own);
    let (id, found) = world.announce(&foundation, from_ref(&token)).await;
    assert_eq!((found.id, found.aid.len(), found.intents.len()), (id, 1, 1));
    assert!(!found.aid[0].own && !found.intents[0].own);
}

// covers: REQ-EXC-006
async fn a_repeated_announcement_is_answered_with_what_is_there_by_then(world: &World) {
    let (registry, foundation, other, token) = (&world.registry, member(), member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::DuplicateCheck).await;
    let intent = announcement(consent, from_ref(&token));
    assert!(announce(registry, &foundation, &intent).await.unwrap().intents.is_empty());
    world.announce(&other, from_ref(&token)).await;
    assert_eq!(announce(registry, &foundation, &intent).await.unwrap().intents.len(), 1);
    assert_eq!(world.count("SELECT count(*) FROM intent WHERE token = $1", vec![world.key(&token)]).await, 2);

    let month: CalendarMonth = "2026-10".parse().unwrap();
    let changed = AnnounceIntent { month, ..intent.clone() };
    assert_eq!(kind_of(announce(registry, &foundation, &changed).await), ProblemKind::Conflict);
    let theirs = world.consent(&other, ConsentPurpose::DuplicateCheck).await;
    let stolen = AnnounceIntent { consent: theirs, ..intent };
    assert_eq!(kind_of(announce(registry, &other, &stolen).await), ProblemKind::Conflict);
}

// covers: REQ-SHR-015
async fn an_announcement_needs_a_consent_in_force(world: &World) {
    let (registry, foundation, token) = (&world.registry, member(), token());
    let wrong = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let over = world.consent(&foundation, ConsentPurpose::DuplicateCheck).await;
    world.withdraw(&foundation, over).await.unwrap();
    for consent in [wrong, over] {
        let outcome = announce(registry, &foundation, &announcement(consent, from_ref(&token))).await;
        assert_eq!(kind_of(outcome), ProblemKind::NoConsent);
    }
    assert_eq!(world.count("SELECT count(*) FROM intent WHERE token = $1", vec![world.key(&token)]).await, 0);
}

async fn an_intent_that_is_over_does_not_come_back(world: &World) {
    let (registry, foundation, other, token) = (&world.registry, member(), member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::DuplicateCheck).await;
    for closed_first in [false, true] {
        let intent = announcement(consent, from_ref(&token));
        if !closed_first {
            announce(registry, &foundation, &intent).await.unwrap();
        }
        world.close(&foundation, intent.intent_id, from_ref(&token)).await.unwrap();
        announce(registry, &foundation, &intent).await.unwrap();
        assert!(world.look(&other, from_ref(&token)).await.intents.is_empty());
    }
}

async fn only_its_member_closes_an_intent(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    let (intent, _) = world.announce(&foundation, from_ref(&token)).await;
    // Who closes that of another learns nothing and changes nothing.
    world.close(&other, intent, from_ref(&token)).await.unwrap();
    assert_eq!(world.look(&other, from_ref(&token)).await.intents.len(), 1);
    world.close(&foundation, intent, from_ref(&token)).await.unwrap();
    world.close(&foundation, intent, from_ref(&token)).await.unwrap();
    world.close(&foundation, fresh_id(), &[token]).await.unwrap();
}

async fn an_intent_ends_by_itself(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    world.announce(&foundation, from_ref(&token)).await;
    world.change("UPDATE intent SET ends_at = 1 WHERE token = $1", vec![world.key(&token)]).await;
    assert!(world.look(&other, from_ref(&token)).await.intents.is_empty());
    world.sweep().await;
    assert_eq!(world.count("SELECT count(*) FROM intent WHERE token = $1", vec![world.key(&token)]).await, 0);
}

// covers: REQ-SHR-016
async fn an_intent_is_closed_without_any_consent(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::DuplicateCheck).await;
    let intent = announcement(consent, from_ref(&token));
    announce(&world.registry, &foundation, &intent).await.unwrap();
    world.withdraw(&foundation, consent).await.unwrap();
    world.close(&foundation, intent.intent_id, &[token]).await.unwrap();
}
