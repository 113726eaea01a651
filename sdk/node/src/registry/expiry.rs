//! Holds that were not confirmed in time end by themselves, each in a transaction of its own.

use tongzhou::{code::lists::NoticeKind, fault};

use super::{
    Key, Registry,
    bill::{self, Event},
    claims::{self, Turn},
    questions,
};
use crate::store::{Row, StoreError, Tx, Value};

/// Ends holds whose time is over, those first that ended first. Tells how many ended.
///
/// # Errors
/// Those of the store; what is left ends the next time.
pub async fn expire(registry: &Registry) -> Result<u64, StoreError> {
    let sql = if fault::is("expire-without-state-test") { DUE_IN_ANY_STATE } else { DUE };
    let due = registry.store.read(move |tx| Box::pin(async move { tx.query(sql, &[]).await }));
    expire_all(registry, due.await?).await
}

/// Ends those on one bill.
pub(super) async fn expire_on(registry: &Registry, key: &Key) -> Result<u64, StoreError> {
    let key = *key;
    let due =
        registry.store.read(move |tx| Box::pin(async move { tx.query(DUE_ON, &[Value::from(key)]).await }));
    expire_all(registry, due.await?).await
}

async fn expire_all(registry: &Registry, due: Vec<Row>) -> Result<u64, StoreError> {
    let mut ended = 0;
    for row in due {
        let (key, claim) = (row.array(0)?, row.array(1)?);
        let expired =
            registry.store.write(move |tx| Box::pin(async move { expire_one(tx, &key, claim).await }));
        match expired.await {
            Ok(true) => ended += 1,
            Ok(false) | Err(Turn::Stale | Turn::TooMuch(_)) => {}
            // One that cannot be ended does not keep the others from it.
            Err(Turn::Refused(problem)) => {
                tracing::error!(code = ?problem.code, "a hold that is over could not be ended");
            }
        }
    }
    Ok(ended)
}

async fn expire_one(tx: &mut Tx<'_>, key: &Key, claim: [u8; 16]) -> Result<bool, Turn> {
    let sql = if fault::is("expire-without-state-test") { EXPIRE_IN_ANY_STATE } else { EXPIRE };
    let Some(changed) = tx.query_opt(sql, &[Value::from(key), Value::from(claim)]).await? else {
        return Ok(false);
    };
    let (amount, member) = (changed.int(0)?, changed.text(1)?);
    let bill = bill::shift(tx, key, -amount, 0).await?;
    claims::set_version(tx, key, claim, &bill).await?;
    let event = Event { kind: EXPIRED, about: claim, member: &member, amount: Some(amount) };
    bill::note(tx, key, &bill, &event).await?;
    questions::ask_one(tx, key, &bill, NoticeKind::HoldExpired, &member, claim).await?;
    Ok(true)
}

/// What the fault `application-clock` goes by.
pub(super) fn clock_of_the_program() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or_default() - 3_600_000
}

const EXPIRED: &str = "claim-expired";

const DUE: &str = "\
SELECT token, claim_id FROM claim
WHERE state = 'held' AND expires_at <= (SELECT now_ms FROM clock) ORDER BY expires_at LIMIT 500";

const DUE_IN_ANY_STATE: &str = "\
SELECT token, claim_id FROM claim
WHERE state IN ('held', 'paid') AND expires_at <= (SELECT now_ms FROM clock) ORDER BY expires_at LIMIT 500";

const DUE_ON: &str = "\
SELECT token, claim_id FROM claim
WHERE token = $1 AND state IN ('held', 'paid') AND state = 'held' AND expires_at <= (SELECT now_ms FROM clock)
ORDER BY expires_at LIMIT 100";

const EXPIRE: &str = "\
UPDATE claim SET state = 'expired'
WHERE token = $1 AND claim_id = $2 AND state = 'held' AND expires_at <= (SELECT now_ms FROM clock)
RETURNING amount, member";

const EXPIRE_IN_ANY_STATE: &str = "\
UPDATE claim SET state = 'expired'
WHERE token = $1 AND claim_id = $2 AND expires_at <= (SELECT now_ms FROM clock)
RETURNING amount, member";
