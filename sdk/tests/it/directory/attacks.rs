//! Each attack on the directory is refused, and by a name of its own.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tongzhou::{
    directory::{Directory, DirectoryFault, Trust, Within},
    signing::{Jws, JwsFault, Subject},
};

use super::alliance::*;

// covers: REQ-DIR-101
#[test]
fn a_directory_that_enough_of_the_board_have_signed_is_relied_on() {
    let directory = verified(&directory(1), &pinned()).unwrap();
    assert_eq!((directory.version(), directory.members().len()), (1, 2));
    assert_eq!(directory.signed_by(), [key(1).verifying_key().id(), key(2).verifying_key().id()]);
}

// covers: REQ-DIR-103
#[test]
fn an_older_version_than_the_one_seen_is_a_rollback() {
    let trust = seen(&second());
    assert_eq!(verified(&directory(1), &trust), Err(DirectoryFault::Rollback { offered: 1, seen: 2 }));
}

// covers: REQ-DIR-104
#[test]
fn other_bytes_under_the_number_that_was_seen_are_refused() {
    let trust = seen(&directory(1));
    let mut other = directory(1);
    other["members"][1]["name"] = "另一家".into();
    assert_eq!(verified(&other, &trust), Err(DirectoryFault::SameVersionDiffers(1)));
    assert!(verified(&directory(1), &trust).is_ok(), "the very same bytes may come again");
}

// covers: REQ-DIR-106, REQ-DIR-107
#[test]
fn a_directory_that_is_held_still_until_it_expires_is_a_freeze() {
    let trust = seen(&directory(1));
    let bytes = bytes(&directory(1));
    let signatures = signed(&bytes, &[1, 2]);
    let late = |trust: &Trust, now| Directory::verify(&bytes, &signatures, trust, at(now)).err();
    assert_eq!(late(&trust, "2026-12-19T23:59:59Z"), None);
    assert_eq!(late(&trust, "2026-12-20T00:00:00Z"), Some(DirectoryFault::Frozen));
    // To somebody who sees it for the first time it is just old.
    assert_eq!(late(&pinned(), "2026-12-20T00:00:00Z"), Some(DirectoryFault::Expired));
}

#[test]
fn a_new_version_that_has_expired_is_not_relied_on() {
    let trust = seen(&directory(1));
    let next = second();
    let bytes = bytes(&next);
    let verdict = Directory::verify(&bytes, &signed(&bytes, &[1, 2]), &trust, at("2027-01-01T00:00:00Z"));
    assert_eq!(verdict, Err(DirectoryFault::Expired));
}

#[test]
fn a_clock_that_was_set_back_is_noticed() {
    let trust = seen(&directory(1));
    let bytes = bytes(&directory(1));
    let verdict = Directory::verify(&bytes, &signed(&bytes, &[1, 2]), &trust, at("2026-10-14T08:00:00Z"));
    assert_eq!(verdict, Err(DirectoryFault::ClockBehind));
}

// covers: REQ-DIR-106
#[test]
fn a_directory_is_good_for_ninety_days_at_most() {
    let with = |issued: &str, expires: &str| {
        let mut directory = directory(1);
        directory["issuedAt"] = issued.into();
        directory["expiresAt"] = expires.into();
        verified(&directory, &pinned()).err()
    };
    assert_eq!(with("2026-10-01T00:00:00Z", "2026-12-30T00:00:00Z"), None);
    assert_eq!(with("2026-10-01T00:00:00Z", "2026-12-30T00:00:01Z"), Some(DirectoryFault::LivesTooLong));
    assert_eq!(
        with("2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z"),
        Some(DirectoryFault::ExpiresBeforeIssued)
    );
    assert_eq!(with("2026-10-16T00:00:00Z", "2026-12-01T00:00:00Z"), Some(DirectoryFault::IssuedInFuture));
    assert_eq!(
        with("2026-02-30T00:00:00Z", "2026-12-01T00:00:00Z"),
        Some(DirectoryFault::WrongInstant(Within::Itself))
    );
}

// covers: REQ-DIR-101
#[test]
fn fewer_signatures_than_the_threshold_are_too_few() {
    let bytes = bytes(&directory(1));
    let by = |seeds: &[u8]| Directory::verify(&bytes, &signed(&bytes, seeds), &pinned(), now()).err();
    assert_eq!(by(&[1]), Some(DirectoryFault::TooFewSignatures { have: 1, need: 2 }));
    // Somebody else's signature counts for nothing, however many there are.
    assert_eq!(by(&[1, 7, 8, 9]), Some(DirectoryFault::TooFewSignatures { have: 1, need: 2 }));
    assert_eq!(by(&[3, 9, 1]), None);
}

// covers: REQ-DIR-108
#[test]
fn one_key_does_not_count_for_two() {
    let mut twice = directory(1);
    twice["board"] = board_json(&[1, 1, 3], 2);
    assert_eq!(verified(&twice, &pinned()), Err(DirectoryFault::BoardKeyTwice(1)));

    let bytes = bytes(&directory(1));
    let file: Value = serde_json::from_slice(&signed(&bytes, &[1])).unwrap();
    let signature = &file["signatures"][0];
    let doubled = json!({ "signatures": [signature, signature] }).to_string();
    let verdict = Directory::verify(&bytes, doubled.as_bytes(), &pinned(), now());
    assert_eq!(verdict, Err(DirectoryFault::Signatures(JwsFault::KeyTwice(1))));
}

#[test]
fn a_threshold_that_means_nothing_is_refused() {
    for threshold in [0, 4] {
        let mut directory = directory(1);
        directory["board"]["threshold"] = threshold.into();
        assert_eq!(verified(&directory, &pinned()), Err(DirectoryFault::Threshold));
    }
}

// covers: REQ-DIR-102, REQ-DIR-112
#[test]
fn a_board_that_appoints_itself_is_not_trusted() {
    let mut other = directory(1);
    other["board"] = board_json(&[4, 5, 6], 2);
    let bytes = bytes(&other);
    let signatures = signed(&bytes, &[4, 5]);
    let verdict = |trust: &Trust| Directory::verify(&bytes, &signatures, trust, now()).err();
    assert_eq!(verdict(&pinned()), Some(DirectoryFault::OtherBoard));

    let mut next = second();
    next["board"] = board_json(&[4, 5, 6], 2);
    let bytes = super::alliance::bytes(&next);
    let by =
        |seeds: &[u8]| Directory::verify(&bytes, &signed(&bytes, seeds), &seen(&directory(1)), now()).err();
    assert_eq!(by(&[4, 5]), Some(DirectoryFault::TooFewOfTrustedBoard { have: 0, need: 2 }));
    assert_eq!(by(&[4, 5, 1]), Some(DirectoryFault::TooFewOfTrustedBoard { have: 1, need: 2 }));
    assert_eq!(by(&[1, 2]), Some(DirectoryFault::TooFewSignatures { have: 0, need: 2 }));
    assert_eq!(by(&[1, 2, 4, 5]), None);
}

#[test]
fn a_lower_threshold_is_for_the_board_of_before_to_grant() {
    let mut next = second();
    next["board"] = board_json(&[1, 2, 3], 1);
    let bytes = bytes(&next);
    let by =
        |seeds: &[u8]| Directory::verify(&bytes, &signed(&bytes, seeds), &seen(&directory(1)), now()).err();
    assert_eq!(by(&[1]), Some(DirectoryFault::TooFewOfTrustedBoard { have: 1, need: 2 }));
    assert_eq!(by(&[1, 3]), None);
}

// covers: REQ-DIR-109
#[test]
fn a_key_that_was_swapped_after_signing_is_noticed() {
    let sound = bytes(&directory(1));
    let signatures = signed(&sound, &[1, 2]);
    let mut swapped = directory(1);
    swapped["members"][0]["signingKeys"] = member(0, 66)["signingKeys"].clone();
    let verdict = Directory::verify(&bytes(&swapped), &signatures, &pinned(), now());
    assert_eq!(verdict, Err(DirectoryFault::WrongSignature(key(1).verifying_key().id())));
}

// covers: REQ-DIR-110
#[test]
fn a_key_under_the_name_of_another_is_refused_even_when_signed() {
    let mut of_member = directory(1);
    of_member["members"][0]["signingKeys"][0]["publicKey"] = key(66).verifying_key().to_string().into();
    assert_eq!(verified(&of_member, &pinned()), Err(DirectoryFault::SwappedKey(Within::Member(0))));
    let mut of_board = directory(1);
    of_board["board"]["keys"][2]["publicKey"] = key(66).verifying_key().to_string().into();
    assert_eq!(verified(&of_board, &pinned()), Err(DirectoryFault::SwappedKey(Within::Board(2))));
}

#[test]
fn what_is_no_key_is_refused() {
    // Of small order: anybody can make signatures for it.
    let mut weak = directory(1);
    weak["members"][1]["signingKeys"][0]["publicKey"] = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".into();
    assert_eq!(verified(&weak, &pinned()), Err(DirectoryFault::WrongKey(Within::Member(1))));
    // One character miscopied: the checksum of the text says so.
    let mut miscopied = directory(1);
    let recipient = RECIPIENTS[1].replace("lggy", "lgqy");
    miscopied["members"][1]["recipientKeys"][0]["recipient"] = recipient.into();
    assert_eq!(verified(&miscopied, &pinned()), Err(DirectoryFault::WrongRecipient(Within::Member(1))));
    let mut code = directory(1);
    code["members"][1]["organisationCode"] = "531000000000000009".into();
    assert_eq!(verified(&code, &pinned()), Err(DirectoryFault::WrongCode(Within::Member(1))));
}

// covers: REQ-DIR-110
#[test]
fn a_member_is_listed_once() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut directory = directory(1);
        change(&mut directory);
        verified(&directory, &pinned()).err()
    };
    let second = Within::Member(1);
    assert_eq!(
        with(&|directory| directory["members"][1]["memberId"] = member(0, 11)["memberId"].clone()),
        Some(DirectoryFault::MemberTwice(second))
    );
    assert_eq!(
        with(&|directory| directory["members"][1]["organisationCode"] = CODES[0].into()),
        Some(DirectoryFault::CodeTwice(second))
    );
    assert_eq!(
        with(&|directory| directory["members"][1]["signingKeys"] = member(0, 11)["signingKeys"].clone()),
        Some(DirectoryFault::KeyTwice(second))
    );
    assert_eq!(
        with(&|directory| directory["members"][1]["recipientKeys"] = member(0, 11)["recipientKeys"].clone()),
        Some(DirectoryFault::KeyTwice(second))
    );
}

// covers: REQ-DIR-110, REQ-DIR-111
#[test]
fn a_revoked_member_does_not_stay_and_does_not_come_back() {
    let revoked = |number: usize| {
        json!({
            "memberId": member(number, 0)["memberId"],
            "at": "2026-10-01T00:00:00Z",
            "reason": "expelled",
        })
    };
    let mut both = directory(1);
    both["revokedMembers"] = json!([revoked(1)]);
    assert_eq!(verified(&both, &pinned()), Err(DirectoryFault::RevokedMember(Within::Member(1))));

    let mut without = directory(1);
    without["members"] = json!([member(0, 11)]);
    without["revokedMembers"] = json!([revoked(1)]);
    let trust = seen(&without);
    let mut back = directory(2);
    back["previous"] = digest(&without).into();
    assert_eq!(verified(&back, &trust), Err(DirectoryFault::RevokedMember(Within::Member(1))));
    // Nor is it forgotten, for those who see the directory for the first time then.
    back["members"] = json!([member(0, 11)]);
    assert_eq!(verified(&back, &trust), Err(DirectoryFault::RevocationDropped));
    back["revokedMembers"] = json!([revoked(1)]);
    assert!(verified(&back, &trust).is_ok());
    back["revokedMembers"] = json!([revoked(1), revoked(1)]);
    assert_eq!(verified(&back, &trust), Err(DirectoryFault::MemberTwice(Within::Revoked(1))));
}

// covers: REQ-DIR-105
#[test]
fn two_versions_that_both_claim_to_be_the_next_are_a_fork() {
    let trust = seen(&directory(1));
    let mut elsewhere = directory(1);
    elsewhere["allianceName"] = "另一个名称".into();
    let mut next = directory(2);
    assert_eq!(verified(&next, &trust), Err(DirectoryFault::Forked));
    next["previous"] = digest(&elsewhere).into();
    assert_eq!(verified(&next, &trust), Err(DirectoryFault::Forked));
    assert!(verified(&second(), &trust).is_ok());
    // A version in between was missed: the digest is of one that is not here.
    let mut third = directory(3);
    third["previous"] = digest(&second()).into();
    assert!(verified(&third, &trust).is_ok());
}

#[test]
fn a_higher_number_from_an_earlier_time_is_refused() {
    let mut next = second();
    next["issuedAt"] = "2026-09-30T23:59:59Z".into();
    assert_eq!(verified(&next, &seen(&directory(1))), Err(DirectoryFault::IssuedBeforeSeen));
}

#[test]
fn the_directory_of_another_alliance_is_refused() {
    let mut next = second();
    next["allianceId"] = "01990000-0000-7000-8000-0000000000a2".into();
    assert_eq!(verified(&next, &seen(&directory(1))), Err(DirectoryFault::OtherAlliance));
}

#[test]
fn signatures_made_for_a_manifest_do_not_count_for_a_directory() {
    let bytes = bytes(&directory(1));
    let mut jws = Jws::new(Subject::Manifest);
    jws.sign(&key(1), &bytes);
    jws.sign(&key(2), &bytes);
    let verdict = Directory::verify(&bytes, &jws.to_json(), &pinned(), now()).unwrap_err();
    assert_eq!(verdict.code(), "signatures-refused");
}

#[test]
fn what_is_no_directory_is_refused() {
    let code = |bytes: &[u8]| {
        Directory::verify(bytes, &signed(bytes, &[1, 2]), &pinned(), now())
            .map_err(|fault| fault.code())
            .err()
    };
    assert_eq!(code(b"{"), Some("not-a-directory"));
    assert_eq!(code(b"\xFF"), Some("not-a-directory"));
    assert_eq!(code(&vec![b' '; tongzhou::directory::MAX_DIRECTORY_BYTES + 1]), Some("too-large"));
    let mut newer = directory(1);
    newer["standardVersion"] = "2.0".into();
    assert_eq!(code(&bytes(&newer)), Some("unsupported-version"));
    let mut unknown = directory(1);
    unknown["quorum"] = 1.into();
    assert_eq!(code(&bytes(&unknown)), Some("not-a-directory"));
    let mut twice = bytes(&directory(1));
    twice.splice(1..1, *b"\"version\": 9,");
    assert_eq!(code(&twice), Some("not-a-directory"));
}

#[test]
fn a_changed_byte_is_noticed_wherever_it_stands() {
    let sound = bytes(&directory(1));
    let signatures = signed(&sound, &[1, 2]);
    for place in (0..sound.len()).step_by(17) {
        let mut changed = sound.clone();
        changed[place] ^= 1;
        assert!(Directory::verify(&changed, &signatures, &pinned(), now()).is_err(), "byte {place}");
    }
}

#[test]
fn every_name_of_a_fault_is_its_own() {
    let faults = [
        DirectoryFault::TooLarge,
        DirectoryFault::UnsupportedVersion,
        DirectoryFault::WrongInstant(Within::Itself),
        DirectoryFault::BoardKeyTwice(0),
        DirectoryFault::Threshold,
        DirectoryFault::WrongKey(Within::Itself),
        DirectoryFault::SwappedKey(Within::Itself),
        DirectoryFault::WrongRecipient(Within::Itself),
        DirectoryFault::Signatures(JwsFault::NoSignature),
        DirectoryFault::WrongSignature(key(1).verifying_key().id()),
        DirectoryFault::TooFewSignatures { have: 0, need: 1 },
        DirectoryFault::TooFewOfTrustedBoard { have: 0, need: 1 },
        DirectoryFault::OtherBoard,
        DirectoryFault::OtherAlliance,
        DirectoryFault::Rollback { offered: 1, seen: 2 },
        DirectoryFault::SameVersionDiffers(1),
        DirectoryFault::Forked,
        DirectoryFault::Frozen,
        DirectoryFault::Expired,
        DirectoryFault::IssuedInFuture,
        DirectoryFault::IssuedBeforeSeen,
        DirectoryFault::ExpiresBeforeIssued,
        DirectoryFault::LivesTooLong,
        DirectoryFault::ClockBehind,
        DirectoryFault::MemberTwice(Within::Itself),
        DirectoryFault::CodeTwice(Within::Itself),
        DirectoryFault::WrongCode(Within::Itself),
        DirectoryFault::KeyTwice(Within::Itself),
        DirectoryFault::RevokedMember(Within::Itself),
        DirectoryFault::RevocationDropped,
    ];
    let codes: BTreeSet<&str> = faults.iter().map(DirectoryFault::code).collect();
    assert_eq!(codes.len(), faults.len());
}
