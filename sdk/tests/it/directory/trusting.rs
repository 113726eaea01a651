//! The first trust, what is kept of it, and the way from an old trust to the newest version.

use tongzhou::directory::{Directory, DirectoryFault, Trust, TrustFault};

use super::alliance::*;

// covers: REQ-DIR-113
#[test]
fn the_fingerprint_is_of_the_keys_and_the_threshold_and_of_nothing_else() {
    let fingerprint = board(&[1, 2, 3], 2).fingerprint();
    assert_eq!(board(&[3, 1, 2], 2).fingerprint(), fingerprint, "the order is nothing");
    assert_ne!(board(&[1, 2, 3], 3).fingerprint(), fingerprint);
    assert_ne!(board(&[1, 2], 2).fingerprint(), fingerprint);
    assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
    // By hand: SHA-256 of "tz-board-v1", the threshold and the sorted names of the keys, a line each.
    let mut ids: Vec<String> = [1, 2, 3].map(|seed| key(seed).verifying_key().id().to_string()).into();
    ids.sort();
    let lines = format!("tz-board-v1\n2\n{}\n{}\n{}\n", ids[0], ids[1], ids[2]);
    assert_eq!(fingerprint.to_string(), tongzhou::value::Sha256Digest::of(lines.as_bytes()).to_string());
}

#[test]
fn what_is_kept_reads_as_it_was_written() {
    let trust = seen(&directory(1));
    let kept = trust.to_json().unwrap();
    assert_eq!(Trust::from_json(&kept), Ok(trust.clone()));
    assert_eq!((trust.version(), trust.fingerprint()), (Some(1), board(&[1, 2, 3], 2).fingerprint()));
    assert_eq!(pinned().to_json(), None);
    for wrong in ["", "{}", "null", "[]"] {
        assert_eq!(Trust::from_json(wrong.as_bytes()), Err(TrustFault));
    }
    let kept = String::from_utf8(kept).unwrap();
    for (from, to) in
        [("\"version\": 1", "\"version\": -1"), ("\"tongzhouTrust\": 1", "\"tongzhouTrust\": 2")]
    {
        assert!(kept.contains(from));
        assert_eq!(Trust::from_json(kept.replace(from, to).as_bytes()), Err(TrustFault));
    }
}

#[test]
fn an_old_trust_follows_the_board_step_by_step_to_the_newest_version() {
    // The board changes twice: of [1, 2, 3] nobody is left in version 3.
    let first = directory(1);
    let mut middle = second();
    middle["board"] = board_json(&[3, 4, 5], 2);
    let mut last = directory(3);
    last["board"] = board_json(&[5, 6, 7], 2);
    last["previous"] = digest(&middle).into();
    let (middle, last) = (bytes(&middle), bytes(&last));
    let by_middle = signed(&middle, &[1, 3, 4]);
    let by_last = signed(&last, &[4, 5, 6]);
    let trust = seen(&first);
    assert_eq!(
        Directory::verify(&last, &by_last, &trust, now()).err(),
        Some(DirectoryFault::TooFewOfTrustedBoard { have: 0, need: 2 })
    );
    let step = Directory::follow(&middle, &by_middle, &trust, now()).unwrap().trust(now());
    assert_eq!(Directory::verify(&last, &by_last, &step, now()).unwrap().version(), 3);
}

#[test]
fn a_step_on_the_way_may_have_expired_and_the_last_one_may_not() {
    let late = at("2026-12-21T00:00:00Z");
    let next = second();
    let bytes = bytes(&next);
    let signatures = signed(&bytes, &[1, 2]);
    let trust = seen(&directory(1));
    assert!(Directory::follow(&bytes, &signatures, &trust, late).is_ok());
    assert_eq!(Directory::verify(&bytes, &signatures, &trust, late), Err(DirectoryFault::Expired));
}
