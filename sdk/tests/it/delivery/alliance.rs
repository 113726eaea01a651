//! A made-up alliance: who is a member, with which keys.

use tongzhou::{
    directory::{Directory, Signer},
    sealing::Identity,
    signing::SigningKey,
};

use super::instant;

/// The organisation codes of the members: synthetic, with right check characters.
pub(super) const A: &str = "531000000000000008";
pub(super) const B: &str = "533100001234567881";
/// A member that has no key to seal for.
pub(super) const WITHOUT_RECIPIENT: &str = "5144000000000006X3";

/// The signing key of a member, by number: 1 and 2 are A's and B's; 3 had expired, 4 is not yet in force, 5 is
/// revoked, all of them A's; nobody knows the others.
pub(super) fn key(number: u8) -> SigningKey {
    SigningKey::from_seed(&[number; 32])
}

/// The keys with which A, B and somebody unknown open.
pub(super) fn identity_of_a() -> Identity {
    identity("AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33")
}

pub(super) fn identity_of_b() -> Identity {
    static B: std::sync::LazyLock<Identity> = std::sync::LazyLock::new(Identity::generate);
    B.clone()
}

fn identity(text: &str) -> Identity {
    Identity::from_text(text).unwrap()
}

/// The directory of the alliance.
pub(super) fn directory() -> Directory {
    let signer = |number: u8, code: &str, from: &str, until: Option<&str>, revoked: Option<&str>| Signer {
        organisation_code: code.to_owned(),
        name: format!("示例机构{number}"),
        key: key(number).verifying_key(),
        valid_from: instant(from),
        valid_until: until.map(instant),
        revoked_at: revoked.map(instant),
    };
    let long_ago = "2020-01-01T00:00:00Z";
    Directory {
        signers: vec![
            signer(1, A, long_ago, None, None),
            signer(2, B, long_ago, Some("2030-01-01T00:00:00Z"), None),
            signer(3, A, long_ago, Some("2026-01-01T00:00:00Z"), None),
            signer(4, A, "2026-12-01T00:00:00Z", None, None),
            signer(5, A, long_ago, None, Some("2026-09-30T00:00:00Z")),
        ],
        recipients: vec![
            (A.to_owned(), identity_of_a().recipient()),
            (B.to_owned(), identity_of_b().recipient()),
        ],
    }
}
