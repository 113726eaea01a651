//! `intents/…`: who is about to help.
//!
//! The intent is committed first, then others' are read in a second transaction on the primary. Of two members who
//! announce at the same moment, the one whose commit comes second reads the first's: never is neither told. The other
//! gets a [notice](super::notices).

use tongzhou::{
    code::{Code, lists::ConsentPurpose},
    fault,
};
use tongzhou_exchange::{
    message::{
        Operation, Request,
        lookup::{AnnounceIntent, CloseIntent, Found, IntentClosed},
        wire::Organisation,
    },
    problem::{Problem, ProblemKind},
};

use super::{Key, Registry, accesses, consents, lookups};
use crate::store::{StoreError, Tx, Value};

/// Writes an intent down, one row for each token, and then answers as a lookup does. The same intent again is
/// answered with what is there by then; one that is over is not brought back.
///
/// # Errors
/// [`NoConsent`](ProblemKind::NoConsent) without a consent in force for asking whether aid was given;
/// [`Conflict`](ProblemKind::Conflict) where the id stands for another intent.
pub async fn announce(
    registry: &Registry,
    member: &Organisation,
    request: &AnnounceIntent,
) -> Result<Found, Problem> {
    registry.require_epochs(request.tokens.iter().map(|token| token.epoch.get()))?;
    let keys = registry.keys(&request.tokens)?;
    let intent = Intent {
        access: accesses::Entry {
            member: member.clone(),
            operation: Operation::AnnounceIntent,
            id: *request.intent_id.as_bytes(),
            purpose: Some(ConsentPurpose::DuplicateCheck),
            consent: request.consent,
        },
        content: registry.content(&request.write()),
        coverage_class: request.coverage_class.code(),
        month: request.month.to_string(),
        lasts_ms: registry.terms.intent_ms,
    };
    let early = match fault::is("intents-read-before-ones-own-is-written") {
        true => Some(lookups::find(registry, keys.clone(), member, request.intent_id).await?),
        false => None,
    };
    for key in &keys {
        let (key, intent) = (*key, intent.clone());
        let written = registry.store.write(move |tx| {
            let intent = intent.clone();
            Box::pin(async move { intent.write(tx, &key).await })
        });
        written.await?;
    }
    match early {
        Some(found) => Ok(found),
        None => lookups::find(registry, keys, member, request.intent_id).await,
    }
}

/// Ends an intent of the caller's. One that was never written down is ended too, so that a late copy of its
/// announcement does not bring it back. That of another member stays as it is, and is answered no otherwise: who asks
/// does not learn which it was.
///
/// # Errors
/// Where the epoch is not in use, and those of the store.
pub async fn close(
    registry: &Registry,
    member: &Organisation,
    request: &CloseIntent,
) -> Result<IntentClosed, Problem> {
    if fault::is("closing-does-nothing") {
        return Ok(IntentClosed { intent_id: request.intent_id });
    }
    for key in registry.keys(&request.tokens)? {
        let (who, intent_id) = (member.clone(), request.intent_id);
        let closed = registry.store.write(move |tx| {
            let who = who.clone();
            Box::pin(async move {
                let row = [Value::from(key), Value::from(intent_id.as_bytes()), Value::from(who.as_str())];
                let sql = if fault::is("intent-of-others-closed") { CLOSE_ANYBODYS } else { CLOSE };
                tx.execute(sql, &row).await
            })
        });
        let closed: Result<u64, StoreError> = closed.await;
        if closed? == 0 && fault::is("closing-of-others-refused") {
            return Err(ProblemKind::Unknown.into());
        }
    }
    Ok(IntentClosed { intent_id: request.intent_id })
}

/// An intent as its rows hold it.
#[derive(Clone)]
struct Intent {
    access: accesses::Entry,
    content: [u8; 32],
    coverage_class: &'static str,
    month: String,
    lasts_ms: i64,
}

impl Intent {
    async fn write(&self, tx: &mut Tx<'_>, key: &Key) -> Result<(), Problem> {
        let Self { access, .. } = self;
        if !consents::is_live(tx, &access.consent, &access.member, ConsentPurpose::DuplicateCheck).await?
            && !fault::is("intent-without-a-consent")
        {
            return Err(ProblemKind::NoConsent.into());
        }
        let row = [
            Value::from(key),
            Value::from(access.id),
            Value::from(access.member.as_str()),
            Value::from(self.content),
            Value::from(self.coverage_class),
            Value::from(self.month.as_str()),
            Value::from(access.consent.0),
            Value::from(self.lasts_ms),
        ];
        if fault::is("closed-intent-comes-back") {
            tx.execute(FORGET_CLOSED, &[Value::from(key), Value::from(access.id)]).await?;
        }
        if tx.execute(WRITE, &row).await? == 0 {
            let stored = tx
                .query_opt(READ, &[Value::from(key), Value::from(access.id)])
                .await?
                .ok_or(ProblemKind::Internal)?;
            // What is over has no content left to compare.
            let same = stored.optional_bytes(1)?.is_none_or(|content| content == self.content);
            let same =
                (same || fault::is("intent-id-serves-twice")) && !fault::is("intent-sent-again-refused");
            if stored.text(0)? != access.member.as_str() || !same {
                return Err(ProblemKind::Conflict.into());
            }
        }
        accesses::write(tx, key, access).await
    }
}

const WRITE: &str = "\
INSERT INTO intent (token, intent_id, member, content, coverage_class, month, consent, announced_at, ends_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT now_ms FROM clock), (SELECT now_ms FROM clock) + $8)
ON CONFLICT DO NOTHING";

const READ: &str = "SELECT member, content FROM intent WHERE token = $1 AND intent_id = $2";

const FORGET_CLOSED: &str =
    "DELETE FROM intent WHERE token = $1 AND intent_id = $2 AND closed_at IS NOT NULL";

const CLOSE_ANYBODYS: &str = "\
INSERT INTO intent (token, intent_id, member, announced_at, ends_at, closed_at, told_at)
VALUES ($1, $2, $3, (SELECT now_ms FROM clock), (SELECT now_ms FROM clock), (SELECT now_ms FROM clock), 0)
ON CONFLICT (token, intent_id) DO UPDATE
SET content = NULL, coverage_class = NULL, month = NULL, consent = NULL, closed_at = excluded.closed_at, told_at = 0
WHERE intent.closed_at IS NULL";

const CLOSE: &str = "\
INSERT INTO intent (token, intent_id, member, announced_at, ends_at, closed_at, told_at)
VALUES ($1, $2, $3, (SELECT now_ms FROM clock), (SELECT now_ms FROM clock), (SELECT now_ms FROM clock), 0)
ON CONFLICT (token, intent_id) DO UPDATE
SET content = NULL, coverage_class = NULL, month = NULL, consent = NULL, closed_at = excluded.closed_at, told_at = 0
WHERE intent.member = excluded.member AND intent.closed_at IS NULL";
