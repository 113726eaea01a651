//! What this SDK relies on, of the directories that it is offered one after the other.

use base64ct::{Base64, Encoding};
use serde::Deserialize;
use serde_json::{Value, json};
use tongzhou::{
    directory::{Directory, DirectoryFault, Trust},
    value::Instant,
};

/// A reader and what it is offered.
#[derive(Deserialize)]
pub(super) struct Reader {
    board: String,
    offered: Vec<Offer>,
}

#[derive(Deserialize)]
struct Offer {
    directory: String,
    signatures: String,
    at: String,
}

/// What comes of each offer; nothing where the question is not of its form.
pub(super) fn steps(reader: &Reader) -> Option<Value> {
    let mut trust = Trust::board(reader.board.parse().ok()?);
    let mut steps = Vec::with_capacity(reader.offered.len());
    for offer in &reader.offered {
        let at: Instant = offer.at.parse().ok()?;
        let bytes = |text: &str| Base64::decode_vec(text).ok();
        let found = Directory::verify(&bytes(&offer.directory)?, &bytes(&offer.signatures)?, &trust, at);
        steps.push(match found {
            Ok(directory) => {
                trust = directory.trust(at);
                json!({ "relied": directory.version() })
            }
            Err(fault) => json!({ "refused": reason(&fault) }),
        });
    }
    Some(json!({ "steps": steps }))
}

/// Why, in the words of `conformance/ADAPTER.md`.
fn reason(fault: &DirectoryFault) -> &'static str {
    match fault {
        DirectoryFault::TooFewSignatures { .. } | DirectoryFault::Signatures(_) => "signatures",
        DirectoryFault::WrongSignature(_) => "wrong-signature",
        DirectoryFault::OtherBoard => "other-board",
        DirectoryFault::TooFewOfTrustedBoard { .. } => "trusted-board",
        DirectoryFault::Rollback { .. } => "rollback",
        DirectoryFault::SameVersionDiffers(_) => "other-bytes",
        DirectoryFault::Forked => "previous",
        DirectoryFault::Expired => "expired",
        DirectoryFault::LivesTooLong => "too-long",
        DirectoryFault::Frozen => "nothing-newer",
        DirectoryFault::MemberTwice(_)
        | DirectoryFault::KeyTwice(_)
        | DirectoryFault::SwappedKey(_)
        | DirectoryFault::RevokedMember(_) => "contents",
        DirectoryFault::RevocationDropped => "revocation-dropped",
        _ => "form",
    }
}
