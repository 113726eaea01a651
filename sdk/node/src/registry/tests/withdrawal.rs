use std::slice::from_ref;

use tongzhou::code::lists::ConsentPurpose;
use tongzhou_exchange::message::wire::Hex32;

use super::super::{
    intents,
    testing::{World, announcement, entry, member, on_both, token},
};
use crate::store::Value;

on_both! {
    what_was_made_under_a_withdrawn_consent_leaves_the_storage_with_its_salts,
    what_was_made_under_an_expired_consent_leaves_after_a_while,
    a_row_that_was_being_written_at_the_withdrawal_leaves_too,
    marks_of_what_ended_are_forgotten_after_a_while,
    two_sweeps_at_once_do_no_harm,
}

#[tokio::test]
async fn what_was_erased_is_not_in_the_files_once_they_are_scrubbed() {
    let world = World::sqlite().await;
    let (foundation, tokens) = (member(), [token(), token()]);
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let kept = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let (erased, stays) = (entry(&foundation, consent, &tokens), entry(&foundation, kept, &tokens));
    for entry in [&erased, &stays] {
        world.append(&foundation, entry).await.unwrap();
    }
    world.registry.store.scrub().await.unwrap();
    world.withdraw(&foundation, consent).await.unwrap();
    world.sweep().await;
    world.registry.store.scrub().await.unwrap();
    let in_files = |entry: &serde_json::Value, name: &str| {
        let salt: Hex32 = entry[name].as_str().unwrap().parse().unwrap();
        let files = std::fs::read_dir(&world.folder.as_ref().unwrap().0).unwrap();
        let contents = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        contents.filter(|bytes| bytes.windows(32).any(|window| window == *salt)).count()
    };
    assert_eq!(in_files(&erased, "salt"), 0);
    // As a control.
    assert_eq!(in_files(&stays, "salt"), 1);
}

const ROWS: &str = "SELECT count(*) FROM aid_entry WHERE token = $1";
const LEAVES: &str = "SELECT count(*) FROM outbox WHERE token = $1";
const INTENTS: &str = "SELECT count(*) FROM intent WHERE token = $1";

// covers: REQ-SHR-020, REQ-SHR-021
async fn what_was_made_under_a_withdrawn_consent_leaves_the_storage_with_its_salts(world: &World) {
    let (foundation, other, tokens) = (member(), member(), [token(), token()]);
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let asking = world.consent(&foundation, ConsentPurpose::DuplicateCheck).await;
    let theirs = world.consent(&other, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, consent, &tokens)).await.unwrap();
    world.append(&other, &entry(&other, theirs, &tokens)).await.unwrap();
    intents::announce(&world.registry, &foundation, &announcement(asking, &tokens)).await.unwrap();
    for consent in [consent, asking] {
        world.withdraw(&foundation, consent).await.unwrap();
    }
    // Gone from answers at once.
    let found = world.look(&other, &tokens).await;
    assert_eq!((found.aid.len(), found.intents.len()), (1, 0));
    world.sweep().await;
    for token in &tokens {
        assert_eq!(world.count(ROWS, vec![world.key(token)]).await, 1, "the other member's stays");
        assert_eq!(world.count(LEAVES, vec![world.key(token)]).await, 1);
        assert_eq!(world.count(INTENTS, vec![world.key(token)]).await, 0);
    }
    // The commitment stays, with the number of what went.
    let counted = "SELECT erased_rows FROM consent WHERE commitment = $1";
    assert_eq!(world.count(counted, vec![Value::from(consent.0)]).await, 2);
    assert_eq!(world.count(counted, vec![Value::from(asking.0)]).await, 2);
}

async fn what_was_made_under_an_expired_consent_leaves_after_a_while(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, consent, from_ref(&token))).await.unwrap();
    let yesterday =
        "UPDATE consent SET valid_until = (SELECT now_ms FROM clock) - 86400000 WHERE commitment = $1";
    world.change(yesterday, vec![Value::from(consent.0)]).await;
    world.sweep().await;
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 1);
    world.expire(consent).await;
    world.sweep().await;
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 0);
    assert_eq!(world.count(LEAVES, vec![world.key(&token)]).await, 0);
}

async fn a_row_that_was_being_written_at_the_withdrawal_leaves_too(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, consent, from_ref(&token))).await.unwrap();
    world.withdraw(&foundation, consent).await.unwrap();
    world.sweep().await;
    // As a transaction that saw the consent in force leaves it, whose commit comes after the sweep.
    let late = "INSERT INTO aid_entry (token, entry_id, member, consent, recorded_at, told_at) VALUES ($1, $2, 'x', $3, 1, 0)";
    world.change(late, vec![world.key(&token), Value::from([1; 16]), Value::from(consent.0)]).await;
    world.sweep().await;
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 0);
    let done = "SELECT count(*) FROM consent WHERE commitment = $1 AND erased_at IS NOT NULL";
    assert_eq!(world.count(done, vec![Value::from(consent.0)]).await, 0);
    world
        .change("UPDATE consent SET withdrawn_at = 1 WHERE commitment = $1", vec![Value::from(consent.0)])
        .await;
    world.sweep().await;
    assert_eq!(world.count(done, vec![Value::from(consent.0)]).await, 1);
}

async fn marks_of_what_ended_are_forgotten_after_a_while(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let first = entry(&foundation, consent, from_ref(&token));
    world.append(&foundation, &first).await.unwrap();
    let mut back = entry(&foundation, consent, from_ref(&token));
    back["withdraws"] = first["entryId"].clone();
    world.append(&foundation, &back).await.unwrap();
    let (intent, _) = world.announce(&foundation, from_ref(&token)).await;
    world.close(&foundation, intent, from_ref(&token)).await.unwrap();
    world.sweep().await;
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 1);
    assert_eq!(world.count(INTENTS, vec![world.key(&token)]).await, 1);
    world.change("UPDATE aid_entry SET withdrawn_at = 1 WHERE token = $1", vec![world.key(&token)]).await;
    world.change("UPDATE intent SET closed_at = 1 WHERE token = $1", vec![world.key(&token)]).await;
    world.sweep().await;
    for rows in [ROWS, INTENTS, LEAVES] {
        assert_eq!(world.count(rows, vec![world.key(&token)]).await, 0);
    }
}

async fn two_sweeps_at_once_do_no_harm(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    world.announce(&foundation, from_ref(&token)).await;
    world.announce(&other, from_ref(&token)).await;
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, consent, from_ref(&token))).await.unwrap();
    world.withdraw(&foundation, consent).await.unwrap();
    tokio::join!(world.sweep(), world.sweep(), world.sweep());
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 0);
    assert_eq!(world.notices(&foundation).await.len(), 1);
}
