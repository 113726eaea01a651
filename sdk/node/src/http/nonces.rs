//! Nonces that were used: no signature counts twice, also after a restart and on every node of one database.

use tongzhou_exchange::signature::VerifiedRequest;

use crate::store::{Store, StoreError, Value};

/// Uses up the nonce of a request; `false` where it was used before.
pub(super) async fn use_up(store: &Store, request: &VerifiedRequest) -> Result<bool, StoreError> {
    let (key, nonce) = (request.key.to_string(), *request.nonce.as_bytes());
    let rows = store
        .write(move |tx| {
            let row = [Value::from(key.as_str()), Value::from(nonce)];
            Box::pin(async move { tx.execute(USE, &row).await })
        })
        .await?;
    Ok(rows == 1)
}

/// Forgets those that no signature can use any more.
pub(super) async fn forget_old(store: &Store) -> Result<u64, StoreError> {
    store.write(|tx| Box::pin(async move { tx.execute(FORGET, &[]).await })).await
}

/// A signature is good for two minutes at most, by this node's clock; a nonce is kept for ten by the database's, so
/// that the two clocks may differ.
const USE: &str = "\
INSERT INTO nonce (signing_key, nonce, kept_until)
VALUES ($1, $2, (SELECT now_ms FROM clock) + 600000)
ON CONFLICT DO NOTHING";

const FORGET: &str = "DELETE FROM nonce WHERE kept_until < (SELECT now_ms FROM clock)";
