//! What the registry does by itself, again and again: tells members, ends what is over, and erases what may no longer
//! be kept.
//!
//! Every step can be cut short anywhere and is taken up again by the next sweep; two sweeps at once do the same work
//! twice and nothing else. Nothing here is needed for an answer to be right: what is over is hidden before it is gone.

use std::collections::BTreeSet;

use tongzhou::{code::lists::NoticeKind, fault, value::Uuid7};

use super::{
    Registry, expiry, id,
    notices::{self, Raise},
    outbox, questions,
};
use crate::store::{Row, Store, StoreError, Value};

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Consents, intents, entries, suspicions and claims of which those concerned were told.
    pub told: u64,
    /// Rows that were made under a consent which is over.
    pub erased: u64,
    /// Holds that were not confirmed in time.
    pub expired: u64,
    /// Intents that ended by themselves.
    pub ended: u64,
    /// Marks of what was withdrawn, closed or read long ago.
    pub forgotten: u64,
}

/// Does once what is to be done.
///
/// # Errors
/// Those of the store; what is left is done by the next sweep.
pub async fn sweep(registry: &Registry) -> Result<Swept, StoreError> {
    let expired = expiry::expire(registry).await?;
    let told = tell(registry).await?;
    let erased = erase(registry).await?;
    let ended = end_intents(registry).await?;
    let forgotten = forget(registry).await?;
    Ok(Swept { told, expired, erased, ended, forgotten })
}

/// Tells members what concerns them. How many causes there were.
///
/// # Errors
/// Those of the store; what is left is told the next time.
pub async fn tell(registry: &Registry) -> Result<u64, StoreError> {
    Ok(questions::tell(registry).await?
        + tell_withdrawals(registry).await?
        + tell_holders(registry, NEW_INTENTS, INTENT_TOLD).await?
        + tell_holders(registry, NEW_ENTRIES, ENTRY_TOLD).await?
        + tell_suspicions(registry).await?)
}

/// Tells who registered a consent, and its recipient, that the other withdrew it.
async fn tell_withdrawals(registry: &Registry) -> Result<u64, StoreError> {
    let mut told = 0;
    for row in rows(&registry.store, WITHDRAWALS, vec![]).await? {
        let (commitment, by, at): ([u8; 32], _, _) = (row.array(0)?, row.text(3)?, row.int(4)?);
        let mut concerned = BTreeSet::from([row.text(1)?, row.text(2)?]);
        if fault::is("withdrawal-told-to-all") {
            concerned.extend(everybody(registry).await?);
        }
        for member in concerned.into_iter().filter(|member| *member != by) {
            if fault::is("withdrawal-not-told") {
                continue;
            }
            let notice = Raise {
                member,
                kind: NoticeKind::ConsentWithdrawn,
                raised_at: at,
                cause: commitment.to_vec(),
                cause_at: u64::try_from(at).unwrap_or_default(),
                about: None,
                consent: Some(commitment),
            };
            raise(&registry.store, notice).await?;
        }
        told += change(&registry.store, WITHDRAWAL_TOLD, vec![Value::from(commitment)]).await?;
    }
    Ok(told)
}

/// Tells whoever announced an intent that another member announced one too, at about the same moment or after, or
/// registered aid: `news` are the rows that nobody was told of, and `told` marks one.
async fn tell_holders(
    registry: &Registry,
    news: &'static str,
    told: &'static str,
) -> Result<u64, StoreError> {
    let mut count = 0;
    if fault::is("later-intent-not-told") && told == INTENT_TOLD
        || fault::is("later-entry-not-told") && told == ENTRY_TOLD
    {
        return Ok(0);
    }
    for row in rows(&registry.store, news, vec![]).await? {
        tell_of(registry, &row).await?;
        count += change(&registry.store, told, key_of(&row)?).await?;
    }
    Ok(count)
}

/// Tells the holders of intents under a token of a row by another member: token, id, member, time, and whether its
/// consent is in force, without which nobody may be told.
async fn tell_of(registry: &Registry, row: &Row) -> Result<(), StoreError> {
    if row.optional_int(4)?.is_none() {
        return Ok(());
    }
    let (cause, at): (Uuid7, _) = (*id(row.array(1)?), row.int(3)?);
    let others = vec![
        Value::from(row.bytes(0)?),
        Value::from(row.text(2)?),
        Value::from(at.saturating_add(AT_ONCE_MS)),
    ];
    let sql = match () {
        () if fault::is("own-intent-is-a-match") => HOLDERS_AND_ONESELF,
        () if fault::is("told-without-a-consent") => HOLDERS_WITHOUT_CONSENT,
        () if fault::is("told-after-closing") => HOLDERS_ONCE,
        () if fault::is("told-for-an-entry-alone") => HOLDERS_OF_ANYTHING,
        () => HOLDERS,
    };
    let theirs = match fault::is("notice-names-the-others-consent") {
        true => rows(&registry.store, CONSENT_OF, vec![Value::from(cause.as_bytes())]).await?,
        false => Vec::new(),
    };
    let theirs = theirs.first().map(|row| row.array(0)).transpose()?;
    for other in rows(&registry.store, sql, others).await? {
        let notice = Raise {
            member: other.text(1)?,
            kind: NoticeKind::PossibleMatch,
            raised_at: at,
            cause: cause.as_bytes().to_vec(),
            cause_at: cause.unix_millis(),
            about: Some(if fault::is("notice-names-the-others-id") {
                *cause.as_bytes()
            } else {
                other.array(0)?
            }),
            consent: theirs,
        };
        raise(&registry.store, notice).await?;
    }
    Ok(())
}

/// Tells everybody who may read a suspicion that something was added to it.
async fn tell_suspicions(registry: &Registry) -> Result<u64, StoreError> {
    let mut told = 0;
    for row in rows(&registry.store, NEW_RECORDS, vec![]).await? {
        let (suspicion, record): ([u8; 16], [u8; 16]) = (row.array(0)?, row.array(1)?);
        let (by, at) = (row.text(2)?, row.int(3)?);
        let mut readers = BTreeSet::from([row.text(4)?]);
        for earlier in rows(&registry.store, CONCERNED, vec![Value::from(suspicion)]).await? {
            readers.extend(earlier.text(0)?.split_whitespace().map(str::to_owned));
        }
        if fault::is("suspicion-not-told") {
            readers.clear();
        }
        if fault::is("suspicion-told-to-all") {
            readers.extend(everybody(registry).await?);
        }
        for member in readers.into_iter().filter(|member| *member != by) {
            let notice = Raise {
                member,
                kind: NoticeKind::SuspicionRecorded,
                raised_at: at,
                cause: record.to_vec(),
                cause_at: id(record).unix_millis(),
                about: Some(suspicion),
                consent: None,
            };
            raise(&registry.store, notice).await?;
        }
        told +=
            change(&registry.store, RECORD_TOLD, vec![Value::from(suspicion), Value::from(record)]).await?;
    }
    Ok(told)
}

/// Erases what was made under consents that were withdrawn, or expired long enough ago.
async fn erase(registry: &Registry) -> Result<u64, StoreError> {
    let (store, mut erased) = (&registry.store, 0);
    for row in rows(store, OVER, vec![Value::from(registry.terms.keep_expired_ms)]).await? {
        let (consent, since, now): ([u8; 32], _, _) = (row.array(0)?, row.int(1)?, row.int(2)?);
        let mut gone = 0;
        loop {
            let entries = rows(store, ENTRIES_UNDER, vec![Value::from(consent)]).await?;
            let intents = rows(store, INTENTS_UNDER, vec![Value::from(consent)]).await?;
            if entries.is_empty() && intents.is_empty() {
                break;
            }
            for row in entries {
                gone += erase_entry(store, row.array(0)?, row.array(1)?).await?;
            }
            for row in intents {
                gone +=
                    change(store, ERASE_INTENT, vec![Value::from(row.bytes(0)?), Value::from(row.bytes(1)?)])
                        .await?;
            }
        }
        // A row that was being written when the consent ended may still come; when none can, the consent is done with.
        let done = gone == 0 && since.saturating_add(SETTLED_MS) < now;
        if gone > 0 || done {
            let gone = i64::try_from(gone).unwrap_or(i64::MAX);
            change(store, ERASED, vec![Value::from(consent), Value::from(gone), Value::from(done)]).await?;
        }
        erased += gone;
    }
    Ok(erased)
}

/// Deletes an entry's row with the salts that the log was to be told under.
async fn erase_entry(store: &Store, key: [u8; 32], entry: [u8; 16]) -> Result<u64, StoreError> {
    let erased = store.write(move |tx| {
        Box::pin(async move {
            outbox::erase(tx, &key, &entry).await?;
            tx.execute(ERASE_ENTRY, &[Value::from(key), Value::from(entry)]).await
        })
    });
    erased.await
}

/// Deletes intents whose time is over.
async fn end_intents(registry: &Registry) -> Result<u64, StoreError> {
    let mut ended = 0;
    for row in rows(&registry.store, ENDED, vec![]).await? {
        ended += change(&registry.store, ERASE_INTENT, key_of(&row)?).await?;
    }
    Ok(ended)
}

/// Deletes what is only kept so that late copies of requests change nothing.
async fn forget(registry: &Registry) -> Result<u64, StoreError> {
    let (store, keep) = (&registry.store, vec![Value::from(registry.terms.keep_ended_ms)]);
    let mut forgotten = 0;
    for row in rows(store, LONG_WITHDRAWN, keep.clone()).await? {
        forgotten += erase_entry(store, row.array(0)?, row.array(1)?).await?;
    }
    for row in rows(store, LONG_CLOSED, keep.clone()).await? {
        forgotten +=
            change(store, ERASE_INTENT, vec![Value::from(row.bytes(0)?), Value::from(row.bytes(1)?)]).await?;
    }
    forgotten += change(store, FORGET_NOTICES, keep).await?;
    Ok(forgotten)
}

async fn raise(store: &Store, notice: Raise) -> Result<(), StoreError> {
    let raised = store.write(move |tx| {
        let notice = notice.clone();
        Box::pin(async move { notices::raise(tx, &notice).await })
    });
    raised.await
}

/// Everybody who ever registered a consent.
async fn everybody(registry: &Registry) -> Result<Vec<String>, StoreError> {
    rows(&registry.store, EVERYBODY, vec![]).await?.iter().map(|row| row.text(0)).collect()
}

/// The key of a row whose first two columns it is: a token and an id.
fn key_of(row: &Row) -> Result<Vec<Value>, StoreError> {
    Ok(vec![Value::from(row.bytes(0)?), Value::from(row.bytes(1)?)])
}

async fn rows(store: &Store, sql: &'static str, params: Vec<Value>) -> Result<Vec<Row>, StoreError> {
    let read = store.read(move |tx| {
        let params = params.clone();
        Box::pin(async move { tx.query(sql, &params).await })
    });
    read.await
}

async fn change(store: &Store, sql: &'static str, params: Vec<Value>) -> Result<u64, StoreError> {
    let written = store.write(move |tx| {
        let params = params.clone();
        Box::pin(async move { tx.execute(sql, &params).await })
    });
    written.await
}

/// Two intents that were announced within this time of each other may each have been read before the other's commit.
const AT_ONCE_MS: i64 = 60_000;

/// After this time no transaction is left that saw a consent in force before it ended.
const SETTLED_MS: i64 = 600_000;

const WITHDRAWALS: &str = "\
SELECT commitment, member, recipient, withdrawn_by, withdrawn_at FROM consent
WHERE withdrawn_at IS NOT NULL AND told_at IS NULL ORDER BY withdrawn_at LIMIT 500";

const WITHDRAWAL_TOLD: &str = "\
UPDATE consent SET told_at = (SELECT now_ms FROM clock) WHERE commitment = $1 AND told_at IS NULL";

const NEW_INTENTS: &str = "\
SELECT i.token, i.intent_id, i.member, i.announced_at, c.valid_until
FROM intent i
LEFT JOIN consent c ON c.commitment = i.consent AND c.recipient = i.member AND c.purpose = 'duplicate-check'
     AND c.withdrawn_at IS NULL AND c.valid_until > (SELECT now_ms FROM clock)
WHERE i.told_at IS NULL ORDER BY i.announced_at LIMIT 500";

const INTENT_TOLD: &str = "\
UPDATE intent SET told_at = (SELECT now_ms FROM clock) WHERE token = $1 AND intent_id = $2 AND told_at IS NULL";

const NEW_ENTRIES: &str = "\
SELECT e.token, e.entry_id, e.member, e.recorded_at, c.valid_until
FROM aid_entry e
LEFT JOIN consent c ON c.commitment = e.consent AND c.recipient = e.member AND c.purpose = 'aid-registration'
     AND c.withdrawn_at IS NULL AND c.valid_until > (SELECT now_ms FROM clock)
WHERE e.told_at IS NULL ORDER BY e.recorded_at LIMIT 500";

const ENTRY_TOLD: &str = "\
UPDATE aid_entry SET told_at = (SELECT now_ms FROM clock) WHERE token = $1 AND entry_id = $2 AND told_at IS NULL";

const HOLDERS: &str = "\
SELECT i.intent_id, i.member
FROM intent i
JOIN consent c ON c.commitment = i.consent AND c.recipient = i.member AND c.purpose = 'duplicate-check'
     AND c.withdrawn_at IS NULL AND c.valid_until > (SELECT now_ms FROM clock)
WHERE i.token = $1 AND i.member <> $2 AND i.announced_at <= $3
  AND i.closed_at IS NULL AND i.ends_at > (SELECT now_ms FROM clock)";

const HOLDERS_AND_ONESELF: &str = "\
SELECT i.intent_id, i.member
FROM intent i
JOIN consent c ON c.commitment = i.consent AND c.recipient = i.member AND c.purpose = 'duplicate-check'
     AND c.withdrawn_at IS NULL AND c.valid_until > (SELECT now_ms FROM clock)
WHERE i.token = $1 AND (i.member <> $2 OR i.token = $1) AND i.announced_at <= $3
  AND i.closed_at IS NULL AND i.ends_at > (SELECT now_ms FROM clock)";

const HOLDERS_WITHOUT_CONSENT: &str = "\
SELECT i.intent_id, i.member
FROM intent i
WHERE i.token = $1 AND i.member <> $2 AND i.announced_at <= $3
  AND i.closed_at IS NULL AND i.ends_at > (SELECT now_ms FROM clock)";

const HOLDERS_ONCE: &str = "\
SELECT i.intent_id, i.member
FROM intent i
WHERE i.token = $1 AND i.member <> $2 AND i.announced_at <= $3";

const HOLDERS_OF_ANYTHING: &str = "\
SELECT i.intent_id, i.member
FROM intent i
WHERE i.token = $1 AND i.member <> $2 AND i.announced_at <= $3 AND i.consent IS NOT NULL
UNION
SELECT e.entry_id, e.member
FROM aid_entry e
WHERE e.token = $1 AND e.member <> $2 AND e.recorded_at <= $3";

const CONSENT_OF: &str = "SELECT consent FROM intent WHERE intent_id = $1 AND consent IS NOT NULL";

const EVERYBODY: &str = "SELECT DISTINCT member FROM consent";

const NEW_RECORDS: &str = "\
SELECT r.suspicion_id, r.record_id, r.member, r.recorded_at, s.opened_by
FROM suspicion_record r JOIN suspicion s ON s.suspicion_id = r.suspicion_id
WHERE r.told_at IS NULL ORDER BY r.recorded_at LIMIT 500";

const CONCERNED: &str = "SELECT concerned FROM suspicion_record WHERE suspicion_id = $1";

const RECORD_TOLD: &str = "\
UPDATE suspicion_record SET told_at = (SELECT now_ms FROM clock)
WHERE suspicion_id = $1 AND record_id = $2 AND told_at IS NULL";

const OVER: &str = "\
SELECT commitment, coalesce(withdrawn_at, valid_until), (SELECT now_ms FROM clock) FROM consent
WHERE erased_at IS NULL AND (withdrawn_at IS NOT NULL OR valid_until < (SELECT now_ms FROM clock) - $1)";

const ENTRIES_UNDER: &str = "SELECT token, entry_id FROM aid_entry WHERE consent = $1 LIMIT 500";

const INTENTS_UNDER: &str = "SELECT token, intent_id FROM intent WHERE consent = $1 LIMIT 500";

const ERASE_ENTRY: &str = "DELETE FROM aid_entry WHERE token = $1 AND entry_id = $2";

const ERASE_INTENT: &str = "DELETE FROM intent WHERE token = $1 AND intent_id = $2";

const ERASED: &str = "\
UPDATE consent SET erased_rows = erased_rows + $2,
       erased_at = CASE WHEN CAST($3 AS BIGINT) = 1 THEN (SELECT now_ms FROM clock) ELSE erased_at END
WHERE commitment = $1";

const ENDED: &str = "\
SELECT token, intent_id FROM intent
WHERE closed_at IS NULL AND ends_at <= (SELECT now_ms FROM clock) ORDER BY ends_at LIMIT 500";

const LONG_WITHDRAWN: &str = "\
SELECT token, entry_id FROM aid_entry
WHERE withdrawn_at IS NOT NULL AND withdrawn_at < (SELECT now_ms FROM clock) - $1 LIMIT 500";

const LONG_CLOSED: &str = "\
SELECT token, intent_id FROM intent
WHERE closed_at IS NOT NULL AND closed_at < (SELECT now_ms FROM clock) - $1 LIMIT 500";

const FORGET_NOTICES: &str = "\
DELETE FROM notice WHERE acknowledged_at IS NOT NULL AND acknowledged_at < (SELECT now_ms FROM clock) - $1";
