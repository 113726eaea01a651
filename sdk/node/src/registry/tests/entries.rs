use serde_json::json;
use tongzhou::code::lists::{AidStatus, ConsentPurpose};
use tongzhou_exchange::problem::ProblemKind;

use super::super::testing::{World, entry, fresh_id, kind_of, member, next, on_both, random, token};
use crate::store::Value;

on_both! {
    an_entry_has_one_row_for_each_token_and_one_leaf_beside_each,
    a_repeated_entry_changes_nothing_and_another_under_its_id_is_refused,
    an_entry_that_was_cut_short_is_completed_by_its_repetition,
    an_entry_needs_a_consent_in_force_of_its_member_and_purpose,
    an_entry_speaks_for_its_own_member_only,
    an_unsound_document_is_refused_with_its_rules,
    tokens_of_an_epoch_that_is_not_in_use_are_refused,
    a_correction_takes_the_place_of_what_it_corrects,
    a_correction_needs_no_consent_under_the_same_one_and_the_same_tokens,
    a_correction_is_no_way_around_the_consent,
    only_its_member_corrects_or_takes_back_an_entry,
    what_is_taken_back_is_gone_and_does_not_come_back,
    an_entry_is_taken_back_without_any_consent,
}

const ROWS: &str = "SELECT count(*) FROM aid_entry WHERE token = $1";
const LEAVES: &str = "SELECT count(*) FROM outbox WHERE token = $1";

// covers: REQ-SHR-004
async fn an_entry_has_one_row_for_each_token_and_one_leaf_beside_each(world: &World) {
    let (foundation, tokens) = (member(), [token(), token(), token()]);
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let stored = world.append(&foundation, &entry(&foundation, consent, &tokens)).await.unwrap();
    assert_eq!(stored.rows.get(), 3);
    for token in &tokens {
        assert_eq!(world.count(ROWS, vec![world.key(token)]).await, 1);
        assert_eq!(world.count(LEAVES, vec![world.key(token)]).await, 1);
        // Under the token itself there is nothing.
        assert_eq!(world.count(ROWS, vec![Value::from(token.value.0)]).await, 0);
    }
}

// covers: REQ-EXC-006, REQ-EXC-007
async fn a_repeated_entry_changes_nothing_and_another_under_its_id_is_refused(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let first = entry(&foundation, consent, std::slice::from_ref(&token));
    let stored = world.append(&foundation, &first).await.unwrap();
    assert_eq!(world.append(&foundation, &first).await.unwrap(), stored);
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 1);

    for (name, value) in
        [("month", json!("2026-08")), ("status", json!("promised")), ("salt", json!("ab".repeat(31) + "00"))]
    {
        let mut changed = first.clone();
        changed[name] = value;
        assert_eq!(kind_of(world.append(&foundation, &changed).await), ProblemKind::Conflict);
    }
    let theirs = world.consent(&other, ConsentPurpose::AidRegistration).await;
    let mut stolen = entry(&other, theirs, std::slice::from_ref(&token));
    stolen["entryId"] = first["entryId"].clone();
    assert_eq!(kind_of(world.append(&other, &stolen).await), ProblemKind::Conflict);
}

// covers: REQ-EXC-006
async fn an_entry_that_was_cut_short_is_completed_by_its_repetition(world: &World) {
    let (foundation, tokens) = (member(), [token(), token()]);
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let whole = entry(&foundation, consent, &tokens);
    world.append(&foundation, &whole).await.unwrap();
    world.change("DELETE FROM aid_entry WHERE token = $1", vec![world.key(&tokens[1])]).await;
    world.append(&foundation, &whole).await.unwrap();
    for token in &tokens {
        assert_eq!(world.count(ROWS, vec![world.key(token)]).await, 1);
    }
}

// covers: REQ-SHR-015
async fn an_entry_needs_a_consent_in_force_of_its_member_and_purpose(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    let consents = [
        super::super::testing::consent(&foundation, ConsentPurpose::AidRegistration).commitment,
        world.consent(&other, ConsentPurpose::AidRegistration).await,
        world.consent(&foundation, ConsentPurpose::DuplicateCheck).await,
        {
            let withdrawn = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
            world.withdraw(&foundation, withdrawn).await.unwrap();
            withdrawn
        },
        {
            let expired = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
            world.expire(expired).await;
            expired
        },
    ];
    for consent in consents {
        let entry = entry(&foundation, consent, std::slice::from_ref(&token));
        assert_eq!(kind_of(world.append(&foundation, &entry).await), ProblemKind::NoConsent);
    }
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 0);
    assert_eq!(world.count(LEAVES, vec![world.key(&token)]).await, 0);
}

async fn an_entry_speaks_for_its_own_member_only(world: &World) {
    let (foundation, other) = (member(), member());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let entry = entry(&foundation, consent, &[token()]);
    assert_eq!(kind_of(world.append(&other, &entry).await), ProblemKind::NotYours);
}

// covers: REQ-EXC-019
async fn an_unsound_document_is_refused_with_its_rules(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let sound = entry(&foundation, consent, std::slice::from_ref(&token));
    let problem = world.append(&foundation, &next(&sound, "month", json!("2026-13"))).await.unwrap_err();
    assert_eq!(problem.code, ProblemKind::Unsound);
    let told: Vec<_> =
        problem.findings.iter().map(|broken| (broken.rule.as_str(), broken.pointer.as_deref())).collect();
    assert_eq!(told, [("TZ-AEN-001", Some("/month"))]);

    // An amount has no place in an entry, and whatever stands there is not told.
    let problem = world.append(&foundation, &next(&sound, "amount", json!("8642.13"))).await.unwrap_err();
    assert_eq!(problem.code, ProblemKind::Unsound);
    assert!(!problem.findings.is_empty() && !serde_json::to_string(&problem).unwrap().contains("8642"));

    // The month after this one, by the database's clock.
    let problem = world.append(&foundation, &next(&sound, "month", json!("2999-01"))).await.unwrap_err();
    assert_eq!(problem.findings.first().map(|broken| broken.rule.as_str()), Some("TZ-AEN-002"));
    assert_eq!(world.count(ROWS, vec![world.key(&token)]).await, 0);
}

// covers: REQ-TOK-020
async fn tokens_of_an_epoch_that_is_not_in_use_are_refused(world: &World) {
    let foundation = member();
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let mut entry = entry(&foundation, consent, &[token()]);
    entry["tokens"][0]["epoch"] = json!(2);
    assert_eq!(kind_of(world.append(&foundation, &entry).await), ProblemKind::Epoch);
}

// covers: REQ-SHR-009
async fn a_correction_takes_the_place_of_what_it_corrects(world: &World) {
    let (foundation, asker, tokens) = (member(), member(), [token(), token()]);
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let first = entry(&foundation, consent, &tokens);
    world.append(&foundation, &first).await.unwrap();
    let mut second = next(&first, "status", json!("returned"));
    second["supersedes"] = first["entryId"].clone();
    world.append(&foundation, &second).await.unwrap();
    world.append(&foundation, &second).await.unwrap();
    for asked in [&tokens[..], &tokens[..1], &tokens[1..]] {
        let found = world.look(&asker, asked).await;
        assert_eq!(found.aid.iter().map(|aid| aid.status).collect::<Vec<_>>(), [AidStatus::Returned]);
    }
    // A late copy of what was corrected changes nothing.
    world.append(&foundation, &first).await.unwrap();
    assert_eq!(world.look(&asker, &tokens).await.aid[0].status, AidStatus::Returned);
}

// covers: REQ-SHR-016
async fn a_correction_needs_no_consent_under_the_same_one_and_the_same_tokens(world: &World) {
    let (foundation, tokens) = (member(), [token(), token()]);
    for over in [false, true] {
        let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
        let first = entry(&foundation, consent, &tokens);
        world.append(&foundation, &first).await.unwrap();
        if over {
            world.withdraw(&foundation, consent).await.unwrap();
        } else {
            world.expire(consent).await;
        }
        let mut second = next(&first, "status", json!("returned"));
        second["supersedes"] = first["entryId"].clone();
        world.append(&foundation, &second).await.unwrap();
    }
}

async fn a_correction_is_no_way_around_the_consent(world: &World) {
    let (foundation, known, further) = (member(), token(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let first = entry(&foundation, consent, std::slice::from_ref(&known));
    world.append(&foundation, &first).await.unwrap();
    world.withdraw(&foundation, consent).await.unwrap();

    // A token under which it did not stand, and a consent that was never given.
    let mut wider = entry(&foundation, consent, &[known.clone(), further.clone()]);
    wider["supersedes"] = first["entryId"].clone();
    assert_eq!(kind_of(world.append(&foundation, &wider).await), ProblemKind::NoConsent);
    assert_eq!(world.count(ROWS, vec![world.key(&further)]).await, 0);
    let mut other = next(&first, "consentCommitment", json!("0c".repeat(32)));
    other["supersedes"] = first["entryId"].clone();
    assert_eq!(kind_of(world.append(&foundation, &other).await), ProblemKind::NoConsent);
    // Something to correct that does not exist, or was taken back.
    let mut of_nothing = next(&first, "status", json!("returned"));
    of_nothing["supersedes"] = json!(fresh_id().to_string());
    assert_eq!(kind_of(world.append(&foundation, &of_nothing).await), ProblemKind::Unknown);
    let mut taken_back = next(&first, "status", json!("paid"));
    taken_back["withdraws"] = first["entryId"].clone();
    world.append(&foundation, &taken_back).await.unwrap();
    let mut revived = next(&first, "status", json!("returned"));
    revived["supersedes"] = first["entryId"].clone();
    assert_eq!(kind_of(world.append(&foundation, &revived).await), ProblemKind::NoConsent);
}

async fn only_its_member_corrects_or_takes_back_an_entry(world: &World) {
    let (foundation, other, token) = (member(), member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let theirs = world.consent(&other, ConsentPurpose::AidRegistration).await;
    let first = entry(&foundation, consent, std::slice::from_ref(&token));
    world.append(&foundation, &first).await.unwrap();
    for name in ["supersedes", "withdraws"] {
        let mut attack = entry(&other, theirs, std::slice::from_ref(&token));
        attack[name] = first["entryId"].clone();
        assert_eq!(kind_of(world.append(&other, &attack).await), ProblemKind::Unknown, "{name}");
    }
    let found = world.look(&member(), &[token]).await;
    assert_eq!(found.aid.iter().map(|aid| aid.status).collect::<Vec<_>>(), [AidStatus::Paid]);
}

// covers: REQ-SHR-009
async fn what_is_taken_back_is_gone_and_does_not_come_back(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let first = entry(&foundation, consent, std::slice::from_ref(&token));
    world.append(&foundation, &first).await.unwrap();
    let mut back = next(&first, "status", json!("paid"));
    back["withdraws"] = first["entryId"].clone();
    world.append(&foundation, &back).await.unwrap();
    world.append(&foundation, &back).await.unwrap();
    assert!(world.look(&member(), std::slice::from_ref(&token)).await.aid.is_empty());
    let left = "SELECT count(*) FROM aid_entry WHERE token = $1 AND (salt IS NOT NULL OR content IS NOT NULL OR month IS NOT NULL)";
    assert_eq!(world.count(left, vec![world.key(&token)]).await, 0);
    // A late copy of the first request.
    world.append(&foundation, &first).await.unwrap();
    assert!(world.look(&member(), std::slice::from_ref(&token)).await.aid.is_empty());
    assert_eq!(world.count(left, vec![world.key(&token)]).await, 0);

    // Taken back before the entry came.
    let late = entry(&foundation, consent, std::slice::from_ref(&token));
    let mut back = next(&late, "status", json!("paid"));
    back["withdraws"] = late["entryId"].clone();
    world.append(&foundation, &back).await.unwrap();
    world.append(&foundation, &late).await.unwrap();
    assert!(world.look(&member(), &[token]).await.aid.is_empty());
}

// covers: REQ-SHR-016
async fn an_entry_is_taken_back_without_any_consent(world: &World) {
    let (foundation, token) = (member(), token());
    let consent = world.consent(&foundation, ConsentPurpose::AidRegistration).await;
    let first = entry(&foundation, consent, std::slice::from_ref(&token));
    world.append(&foundation, &first).await.unwrap();
    world.withdraw(&foundation, consent).await.unwrap();
    let mut back = next(
        &first,
        "consentCommitment",
        json!(tongzhou_exchange::message::wire::Hex32(random()).to_string()),
    );
    back["withdraws"] = first["entryId"].clone();
    world.append(&foundation, &back).await.unwrap();
}
