//! Making the next version.

use serde_json::Value;
use tongzhou::{
    code::lists::{KeyRevocationReason, MemberRevocationReason},
    directory::{
        Directory, DirectoryFault, Founding, Revision, RevisionFault, Within, is_signed, sign, signatures_of,
    },
};

use super::alliance::*;

fn founded() -> Vec<u8> {
    let founding = Founding {
        alliance_id: "01990000-0000-7000-8000-0000000000a1".parse().unwrap(),
        alliance_name: "儿童大病救助联盟".to_owned(),
        alliance_name_en: None,
        board: board(&[1, 2, 3], 2),
    };
    founding.directory(now(), 90).unwrap()
}

fn signed_by_two(directory: &[u8]) -> Vec<u8> {
    let first = sign(directory, None, &key(1)).unwrap();
    sign(directory, Some(&first), &key(2)).unwrap()
}

#[test]
fn a_directory_is_founded_filled_signed_and_relied_on() {
    let (one, two) = (bytes(&member(0, 11)), bytes(&member(1, 12)));
    let founded = founded();
    let mut revision = Revision::of(&founded, None, now(), 90).unwrap();
    revision.add(&one, false).unwrap();
    revision.add(&two, false).unwrap();
    let first = revision.finish().unwrap();
    let signatures = signed_by_two(&first);
    let directory = Directory::verify(&first, &signatures, &pinned(), now()).unwrap();
    assert_eq!((directory.version(), directory.members().len()), (1, 2));
    assert_eq!(directory.expires_at(), at("2027-01-13T08:00:00Z"));

    let mut next = Revision::of(&first, Some(&signatures), now(), 30).unwrap();
    next.revoke(CODES[1], MemberRevocationReason::Left).unwrap();
    let second = next.finish().unwrap();
    let verified =
        Directory::verify(&second, &signed_by_two(&second), &directory.trust(now()), now()).unwrap();
    assert_eq!((verified.version(), verified.members().len()), (2, 1));
    assert_eq!(verified.revoked_members()[0].keys, [key(12).verifying_key().id()]);
    assert_eq!(verified.expires_at(), at("2026-11-14T08:00:00Z"));
}

#[test]
fn only_a_signed_version_is_followed_by_a_next_one() {
    let founded = founded();
    let version =
        |signatures: Option<&[u8]>| Revision::of(&founded, signatures, now(), 90).unwrap().version();
    assert_eq!(version(None), 1);
    assert_eq!(version(Some(b"{}")), 1);
    // A signature over something else, and one of nobody on the board, do not make it a signed one.
    assert_eq!(version(Some(&signed(b"other bytes", &[1, 2]))), 1);
    assert_eq!(version(Some(&signed(&founded, &[9]))), 1);
    assert_eq!(version(Some(&signed(&founded, &[3]))), 2);
    assert!(is_signed(&founded, &signed(&founded, &[3])));
}

#[test]
fn a_member_is_added_once_replaced_on_demand_and_never_added_again_once_revoked() {
    let founded = founded();
    let (one, newer) = (bytes(&member(0, 11)), bytes(&member(0, 21)));
    let mut revision = Revision::of(&founded, None, now(), 90).unwrap();
    assert_eq!(revision.add(&one, true), Err(RevisionFault::NoSuchMember));
    revision.add(&one, false).unwrap();
    assert_eq!(revision.add(&newer, false), Err(RevisionFault::MemberThere));
    revision.add(&newer, true).unwrap();
    let made: Value = serde_json::from_slice(&revision.finish().unwrap()).unwrap();
    assert_eq!(made["members"], Value::Array(vec![member(0, 21)]));
    revision.revoke(CODES[0], MemberRevocationReason::Expelled).unwrap();
    assert_eq!(revision.add(&one, false), Err(RevisionFault::WasRevoked));
    assert_eq!(revision.revoke(CODES[0], MemberRevocationReason::Left), Err(RevisionFault::NoSuchMember));
    assert!(matches!(revision.add(b"{}", false), Err(RevisionFault::NotAMember(_))));
}

#[test]
fn what_would_be_refused_is_not_made() {
    let founded = founded();
    let (one, other) = (bytes(&member(0, 11)), bytes(&member(1, 11)));
    let mut revision = Revision::of(&founded, None, now(), 90).unwrap();
    revision.add(&one, false).unwrap();
    revision.add(&other, false).unwrap();
    assert_eq!(revision.finish(), Err(RevisionFault::Directory(DirectoryFault::KeyTwice(Within::Member(1)))));
    for days in [0, -1, 91] {
        assert_eq!(Revision::of(&founded, None, now(), days).err(), Some(RevisionFault::Days));
    }
}

#[test]
fn a_lost_key_is_revoked_and_the_member_stays() {
    let founded = founded();
    let one = bytes(&member(0, 11));
    let mut revision = Revision::of(&founded, None, now(), 90).unwrap();
    revision.add(&one, false).unwrap();
    let id = key(11).verifying_key().id();
    let lost = KeyRevocationReason::Lost;
    assert_eq!(revision.revoke_key(CODES[0], "x", lost), Err(RevisionFault::NoSuchKey));
    assert_eq!(revision.revoke_key(CODES[1], "x", lost), Err(RevisionFault::NoSuchMember));
    revision.revoke_key(CODES[0], &id.to_string(), lost).unwrap();
    revision.revoke_key(CODES[0], RECIPIENTS[0], lost).unwrap();
    let made = revision.finish().unwrap();
    let directory = Directory::verify(&made, &signed_by_two(&made), &pinned(), now()).unwrap();
    assert!(!directory.signer(&id).unwrap().valid_at(now()));
    assert!(directory.signer(&id).unwrap().valid_at(at("2026-10-15T07:59:59Z")));
    assert!(directory.recipients_of(CODES[0], now()).is_empty());
}

#[test]
fn a_key_that_was_revoked_stays_revoked_when_the_member_hands_in_a_new_entry() {
    let founded = founded();
    let (one, newer) = (bytes(&member(0, 11)), bytes(&member(0, 21)));
    let mut revision = Revision::of(&founded, None, now(), 90).unwrap();
    revision.add(&one, false).unwrap();
    let id = key(11).verifying_key().id();
    revision.revoke_key(CODES[0], &id.to_string(), KeyRevocationReason::Lost).unwrap();
    revision.add(&newer, true).unwrap();
    let made = revision.finish().unwrap();
    let directory = Directory::verify(&made, &signed_by_two(&made), &pinned(), now()).unwrap();
    assert!(!directory.signer(&id).unwrap().valid_at(now()));
    assert!(directory.signer(&id).unwrap().valid_at(at("2026-10-15T07:59:59Z")));
    assert!(directory.signer(&key(21).verifying_key().id()).unwrap().valid_at(now()));
    // Not even by handing in the former entry, which knows nothing of it.
    revision.add(&one, true).unwrap();
    let made = revision.finish().unwrap();
    let directory = Directory::verify(&made, &signed_by_two(&made), &pinned(), now()).unwrap();
    assert!(!directory.signer(&id).unwrap().valid_at(now()));
}

#[test]
fn the_board_is_replaced_with_the_word_of_both_boards() {
    let founded = founded();
    let signatures = signed_by_two(&founded);
    let trust = Directory::verify(&founded, &signatures, &pinned(), now()).unwrap().trust(now());
    let mut revision = Revision::of(&founded, Some(&signatures), now(), 90).unwrap();
    revision.board(&board(&[2, 3, 4], 2)).unwrap();
    let made = revision.finish().unwrap();
    let mut jws = signed_by_two(&made);
    assert_eq!(
        Directory::verify(&made, &jws, &trust, now()).err(),
        Some(DirectoryFault::TooFewSignatures { have: 1, need: 2 })
    );
    jws = sign(&made, Some(&jws), &key(4)).unwrap();
    assert!(Directory::verify(&made, &jws, &trust, now()).is_ok());
    assert_eq!(signatures_of(&made, &jws).unwrap().1, 2);
}

#[test]
fn signatures_from_before_a_change_are_dropped() {
    let founded = founded();
    let old = signed_by_two(&founded);
    let mut changed = founded.clone();
    changed.push(b'\n');
    let new = sign(&changed, Some(&old), &key(3)).unwrap();
    assert_eq!(signatures_of(&changed, &new).unwrap(), (vec![key(3).verifying_key().id()], 2));
}
