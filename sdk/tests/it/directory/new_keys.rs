//! New keys of a member that has an entry already.

use serde_json::{Value, json};
use tongzhou::{
    code::lists::{KeyRevocationReason, MemberRole},
    directory::{
        Directory, DirectoryFault, Enrolment, Founding, KeyChange, MAX_DIRECTORY_BYTES, NewKeys, Revision,
        RevisionFault, board_of, entry_of, sign,
    },
    value::organisation_code::OrganisationCodeError,
};

use super::alliance::*;

fn new(seed: u8, recipient: Option<&str>) -> NewKeys {
    NewKeys { signing: Some(key(seed).verifying_key()), recipient: recipient.map(str::to_owned) }
}

#[test]
fn new_keys_stand_beside_the_old_ones_and_nothing_else_changes() {
    let mut former = member(0, 11);
    former["extensions"] = json!({ "org.example": { "kept": true } });
    former["endpoints"] = json!([{ "kind": "package-inbox", "url": "https://aid.example.org/" }]);
    former["signingKeys"][0]["revocation"] = json!({ "at": "2026-10-01T00:00:00Z", "reason": "lost" });
    let entry = new(21, Some(RECIPIENTS[1])).entry(&bytes(&former), now(), 2).unwrap();
    let mut made: Value = serde_json::from_slice(&entry).unwrap();
    let of = |made: &mut Value, list: &str| made[list].as_array_mut().unwrap().pop().unwrap();
    let (signing, recipient) = (of(&mut made, "signingKeys"), of(&mut made, "recipientKeys"));
    assert_eq!(made, former);
    assert_eq!(signing["keyId"], key(21).verifying_key().id().to_string());
    for key in [signing, recipient] {
        // Two years of 365 days, of which 2028 has one more.
        assert_eq!((&key["validFrom"], &key["validUntil"]), (&json!(NOW), &json!("2028-10-14T08:00:00Z")));
    }
}

#[test]
fn only_new_keys_are_added_and_only_to_an_entry() {
    let former = bytes(&member(0, 11));
    let fault = |keys: NewKeys| keys.entry(&former, now(), 2).err();
    assert_eq!(fault(new(11, None)), Some(RevisionFault::KeyThere));
    assert_eq!(fault(new(21, Some(RECIPIENTS[0]))), Some(RevisionFault::KeyThere));
    assert!(matches!(new(21, None).entry(b"{}", now(), 2), Err(RevisionFault::NotAMember(_))));
    let mut entry = former.clone();
    for seed in 21..30 {
        entry = new(seed, None).entry(&entry, now(), 2).unwrap();
    }
    assert_eq!(new(30, None).entry(&entry, now(), 2), Err(RevisionFault::KeysFull));
}

#[test]
fn a_lost_key_is_replaced_and_the_directory_that_says_so_can_be_relied_on() {
    let founding = Founding {
        alliance_id: "01990000-0000-7000-8000-0000000000a1".parse().unwrap(),
        alliance_name: "儿童大病救助联盟".to_owned(),
        alliance_name_en: None,
        board: board(&[1, 2, 3], 2),
    };
    let founded = founding.directory(now(), 90).unwrap();
    let former = bytes(&member(0, 11));
    let mut revision = Revision::of(&founded, None, now(), 90).unwrap();
    let id = |seed: u8| key(seed).verifying_key().id();
    let change = revision.add(&former, false).unwrap();
    assert_eq!(
        change,
        KeyChange { added: vec![id(11).to_string(), RECIPIENTS[0].to_owned()], dropped: Vec::new() }
    );
    for lost in [&id(11).to_string(), RECIPIENTS[0]] {
        revision.revoke_key(CODES[0], lost, KeyRevocationReason::Lost).unwrap();
    }
    // The member's own copy of its entry knows nothing of the revocation.
    let entry = new(21, Some(RECIPIENTS[1])).entry(&former, now(), 2).unwrap();
    let change = revision.add(&entry, true).unwrap();
    assert_eq!(
        change,
        KeyChange { added: vec![id(21).to_string(), RECIPIENTS[1].to_owned()], dropped: Vec::new() }
    );
    let made = revision.finish().unwrap();
    let first = sign(&made, None, &key(1)).unwrap();
    let signatures = sign(&made, Some(&first), &key(2)).unwrap();
    let directory = Directory::verify(&made, &signatures, &pinned(), now()).unwrap();
    assert!(!directory.signer(&id(11)).unwrap().valid_at(now()));
    assert!(directory.signer(&id(21)).unwrap().valid_at(now()));
    assert_eq!(directory.recipients_of(CODES[0], now()), [RECIPIENTS[1]]);
    // As the directory lists it, the member has what it needs for the next time.
    let listed = entry_of(&made, CODES[0]).unwrap();
    assert_eq!(entry_of(&made, "01990000-0000-7000-8000-000000000000").unwrap(), listed);
    let listed: Value = serde_json::from_slice(&listed).unwrap();
    assert_eq!(listed["signingKeys"][0]["revocation"]["reason"], "lost");
    assert_eq!(entry_of(&made, CODES[1]), Err(RevisionFault::NoSuchMember));
    let mut older = Revision::of(&made, None, now(), 90).unwrap();
    let mut fewer = member(0, 11);
    fewer["recipientKeys"] = json!([]);
    let dropped = older.add(&bytes(&fewer), true).map(|change| change.dropped);
    assert!(
        matches!(dropped, Ok(dropped) if dropped == [id(21).to_string(), RECIPIENTS[0].to_owned(), RECIPIENTS[1].to_owned()])
    );
}

#[test]
fn a_wrong_code_is_no_entry_and_says_what_is_wrong_with_it() {
    for (code, fault) in [
        ("53100000000000000", OrganisationCodeError::Length),
        ("53100000000000000O", OrganisationCodeError::Characters),
        ("531000000000000009", OrganisationCodeError::CheckDigit),
    ] {
        let enrolment = Enrolment {
            member_id: "01990000-0000-7000-8000-000000000000".parse().unwrap(),
            code: code.to_owned(),
            name: "某某儿童大病救助基金会".to_owned(),
            roles: vec![MemberRole::Charity],
            signing: None,
            recipient: None,
            phone: None,
        };
        assert_eq!(enrolment.entry(now(), 2), Err(RevisionFault::Code(fault)));
    }
}

#[test]
fn what_is_too_large_is_not_read_as_a_directory() {
    let large = vec![b' '; MAX_DIRECTORY_BYTES + 1];
    assert_eq!(board_of(&large).err(), Some(DirectoryFault::TooLarge));
    let too_large = Some(RevisionFault::Directory(DirectoryFault::TooLarge));
    assert_eq!(Revision::of(&large, None, now(), 90).err(), too_large);
    assert_eq!(entry_of(&large, CODES[0]).err(), too_large);
}

const NOW: &str = "2026-10-15T08:00:00Z";
