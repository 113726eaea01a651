//! The secret under which tokens are hashed before they become keys of rows.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::store::{Store, StoreError};

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

    /// Whether a database was begun under this pepper, or is begun now. Under another one nothing would be found again,
    /// and a bill that was paid be free to be paid on.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn began(&self, store: &Store) -> Result<bool, StoreError> {
        let mark = self.key(MARK);
        store
            .write(move |tx| {
                Box::pin(async move {
                    let begin = "INSERT INTO pepper_mark (one, mark) VALUES (1, $1) ON CONFLICT DO NOTHING";
                    tx.execute(begin, &[mark.into()]).await?;
                    let row = tx.query_opt("SELECT mark FROM pepper_mark WHERE one = 1", &[]).await?;
                    Ok(row.map(|row| row.bytes(0)).transpose()?.is_some_and(|kept| kept == mark))
                })
            })
            .await
    }
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(…)")
    }
}

/// No token: a text that is none.
const MARK: &[u8; 32] = b"tongzhou: the mark of the pepper";
