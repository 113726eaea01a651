//! Keys of documents, as the rules about them read them.

use crate::{model::key::PublicKeyText, signing::VerifyingKey};

/// The name that follows from a public key; none where it is no public key.
pub(super) fn id_of(key: &PublicKeyText<'_>) -> Option<String> {
    key.as_str().parse::<VerifyingKey>().ok().map(|key| key.id().to_string())
}
