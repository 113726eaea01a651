//! The secret under which tokens are hashed before they become keys of rows.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// Thirty-two secret bytes that are kept apart from the database and its backups. They are wiped from memory when
/// dropped and hide from `Debug`.
#[derive(Clone)]
pub struct Pepper(Zeroizing<[u8; 32]>);

impl Pepper {
    /// The pepper of these bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key of a token's rows: HMAC-SHA-256 of its value.
    pub fn key(&self, token: &[u8; 32]) -> [u8; 32] {
        // HMAC takes keys of any length.
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(&*self.0) else { return [0; 32] };
        mac.chain_update(token).finalize().into_bytes().into()
    }
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(…)")
    }
}
