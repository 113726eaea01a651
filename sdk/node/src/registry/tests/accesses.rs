use std::slice::from_ref;

use tongzhou::{code::lists::ConsentPurpose, model::primitive::List};
use tongzhou_exchange::{
    message::{
        access::{Access, WhoLooked},
        lookup::LookUp,
        wire::Organisation,
    },
    problem::ProblemKind,
};

use super::super::{
    accesses::{add_canary, canary_hits, who_looked},
    lookups::ask,
    testing::{World, entry, kind_of, look_up, member, on_both, token},
};

on_both! {
    every_access_is_told_once_the_oldest_first,
    who_gave_aid_is_named_only_as_its_consent_allows,
    an_access_that_is_sent_again_stands_there_once,
    an_id_that_comes_back_for_something_else_is_refused,
    who_looked_is_told_under_a_consent_in_force_or_not_but_not_without,
    what_is_refused_is_no_access,
    a_canary_counts_who_asks_for_it,
}

// covers: REQ-SHR-025, REQ-SHR-031
async fn every_access_is_told_once_the_oldest_first(world: &World) {
    let (foundation, asker, guardians, tokens) = (member(), member(), member(), [token(), token()]);
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, consent, &tokens)).await.unwrap();
    // The database tells them apart by the millisecond.
    let moment = || tokio::time::sleep(std::time::Duration::from_millis(3));
    moment().await;
    world.look(&asker, &tokens).await;
    moment().await;
    world.announce(&asker, &tokens[1..]).await;
    moment().await;
    let consent = world.consent(&guardians, ConsentPurpose::AidApplication).await;
    let request = WhoLooked { consent, tokens: tokens.clone().into() };
    let told = who_looked(&world.registry, &guardians, &request).await.unwrap().accesses;
    let told: Vec<_> =
        told.into_iter().map(|access| (access.operation, access.member, access.purpose)).collect();
    assert_eq!(
        told,
        [
            ("aid-entries/append".to_owned(), None, Some(ConsentPurpose::AidRegistration)),
            ("lookups/ask".to_owned(), Some(asker), Some(ConsentPurpose::DuplicateCheck)),
            ("intents/announce".to_owned(), None, Some(ConsentPurpose::DuplicateCheck)),
            ("accesses/read".to_owned(), Some(guardians.clone()), None),
        ]
    );
    // To ask who looked is to look.
    assert_eq!(who_looked(&world.registry, &guardians, &request).await.unwrap().accesses.len(), 5);
}

// covers: REQ-SHR-008, REQ-SHR-028
async fn who_gave_aid_is_named_only_as_its_consent_allows(world: &World) {
    let (foundation, other, child) = (member(), member(), token());
    let tokens = from_ref(&child);
    let named = |accesses: Vec<Access>| -> Vec<bool> {
        let gave = accesses.into_iter().filter(|access| access.operation == "aid-entries/append");
        gave.map(|access| access.member.is_some()).collect()
    };
    let told = async |who: &Organisation| {
        let consent = world.consent(who, ConsentPurpose::AidApplication).await;
        let request = WhoLooked { consent, tokens: [child.clone()].into() };
        who_looked(&world.registry, who, &request).await.unwrap().accesses
    };
    let open = world.open_consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, open, tokens)).await.unwrap();
    assert_eq!(named(told(&other).await), [true]);
    let closed = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, closed, tokens)).await.unwrap();
    let mut both = named(told(&other).await);
    both.sort_unstable();
    assert_eq!(both, [false, true]);
    // Its own it sees; and what was withdrawn is under no consent that would allow it.
    assert_eq!(named(told(&foundation).await), [true, true]);
    world.withdraw(&foundation, open).await.unwrap();
    assert_eq!(named(told(&other).await), [false, false]);
    // Whoever only looks has no such cover.
    world.look(&foundation, tokens).await;
    let looks = |access: &&Access| access.operation == "lookups/ask";
    let looked = told(&other).await;
    assert_eq!(looked.iter().find(looks).unwrap().member.as_ref(), Some(&foundation));
}

// covers: REQ-SHR-026
async fn an_access_that_is_sent_again_stands_there_once(world: &World) {
    let (asker, tokens) = (member(), [token(), token()]);
    let consent = world.consent(&asker, ConsentPurpose::DuplicateCheck).await;
    let request = look_up(consent, &tokens);
    for _ in 0..3 {
        ask(&world.registry, &asker, &request).await.unwrap();
    }
    let told =
        who_looked(&world.registry, &asker, &WhoLooked { consent, tokens: tokens.into() }).await.unwrap();
    assert_eq!(told.accesses.len(), 2);
}

async fn an_id_that_comes_back_for_something_else_is_refused(world: &World) {
    let (registry, asker, other, child) = (&world.registry, member(), member(), token());
    let consent = world.consent(&asker, ConsentPurpose::DuplicateCheck).await;
    let request = look_up(consent, from_ref(&child));
    ask(registry, &asker, &request).await.unwrap();
    let second = world.consent(&asker, ConsentPurpose::DuplicateCheck).await;
    let outcome = ask(registry, &asker, &LookUp { consent: second, ..request.clone() }).await;
    assert_eq!(kind_of(outcome), ProblemKind::Conflict);
    let deciding = world.consent(&asker, ConsentPurpose::AidApplication).await;
    let purpose = ConsentPurpose::AidApplication;
    let outcome = ask(registry, &asker, &LookUp { consent: deciding, purpose, ..request.clone() }).await;
    assert_eq!(kind_of(outcome), ProblemKind::Conflict);

    // The id of another member's lookup hides nothing, and the id for another child is written down there.
    let theirs = world.consent(&other, ConsentPurpose::DuplicateCheck).await;
    ask(registry, &other, &LookUp { consent: theirs, ..request.clone() }).await.unwrap();
    let sibling = token();
    ask(registry, &asker, &LookUp { tokens: [sibling.clone()].into(), ..request }).await.unwrap();
    let told =
        |tokens: List<_, 16>| async { who_looked(registry, &asker, &WhoLooked { consent, tokens }).await };
    assert_eq!(told([child].into()).await.unwrap().accesses.len(), 3);
    assert_eq!(told([sibling].into()).await.unwrap().accesses.len(), 2);
}

// covers: REQ-SHR-027
async fn who_looked_is_told_under_a_consent_in_force_or_not_but_not_without(world: &World) {
    let (registry, foundation, other) = (&world.registry, member(), member());
    let consent = world.consent(&foundation, ConsentPurpose::AidApplication).await;
    let request = WhoLooked { consent, tokens: [token()].into() };
    who_looked(registry, &foundation, &request).await.unwrap();
    assert_eq!(kind_of(who_looked(registry, &other, &request).await), ProblemKind::NoConsent);
    world.expire(consent).await;
    who_looked(registry, &foundation, &request).await.unwrap();
    world.withdraw(&foundation, consent).await.unwrap();
    who_looked(registry, &foundation, &request).await.unwrap();
    let unknown = super::super::testing::consent(&foundation, ConsentPurpose::AidApplication).commitment;
    let outcome = who_looked(registry, &foundation, &WhoLooked { consent: unknown, ..request }).await;
    assert_eq!(kind_of(outcome), ProblemKind::NoConsent);
}

async fn what_is_refused_is_no_access(world: &World) {
    let (asker, token) = (member(), token());
    let wrong = world.consent(&asker, ConsentPurpose::AidRegistration).await;
    assert_eq!(
        kind_of(ask(&world.registry, &asker, &look_up(wrong, from_ref(&token))).await),
        ProblemKind::NoConsent
    );
    assert_eq!(world.count("SELECT count(*) FROM access WHERE token = $1", vec![world.key(&token)]).await, 0);
}

async fn a_canary_counts_who_asks_for_it(world: &World) {
    let (registry, asker, nobody) = (&world.registry, member(), token());
    add_canary(registry, &nobody.value).await.unwrap();
    add_canary(registry, &nobody.value).await.unwrap();
    let count = "SELECT hits FROM canary WHERE token = $1";
    assert_eq!(world.count(count, vec![world.key(&nobody)]).await, 0);
    let consent = world.consent(&asker, ConsentPurpose::DuplicateCheck).await;
    let request = look_up(consent, &[nobody.clone(), token()]);
    ask(registry, &asker, &request).await.unwrap();
    ask(registry, &asker, &request).await.unwrap();
    assert_eq!(world.count(count, vec![world.key(&nobody)]).await, 1);
    world.announce(&asker, from_ref(&nobody)).await;
    assert_eq!(world.count(count, vec![world.key(&nobody)]).await, 2);
    assert!(canary_hits(registry).await.unwrap() >= 2);
}
