//! A made-up alliance: who is a member, with which keys.

use std::sync::LazyLock;

use serde_json::{Value, json};
use tongzhou::{
    directory::{Board, BoardKey, Directory, Trust},
    sealing::Identity,
    signing::{Jws, SigningKey, Subject},
};

use super::now;

/// The organisation codes of the members: synthetic, with right check characters.
pub(super) const A: &str = "531000000000000008";
pub(super) const B: &str = "533100001234567881";
/// A member that has no key to seal for.
pub(super) const WITHOUT_RECIPIENT: &str = "5144000000000006X3";

/// The signing key of a member, by number: 1 and 2 are A's and B's; 3 had expired, 4 is not yet in force, 5 is
/// compromised, all of them A's; 6 was that of a member that was revoked; nobody knows the others.
pub(super) fn key(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

/// The keys with which A and B open.
pub(super) fn identity_of_a() -> Identity {
    Identity::from_text("AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33").unwrap()
}

pub(super) fn identity_of_b() -> Identity {
    static B: LazyLock<Identity> = LazyLock::new(Identity::generate);
    B.clone()
}

/// The directory of the alliance.
pub(super) fn directory() -> Directory {
    let board_key = SigningKey::from_seed(&[200; 32]);
    let id = board_key.verifying_key().id().to_string();
    let long_ago = "2020-01-01T00:00:00Z";
    let directory = json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "directory",
        "allianceId": "019a0000-0000-7000-8000-00000000a001", "allianceName": "示例联盟",
        "version": 1, "issuedAt": "2026-09-01T00:00:00Z", "expiresAt": "2026-11-01T00:00:00Z",
        "board": { "threshold": 1, "keys": [
            { "keyId": id, "publicKey": board_key.verifying_key().to_string(), "holder": "示例理事" },
        ] },
        "members": [
            member(1, A, &[
                signing_key(1, long_ago, None, None),
                signing_key(3, long_ago, Some("2026-01-01T00:00:00Z"), None),
                signing_key(4, "2026-12-01T00:00:00Z", None, None),
                signing_key(5, long_ago, None, Some("2026-09-30T23:00:00Z")),
            ], Some(&identity_of_a())),
            member(2, B, &[signing_key(2, long_ago, Some("2030-01-01T00:00:00Z"), None)], Some(&identity_of_b())),
            member(3, WITHOUT_RECIPIENT, &[signing_key(7, long_ago, None, None)], None),
        ],
        "revokedMembers": [{
            "memberId": "019a0000-0000-7000-8000-00000000a019", "at": "2026-09-01T00:00:00Z", "reason": "merged",
            "keyIds": [key(6).verifying_key().id().to_string()],
        }],
    })
    .to_string();
    let mut signatures = Jws::new(Subject::Directory);
    signatures.sign(&board_key, directory.as_bytes());
    let keys = vec![BoardKey { key: board_key.verifying_key(), holder: "示例理事".to_owned() }];
    let trust = Trust::board(Board::new(1, keys).unwrap().fingerprint());
    Directory::verify(directory.as_bytes(), &signatures.to_json(), &trust, now()).unwrap()
}

fn member(number: u8, code: &str, keys: &[Value], identity: Option<&Identity>) -> Value {
    let mut member = json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "member",
        "memberId": format!("019a0000-0000-7000-8000-00000000a01{number}"),
        "organisationCode": code, "name": format!("示例机构{number}"), "roles": ["charity"],
        "validFrom": "2020-01-01T00:00:00Z", "signingKeys": keys,
    });
    if let Some(identity) = identity {
        let recipient = identity.recipient().to_string();
        member["recipientKeys"] =
            json!([{ "recipient": recipient, "validFrom": "2020-01-01T00:00:00Z", "validUntil": FAR_AWAY }]);
    }
    member
}

fn signing_key(number: u8, from: &str, until: Option<&str>, compromised: Option<&str>) -> Value {
    let public = key(number).verifying_key();
    let mut key = json!({
        "keyId": public.id().to_string(), "publicKey": public.to_string(),
        "validFrom": from, "validUntil": until.unwrap_or(FAR_AWAY),
    });
    if let Some(at) = compromised {
        key["revocation"] = json!({ "at": at, "reason": "compromised" });
    }
    key
}

const FAR_AWAY: &str = "2035-01-01T00:00:00Z";
