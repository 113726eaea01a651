//! `consents/…`: what a family agreed to, known by its commitment alone.
//!
//! A consent is in force from its registration until its last day or its withdrawal, by the database's clock. What
//! needs one asks [`require_live`]; what shows something made under one reads its state in the same query. So a
//! withdrawal hides everything at once, and storage follows when the [sweeper](super::sweep()) comes by.

use tongzhou::{
    code::{
        Code,
        lists::{ConsentPurpose, ConsentStatus},
    },
    fault,
};
use tongzhou_exchange::{
    message::{
        consent::{ConsentState, RegisterConsent, WithdrawConsent},
        wire::{Hex32, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use super::{Registry, at};
use crate::store::{Row, Store, StoreError, Tx, Value};

/// Makes a consent known.
///
/// # Errors
/// [`Conflict`](ProblemKind::Conflict) where something else is registered under the commitment.
pub async fn register(
    registry: &Registry,
    member: &Organisation,
    request: &RegisterConsent,
) -> Result<ConsentState, Problem> {
    if request.valid_days.get() == 0 {
        return Err(ProblemKind::Malformed.into());
    }
    let (who, what) = (member.clone(), request.clone());
    let erase = registry.terms.erase_within_ms;
    let stored = registry.store.write(move |tx| {
        let (who, what) = (who.clone(), what.clone());
        Box::pin(async move {
            let row = [
                Value::from(what.commitment.0),
                Value::from(who.as_str()),
                Value::from(what.recipient.as_str()),
                Value::from(what.purpose.code()),
                Value::from(what.may_name_member),
                Value::from(i64::from(what.valid_days.get())),
                Value::from(i64::from(what.valid_days.get()) * DAY_MS),
            ];
            if fault::is("withdrawn-consent-comes-back") {
                tx.execute(BRING_BACK, &[Value::from(what.commitment.0)]).await?;
            }
            tx.execute(REGISTER, &row).await?;
            read(tx, &what.commitment).await
        })
    });
    match stored.await? {
        Some(known) if known.is_as(member, request) => known.state(request.commitment, erase),
        _ => Err(ProblemKind::Conflict.into()),
    }
}

/// Ends a consent: for the member that registered it and for its recipient, always and as often as they say so.
///
/// # Errors
/// [`Unknown`](ProblemKind::Unknown) where neither is the caller's, or nothing is registered under the commitment.
pub async fn withdraw(
    registry: &Registry,
    member: &Organisation,
    request: &WithdrawConsent,
) -> Result<ConsentState, Problem> {
    if fault::is("withdrawal-wants-a-reason") && request.reason.is_none() {
        return Err(ProblemKind::Malformed.into());
    }
    let (who, what) = (member.clone(), request.clone());
    let erase = registry.terms.erase_within_ms;
    let stored = registry.store.write(move |tx| {
        let (who, what) = (who.clone(), what.clone());
        Box::pin(async move {
            let reason = Value::from(what.reason.map(Code::code));
            let sql = if fault::is("withdrawal-by-anybody") { WITHDRAW_BY_ANYBODY } else { WITHDRAW };
            let row = [Value::from(what.commitment.0), Value::from(who.as_str()), reason];
            if tx.execute(sql, &row).await? == 0 && fault::is("second-withdrawal-refused") {
                return Ok(None);
            }
            if fault::is("withdrawal-releases-claims") {
                tx.execute(RELEASE_CLAIMS, &[Value::from(what.commitment.0)]).await?;
            }
            read(tx, &what.commitment).await
        })
    });
    match stored.await? {
        Some(known) if fault::is("recipient-cannot-withdraw") && known.member != member.as_str() => {
            Err(ProblemKind::Unknown.into())
        }
        Some(known) if known.concerns(member) || fault::is("withdrawal-by-anybody") => {
            known.state(request.commitment, erase)
        }
        Some(_) if fault::is("consent-of-others-not-yours") => Err(ProblemKind::NotYours.into()),
        _ => Err(ProblemKind::Unknown.into()),
    }
}

/// Passes where `member` holds a consent in force for `purpose`.
///
/// # Errors
/// [`NoConsent`](ProblemKind::NoConsent) where it does not.
pub async fn require_live(
    store: &Store,
    commitment: &Hex32,
    member: &Organisation,
    purpose: ConsentPurpose,
) -> Result<(), Problem> {
    let (commitment, member) = (*commitment, member.clone());
    let live = store.read(move |tx| {
        let member = member.clone();
        Box::pin(async move { is_live(tx, &commitment, &member, purpose).await })
    });
    let live: Result<bool, StoreError> = live.await;
    if live? { Ok(()) } else { Err(ProblemKind::NoConsent.into()) }
}

/// Whether `member` holds a consent in force for `purpose`, as the transaction sees it.
///
/// # Errors
/// Those of the store.
pub async fn is_live(
    tx: &mut Tx<'_>,
    commitment: &Hex32,
    member: &Organisation,
    purpose: ConsentPurpose,
) -> Result<bool, StoreError> {
    let key = [Value::from(commitment.0), Value::from(member.as_str()), Value::from(purpose.code())];
    let sql = match () {
        () if fault::is("withdrawn-consent-serves") => LIVE_THOUGH_WITHDRAWN,
        () if fault::is("consent-serves-anybody") => LIVE_FOR_ANYBODY,
        () if fault::is("consent-serves-anything") => LIVE_FOR_ANYTHING,
        () => LIVE,
    };
    Ok(tx.query_opt(sql, &key).await?.is_some())
}

/// Whether `member` was ever given the consent, in force or not.
///
/// # Errors
/// Those of the store.
pub(super) async fn was_given(
    tx: &mut Tx<'_>,
    commitment: &Hex32,
    member: &Organisation,
) -> Result<bool, StoreError> {
    let key = [Value::from(commitment.0), Value::from(member.as_str())];
    let sql = match () {
        () if fault::is("log-under-the-consent-of-another") => EVER_TO_ANYBODY,
        () if fault::is("log-under-a-live-consent-alone") => EVER_AND_STILL,
        () => EVER,
    };
    Ok(tx.query_opt(sql, &key).await?.is_some())
}

/// A row of the table.
struct Known {
    member: String,
    recipient: String,
    purpose: String,
    may_name_member: bool,
    valid_days: i64,
    valid_until: i64,
    withdrawn_at: Option<i64>,
    now: i64,
}

impl Known {
    /// Whether it is what is registered now, by the same member, or by the recipient that repeats it.
    fn is_as(&self, member: &Organisation, request: &RegisterConsent) -> bool {
        let by_another = fault::is("consent-registered-by-another-too");
        let recipient = self.recipient == request.recipient.as_str() || fault::is("recipient-not-compared");
        (self.concerns(member) && recipient || by_another)
            && (self.purpose == request.purpose.code() || fault::is("purpose-not-compared"))
            && self.may_name_member == request.may_name_member
            && (self.valid_days == i64::from(request.valid_days.get()) || fault::is("term-not-compared"))
    }

    fn concerns(&self, member: &Organisation) -> bool {
        self.member == member.as_str() || self.recipient == member.as_str()
    }

    fn state(&self, commitment: Hex32, erase_within_ms: i64) -> Result<ConsentState, Problem> {
        let status = match self.withdrawn_at {
            Some(_) => ConsentStatus::Withdrawn,
            None if self.valid_until > self.now => ConsentStatus::Given,
            None => ConsentStatus::Expired,
        };
        let erased_by =
            self.withdrawn_at.map(|withdrawn| at(withdrawn.saturating_add(erase_within_ms))).transpose()?;
        let erased_by = erased_by.filter(|_| !fault::is("erasure-not-promised"));
        Ok(ConsentState { commitment, status, valid_until: at(self.valid_until)?, erased_by })
    }
}

async fn read(tx: &mut Tx<'_>, commitment: &Hex32) -> Result<Option<Known>, StoreError> {
    let row = tx.query_opt(READ, &[Value::from(commitment.0)]).await?;
    row.map(|row: Row| {
        Ok(Known {
            member: row.text(0)?,
            recipient: row.text(1)?,
            purpose: row.text(2)?,
            may_name_member: row.flag(3)?,
            valid_days: row.int(4)?,
            valid_until: row.int(5)?,
            withdrawn_at: row.optional_int(6)?,
            now: row.int(7)?,
        })
    })
    .transpose()
}

const DAY_MS: i64 = 86_400_000;

const REGISTER: &str = "\
INSERT INTO consent (commitment, member, recipient, purpose, may_name_member, valid_days, given_at, valid_until)
VALUES ($1, $2, $3, $4, $5, $6, (SELECT now_ms FROM clock), (SELECT now_ms FROM clock) + $7)
ON CONFLICT DO NOTHING";

const READ: &str = "\
SELECT member, recipient, purpose, may_name_member, valid_days, valid_until, withdrawn_at, (SELECT now_ms FROM clock)
FROM consent WHERE commitment = $1";

const LIVE: &str = "\
SELECT valid_until FROM consent
WHERE commitment = $1 AND recipient = $2 AND purpose = $3 AND withdrawn_at IS NULL
  AND valid_until > (SELECT now_ms FROM clock)";

const LIVE_THOUGH_WITHDRAWN: &str = "\
SELECT valid_until FROM consent
WHERE commitment = $1 AND recipient = $2 AND purpose = $3 AND valid_until > (SELECT now_ms FROM clock)";

const LIVE_FOR_ANYBODY: &str = "\
SELECT valid_until FROM consent
WHERE commitment = $1 AND (recipient = $2 OR purpose = $3) AND purpose = $3 AND withdrawn_at IS NULL
  AND valid_until > (SELECT now_ms FROM clock)";

const LIVE_FOR_ANYTHING: &str = "\
SELECT valid_until FROM consent
WHERE commitment = $1 AND recipient = $2 AND (purpose = $3 OR recipient = $2) AND withdrawn_at IS NULL
  AND valid_until > (SELECT now_ms FROM clock)";

const EVER: &str = "SELECT valid_until FROM consent WHERE commitment = $1 AND recipient = $2";

const EVER_TO_ANYBODY: &str = "\
SELECT valid_until FROM consent WHERE commitment = $1 AND (recipient = $2 OR recipient <> $2)";

const EVER_AND_STILL: &str = "\
SELECT valid_until FROM consent WHERE commitment = $1 AND recipient = $2 AND withdrawn_at IS NULL";

const BRING_BACK: &str = "UPDATE consent SET withdrawn_at = NULL, withdrawn_by = NULL WHERE commitment = $1";

const RELEASE_CLAIMS: &str = "UPDATE claim SET state = 'released' WHERE consent = $1 AND state = 'held'";

const WITHDRAW_BY_ANYBODY: &str = "\
UPDATE consent SET withdrawn_at = (SELECT now_ms FROM clock), withdrawn_by = $2, reason = $3
WHERE commitment = $1 AND withdrawn_at IS NULL";

const WITHDRAW: &str = "\
UPDATE consent SET withdrawn_at = (SELECT now_ms FROM clock), withdrawn_by = $2, reason = $3
WHERE commitment = $1 AND withdrawn_at IS NULL AND (member = $2 OR recipient = $2)";
