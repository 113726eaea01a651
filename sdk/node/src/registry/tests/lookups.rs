use std::slice::from_ref;

use serde_json::json;
use tongzhou::code::lists::{AidStatus, ConsentPurpose};
use tongzhou_exchange::{
    message::{lookup::LookUp, wire::Id},
    problem::ProblemKind,
};

use super::super::{
    lookups::ask,
    testing::{World, entry, fresh_id, kind_of, look_up, member, next, on_both, token},
};

on_both! {
    rows_under_several_tokens_are_united_by_the_record,
    the_latest_entry_of_a_record_is_told,
    a_member_is_named_where_its_consent_allows,
    an_entry_under_a_consent_that_is_over_is_not_shown,
    a_lookup_needs_a_consent_in_force_that_names_the_purpose,
    a_purpose_that_decides_nothing_is_no_reason_to_look,
    an_answer_has_no_ids_and_no_tokens_and_is_sorted,
    intents_of_others_are_found_until_they_end,
    an_empty_list_of_tokens_is_refused,
    tokens_of_another_epoch_are_not_looked_up,
}

// covers: REQ-SHR-004, REQ-SHR-007, REQ-SHR-010
async fn rows_under_several_tokens_are_united_by_the_record(world: &World) {
    let (foundation, asker, tokens) = (member(), member(), [token(), token(), token()]);
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    world.append(&foundation, &entry(&foundation, consent, &tokens)).await.unwrap();
    world.append(&foundation, &entry(&foundation, consent, &tokens[..1])).await.unwrap();
    for (asked, records) in [(&tokens[..], 2), (&tokens[..1], 2), (&tokens[1..], 1), (&[token()][..], 0)] {
        let found = world.look(&asker, asked).await;
        assert_eq!(found.aid.len(), records);
        assert!(found.aid.iter().all(|aid| !aid.own && aid.member.is_none()));
    }
    assert!(world.look(&foundation, &tokens).await.aid.iter().all(|aid| aid.own));
}

async fn the_latest_entry_of_a_record_is_told(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let promised = next(&entry(&foundation, consent, from_ref(&token)), "status", json!("promised"));
    let paid = next(&promised, "status", json!("paid"));
    // Whatever the order in which they come.
    world.append(&foundation, &paid).await.unwrap();
    world.append(&foundation, &promised).await.unwrap();
    let found = world.look(&member(), &[token]).await;
    assert_eq!(found.aid.iter().map(|aid| aid.status).collect::<Vec<_>>(), [AidStatus::Paid]);
}

// covers: REQ-SHR-008
async fn a_member_is_named_where_its_consent_allows(world: &World) {
    let (open, closed, asker, token) = (member(), member(), member(), token());
    let consent = world.open_consent(&open, ConsentPurpose::AidRegistration).await;
    world.append(&open, &entry(&open, consent, from_ref(&token))).await.unwrap();
    let consent = world.consent(&closed, ConsentPurpose::AidRegistration).await;
    world.append(&closed, &entry(&closed, consent, from_ref(&token))).await.unwrap();
    let found = world.look(&asker, &[token]).await;
    let named: Vec<_> = found.aid.into_iter().map(|aid| aid.member).collect();
    assert_eq!(named, [None, Some(open)]);
}

// covers: REQ-SHR-020
async fn an_entry_under_a_consent_that_is_over_is_not_shown(world: &World) {
    let (foundation, asker, token) = (member(), member(), token());
    let withdrawn = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let expired = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    for consent in [withdrawn, expired] {
        world.append(&foundation, &entry(&foundation, consent, from_ref(&token))).await.unwrap();
    }
    assert_eq!(world.look(&asker, from_ref(&token)).await.aid.len(), 2);
    world.withdraw(&foundation, withdrawn).await.unwrap();
    assert_eq!(world.look(&asker, from_ref(&token)).await.aid.len(), 1);
    world.expire(expired).await;
    assert_eq!(world.look(&asker, from_ref(&token)).await.aid.len(), 0);
    assert_eq!(world.look(&foundation, from_ref(&token)).await.aid.len(), 0);
}

// covers: REQ-SHR-015
async fn a_lookup_needs_a_consent_in_force_that_names_the_purpose(world: &World) {
    let (registry, asker, other, token) = (&world.registry, member(), member(), token());
    let own = world.consent(&asker, ConsentPurpose::DuplicateCheck).await;
    let request = look_up(own, from_ref(&token));
    ask(registry, &asker, &request).await.unwrap();
    // As it was asked for, under the same id.
    ask(registry, &asker, &request).await.unwrap();

    let purpose = LookUp { purpose: ConsentPurpose::Verification, lookup_id: fresh_id(), ..request.clone() };
    assert_eq!(kind_of(ask(registry, &asker, &purpose).await), ProblemKind::NoConsent);
    let theirs = look_up(own, from_ref(&token));
    assert_eq!(kind_of(ask(registry, &other, &theirs).await), ProblemKind::NoConsent);
    world.withdraw(&asker, own).await.unwrap();
    assert_eq!(kind_of(ask(registry, &asker, &request).await), ProblemKind::NoConsent);
}

// covers: REQ-SHR-015
async fn a_purpose_that_decides_nothing_is_no_reason_to_look(world: &World) {
    let asker = member();
    let consent = world.consent(&asker, ConsentPurpose::PublicFundraising).await;
    let request = LookUp { purpose: ConsentPurpose::PublicFundraising, ..look_up(consent, &[token()]) };
    assert_eq!(kind_of(ask(&world.registry, &asker, &request).await), ProblemKind::NoConsent);
}

async fn an_answer_has_no_ids_and_no_tokens_and_is_sorted(world: &World) {
    let (asker, token) = (member(), token());
    let mut hidden = vec![token.value.to_string()];
    for month in ["2026-09", "2026-07", "2026-08"] {
        let foundation = member();
        let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
        let entry = next(&entry(&foundation, consent, from_ref(&token)), "month", json!(month));
        world.append(&foundation, &entry).await.unwrap();
        let (intent, _) = world.announce(&foundation, from_ref(&token)).await;
        hidden.extend([intent.to_string(), consent.to_string(), foundation.to_string()]);
        hidden
            .extend(["entryId", "aidRecordId", "salt"].map(|name| entry[name].as_str().unwrap().to_owned()));
    }
    let found = world.look(&asker, &[token]).await;
    assert_eq!((found.aid.len(), found.intents.len()), (3, 3));
    assert!(found.aid.is_sorted() && found.intents.is_sorted());
    let text = serde_json::to_string(&found).unwrap();
    assert!(hidden.iter().all(|hidden| !text.contains(hidden.as_str())));
}

async fn intents_of_others_are_found_until_they_end(world: &World) {
    let (foundation, asker, token) = (member(), member(), token());
    let (intent, _) = world.announce(&foundation, from_ref(&token)).await;
    let found = world.look(&asker, from_ref(&token)).await;
    assert_eq!(found.intents.iter().map(|intent| intent.own).collect::<Vec<_>>(), [false]);
    assert!(world.look(&foundation, from_ref(&token)).await.intents.iter().all(|intent| intent.own));
    world.close(&foundation, intent, from_ref(&token)).await.unwrap();
    assert!(world.look(&asker, &[token]).await.intents.is_empty());
}

async fn an_empty_list_of_tokens_is_refused(world: &World) {
    let asker = member();
    let consent = world.consent(&asker, ConsentPurpose::DuplicateCheck).await;
    assert_eq!(kind_of(ask(&world.registry, &asker, &look_up(consent, &[])).await), ProblemKind::Malformed);
}

// covers: REQ-TOK-020
async fn tokens_of_another_epoch_are_not_looked_up(world: &World) {
    let (asker, mut token) = (member(), token());
    token.epoch = tongzhou::model::primitive::Count::saturating(2);
    let consent = world.consent(&asker, ConsentPurpose::DuplicateCheck).await;
    let request = LookUp { lookup_id: Id(*fresh_id()), ..look_up(consent, &[token]) };
    assert_eq!(kind_of(ask(&world.registry, &asker, &request).await), ProblemKind::Epoch);
}
