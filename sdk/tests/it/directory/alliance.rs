//! An alliance that is made up: a board of three keys of which two sign, and two charities.

use serde_json::{Value, json};
use tongzhou::{
    directory::{Board, BoardKey, Directory, DirectoryFault, Trust},
    signing::{Jws, SigningKey, Subject},
    value::Instant,
};

/// Recipients whose private halves nobody has kept.
pub(crate) const RECIPIENTS: [&str; 2] = [
    "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg",
];
pub(crate) const CODES: [&str; 2] = ["531000000000000008", "533100001234567881"];

pub(crate) fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(&[seed; 32])
}

pub(crate) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// When the tests look, unless they say otherwise.
pub(crate) fn now() -> Instant {
    at("2026-10-15T08:00:00Z")
}

pub(crate) fn board(seeds: &[u8], threshold: usize) -> Board {
    let key = |seed: &u8| BoardKey { key: key(*seed).verifying_key(), holder: format!("{seed} 号") };
    Board::new(threshold, seeds.iter().map(key).collect()).unwrap()
}

pub(crate) fn board_json(seeds: &[u8], threshold: usize) -> Value {
    let keys: Vec<Value> = seeds
        .iter()
        .map(|seed| {
            let key = key(*seed).verifying_key();
            json!({ "keyId": key.id().to_string(), "publicKey": key.to_string(), "holder": format!("{seed} 号") })
        })
        .collect();
    json!({ "threshold": threshold, "keys": keys })
}

/// A member with a signing key of this seed, by its number among the made-up ones.
pub(crate) fn member(number: usize, seed: u8) -> Value {
    let key = key(seed).verifying_key();
    json!({
        "standard": "tongzhou",
        "standardVersion": "1.0",
        "documentType": "member",
        "memberId": format!("01990000-0000-7000-8000-00000000000{number}"),
        "organisationCode": CODES[number],
        "name": "某某儿童大病救助基金会",
        "roles": ["charity"],
        "validFrom": "2026-01-01T00:00:00Z",
        "signingKeys": [{
            "keyId": key.id().to_string(),
            "publicKey": key.to_string(),
            "validFrom": "2026-01-01T00:00:00Z",
            "validUntil": "2027-01-01T00:00:00Z",
        }],
        "recipientKeys": [{
            "recipient": RECIPIENTS[number],
            "validFrom": "2026-01-01T00:00:00Z",
            "validUntil": "2027-01-01T00:00:00Z",
        }],
    })
}

/// A version of the directory with both members, for the time around the first of October 2026.
pub(crate) fn directory(version: u32) -> Value {
    json!({
        "standard": "tongzhou",
        "standardVersion": "1.0",
        "documentType": "directory",
        "allianceId": "01990000-0000-7000-8000-0000000000a1",
        "allianceName": "儿童大病救助联盟",
        "version": version,
        "issuedAt": format!("2026-10-{version:02}T00:00:00Z"),
        "expiresAt": "2026-12-20T00:00:00Z",
        "board": board_json(&[1, 2, 3], 2),
        "members": [member(0, 11), member(1, 12)],
    })
}

pub(crate) fn bytes(directory: &Value) -> Vec<u8> {
    serde_json::to_vec_pretty(directory).unwrap()
}

pub(crate) fn signed(directory: &[u8], seeds: &[u8]) -> Vec<u8> {
    let mut jws = Jws::new(Subject::Directory);
    for seed in seeds {
        jws.sign(&key(*seed), directory);
    }
    jws.to_json()
}

/// The first trust in the board of [`directory`].
pub(crate) fn pinned() -> Trust {
    Trust::board(board(&[1, 2, 3], 2).fingerprint())
}

/// What is said of a directory that two of its board have signed.
pub(crate) fn verified(directory: &Value, trust: &Trust) -> Result<Directory, DirectoryFault> {
    let bytes = bytes(directory);
    Directory::verify(&bytes, &signed(&bytes, &[1, 2]), trust, now())
}

/// Trust in a version that was seen.
pub(crate) fn seen(directory: &Value) -> Trust {
    verified(directory, &pinned()).unwrap().trust(now())
}

/// The digest of a version, as the next one names it.
pub(crate) fn digest(directory: &Value) -> String {
    tongzhou::value::Sha256Digest::of(&bytes(directory)).to_string()
}

/// Version 2 as it follows from version 1.
pub(crate) fn second() -> Value {
    let mut next = directory(2);
    next["previous"] = digest(&directory(1)).into();
    next
}
