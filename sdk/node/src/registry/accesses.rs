//! Who looked: every access to what is kept of a child, written down before it is answered.
//!
//! An access has the id that its request was given by who sent it, so one that is sent again stands there once. An
//! id that comes back with another purpose or consent is refused, or a second look could hide behind the first.

use std::collections::BTreeMap;

use tongzhou::{
    code::{Code, lists::ConsentPurpose},
    fault,
};
use tongzhou_exchange::{
    message::{
        Operation,
        access::{Access, Accesses, WhoLooked},
        wire::{Hex32, Organisation},
    },
    problem::{Problem, ProblemKind},
};
use tracing::warn;

use super::{Key, Registry, at, consents};
use crate::store::{StoreError, Tx, Value};

/// An access that is about to be answered.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) member: Organisation,
    pub(super) operation: Operation,
    pub(super) id: [u8; 16],
    pub(super) purpose: Option<ConsentPurpose>,
    pub(super) consent: Hex32,
}

/// Tells a guardian who looked, through a member to which the guardian once consented. The asking itself is an
/// access, the last of the list.
///
/// # Errors
/// [`NoConsent`](ProblemKind::NoConsent) where the consent was never given to the caller.
pub async fn who_looked(
    registry: &Registry,
    member: &Organisation,
    request: &WhoLooked,
) -> Result<Accesses, Problem> {
    let keys = registry.keys(&request.tokens)?;
    let (commitment, who) = (request.consent, member.clone());
    let given = registry.store.read(move |tx| {
        let who = who.clone();
        Box::pin(async move { consents::was_given(tx, &commitment, &who).await })
    });
    let given: Result<bool, StoreError> = given.await;
    if !given? && !fault::is("log-read-without-a-consent") {
        return Err(ProblemKind::NoConsent.into());
    }
    let mut id = [0; 16];
    getrandom::fill(&mut id).map_err(|_| ProblemKind::Unavailable)?;
    let asking = Entry {
        member: member.clone(),
        operation: Operation::WhoLooked,
        id,
        purpose: None,
        consent: request.consent,
    };
    if !fault::is("question-who-looked-not-logged") {
        write_all(registry, &keys, &asking).await?;
    }

    let read = registry.store.read(move |tx| {
        let keys = keys.clone();
        Box::pin(async move {
            let mut known = BTreeMap::new();
            for key in keys {
                let sql = if fault::is("named-after-withdrawal") { READ_THOUGH_WITHDRAWN } else { READ };
                for row in tx.query(sql, &[Value::from(key)]).await? {
                    let this = (row.int(3)?, row.optional_text(4)?, row.flag(5)?);
                    let first = known
                        .entry((row.text(0)?, row.text(1)?, row.bytes(2)?))
                        .or_insert_with(|| this.clone());
                    if this.0 < first.0 {
                        *first = this;
                    }
                }
            }
            Ok::<_, Problem>(known)
        })
    });
    let mut accesses: Vec<(i64, Access)> = Vec::new();
    for ((by, operation, _), (millis, purpose, may_be_named)) in read.await? {
        let gives = GIVES.iter().any(|operation_of| operation_of.name() == operation);
        let gives = gives || fault::is("who-looked-not-named");
        let own = by == member.as_str() && !fault::is("own-entry-without-its-name");
        let named = !gives || may_be_named || own || fault::is("log-names-everybody");
        let member = if named { Some(by.parse().map_err(|_| ProblemKind::Internal)?) } else { None };
        let purpose = purpose.as_deref().and_then(ConsentPurpose::from_code);
        let purpose = purpose.filter(|_| !fault::is("purpose-not-in-the-log"));
        accesses.push((millis, Access { at: at(millis)?, member, operation, purpose }));
    }
    accesses.sort_by_key(|(millis, _)| *millis);
    Ok(Accesses { accesses: accesses.into_iter().map(|(_, access)| access).collect() })
}

/// Who does this gives aid, or is about to: others are told its name only where the family agreed to that. Whoever
/// only looked is named in any case.
const GIVES: [Operation; 2] = [Operation::AppendEntry, Operation::AnnounceIntent];

/// Writes an access down under every key, each in a transaction of its own.
pub(super) async fn write_all(registry: &Registry, keys: &[Key], access: &Entry) -> Result<(), Problem> {
    for key in keys {
        let (key, access) = (*key, access.clone());
        let written = registry.store.write(move |tx| {
            let access = access.clone();
            Box::pin(async move { write(tx, &key, &access).await })
        });
        written.await?;
    }
    Ok(())
}

/// Writes an access down under one key.
pub(super) async fn write(tx: &mut Tx<'_>, key: &Key, access: &Entry) -> Result<(), Problem> {
    let unlogged = match access.operation {
        Operation::LookUp => fault::is("lookup-not-logged"),
        Operation::AnnounceIntent => fault::is("intent-not-logged"),
        Operation::AppendEntry => fault::is("entry-not-logged"),
        _ => false,
    };
    if unlogged {
        return Ok(());
    }
    let purpose = access.purpose.map(Code::code);
    let row = [
        Value::from(key),
        Value::from(access.member.as_str()),
        Value::from(access.operation.name()),
        Value::from(access.id),
        Value::from(purpose),
        Value::from(access.consent.0),
    ];
    if tx.execute(WRITE, &row).await? == 1 {
        return count_canary(tx, key, access).await;
    }
    let [token, member, operation, id, ..] = row;
    let stored = tx.query_opt(SAME, &[token, member, operation, id]).await?.ok_or(ProblemKind::Internal)?;
    let same = stored.optional_text(0)?.as_deref() == purpose && stored.array(1)? == access.consent.0;
    if same || fault::is("access-id-serves-twice") { Ok(()) } else { Err(ProblemKind::Conflict.into()) }
}

/// Adds the token of an identity that nobody has.
///
/// # Errors
/// Those of the store.
pub async fn add_canary(registry: &Registry, token: &[u8; 32]) -> Result<(), StoreError> {
    let key = registry.pepper.key(token);
    registry
        .store
        .write(move |tx| {
            Box::pin(async move {
                tx.execute(ADD_CANARY, &[Value::from(key)]).await?;
                Ok(())
            })
        })
        .await
}

/// How often canaries were asked for, in all.
///
/// # Errors
/// Those of the store.
pub async fn canary_hits(registry: &Registry) -> Result<i64, StoreError> {
    let read = registry.store.read(|tx| {
        Box::pin(async move {
            let row = tx.query_opt(CANARY_HITS, &[]).await?;
            row.map_or(Ok(0), |row| row.int(0))
        })
    });
    read.await
}

async fn count_canary(tx: &mut Tx<'_>, key: &Key, access: &Entry) -> Result<(), Problem> {
    if access.operation != Operation::AppendEntry && tx.execute(HIT_CANARY, &[Value::from(key)]).await? > 0 {
        // Who it was is what matters; nothing else is told.
        warn!(member = %access.member, operation = access.operation.name(), "a canary was asked for: somebody is guessing");
    }
    Ok(())
}

const WRITE: &str = "\
INSERT INTO access (token, member, operation, access_id, purpose, consent, at)
VALUES ($1, $2, $3, $4, $5, $6, (SELECT now_ms FROM clock))
ON CONFLICT DO NOTHING";

const SAME: &str = "\
SELECT purpose, consent FROM access WHERE token = $1 AND member = $2 AND operation = $3 AND access_id = $4";

const READ: &str = "\
SELECT a.member, a.operation, a.access_id, a.at, a.purpose, coalesce(c.may_name_member, 0)
FROM access a
LEFT JOIN consent c ON c.commitment = a.consent AND c.recipient = a.member AND c.withdrawn_at IS NULL
WHERE a.token = $1";

const READ_THOUGH_WITHDRAWN: &str = "\
SELECT a.member, a.operation, a.access_id, a.at, a.purpose, coalesce(c.may_name_member, 0)
FROM access a
LEFT JOIN consent c ON c.commitment = a.consent AND c.recipient = a.member
WHERE a.token = $1";

const ADD_CANARY: &str = "\
INSERT INTO canary (token, added_at) VALUES ($1, (SELECT now_ms FROM clock)) ON CONFLICT DO NOTHING";

const HIT_CANARY: &str = "UPDATE canary SET hits = hits + 1 WHERE token = $1";

const CANARY_HITS: &str = "SELECT CAST(coalesce(sum(hits), 0) AS BIGINT) FROM canary";
