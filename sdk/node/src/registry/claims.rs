//! `claims/…`: amounts that members hold on bills, and what becomes of them.
//!
//! ```text
//!            ┌── confirm ──▶ paid ── reverse ──▶ reversed
//! ── reserve ▶ held ── release ──▶ released
//!            └── its time ends ──▶ expired
//! ```
//!
//! Every step is one conditional UPDATE of the claim, and the sums of its bill follow in the same transaction. Where
//! the condition does not hold, nothing is written, and the row says whether the step was done before.

mod reservation;
mod row;
mod step;

use tongzhou::{code::lists::BurdenSource, fault};
use tongzhou_exchange::{
    message::{
        Request,
        claim::{Claim, Confirm, ExpenseToken, ReadClaim, Release, Reserve, Reverse},
        wire::{Hex32, Id, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use super::{
    Registry,
    bill::{self, Bill},
    expiry,
};
use crate::store::StoreError;

pub(super) use self::row::set_version;

use self::{reservation::Wanted, row::Stored, step::Step};

/// Holds an amount on a bill. The same claim again is answered as it stands and holds nothing more.
///
/// # Errors
/// [`OverBurden`](ProblemKind::OverBurden) with what is left, [`Voided`](ProblemKind::Voided) after a red bill;
/// [`NoConsent`](ProblemKind::NoConsent) without a consent in force for a claim; [`Conflict`](ProblemKind::Conflict)
/// where the id stands for another claim.
pub async fn reserve(
    registry: &Registry,
    member: &Organisation,
    request: &Reserve,
) -> Result<Claim, Problem> {
    registry.require_epochs([request.expense.epoch.get()].into_iter())?;
    let mut said = request.clone();
    if fault::is("aid-record-not-compared") {
        said.aid_record_id = None;
    }
    if fault::is("days-not-compared") {
        said.hold_days = None;
    }
    if fault::is("consent-of-a-claim-not-compared") {
        said.consent = Hex32([0; 32]);
    }
    if fault::is("source-of-the-burden-not-compared") {
        said.burden.source = BurdenSource::Payments;
    }
    let wanted = Wanted {
        key: registry.pepper.key(&request.expense.value),
        member: member.clone(),
        content: registry.content(&said.write()),
        lasts_ms: i64::from(request.hold_days.map_or(USUAL_DAYS, |days| days.get().max(1)))
            .saturating_mul(registry.terms.claim_day_ms),
        request: request.clone(),
    };
    let mut swept = false;
    for _ in 0..TRIES {
        if let Some(stands) = wanted.before(registry).await? {
            return stands;
        }
        let again = wanted.clone();
        let held = registry.store.write(move |tx| {
            let wanted = again.clone();
            Box::pin(async move { wanted.hold(tx).await })
        });
        match held.await {
            Ok((stored, bill)) => return stored.answer(request.claim_id, Some(bill)),
            Err(Turn::Stale) => {}
            // What others hold may be over already.
            Err(Turn::TooMuch(_)) if !swept && expiry::expire_on(registry, &wanted.key).await? > 0 => {
                swept = true
            }
            Err(Turn::TooMuch(bill)) if bill.void && !fault::is("void-called-over-burden") => {
                return Err(ProblemKind::Voided.into());
            }
            Err(Turn::TooMuch(bill)) => {
                if fault::is("refused-claim-states-its-burden") {
                    wanted.state_alone(registry).await?;
                }
                return Err(Problem {
                    left: Some(bill::sum(bill.left())?).filter(|_| !fault::is("what-is-left-not-told")),
                    ..ProblemKind::OverBurden.into()
                });
            }
            Err(Turn::Refused(problem)) => return Err(*problem),
        }
    }
    Err(ProblemKind::Unavailable.into())
}

/// A hold is going to be paid. The same confirmation again is answered as before.
///
/// # Errors
/// [`NotHeld`](ProblemKind::NotHeld) where the hold is over; [`Fence`](ProblemKind::Fence) where it is not this one;
/// [`Unknown`](ProblemKind::Unknown) where it is not the caller's.
pub async fn confirm(
    registry: &Registry,
    member: &Organisation,
    request: &Confirm,
) -> Result<Claim, Problem> {
    let fence = i64::try_from(request.fence.get()).map_err(|_| ProblemKind::Fence)?;
    take(registry, member, &request.expense, request.claim_id, Step::Confirm { fence }).await
}

/// A hold is given up. The same release again is answered as before.
///
/// # Errors
/// [`NotHeld`](ProblemKind::NotHeld) where it has expired or was paid; [`Unknown`](ProblemKind::Unknown) where it is
/// not the caller's.
pub async fn release(
    registry: &Registry,
    member: &Organisation,
    request: &Release,
) -> Result<Claim, Problem> {
    take(registry, member, &request.expense, request.claim_id, Step::Release).await
}

/// A payment came back. The same reversal again is answered as before.
///
/// # Errors
/// [`NotHeld`](ProblemKind::NotHeld) where nothing was paid; [`Conflict`](ProblemKind::Conflict) where it came back
/// for another reason; [`Unknown`](ProblemKind::Unknown) where it is not the caller's.
pub async fn reverse(
    registry: &Registry,
    member: &Organisation,
    request: &Reverse,
) -> Result<Claim, Problem> {
    take(registry, member, &request.expense, request.claim_id, Step::Reverse { reason: request.reason }).await
}

/// Where a claim of the caller's stands.
///
/// # Errors
/// [`Unknown`](ProblemKind::Unknown) where it is not the caller's, or there is none.
pub async fn read(registry: &Registry, member: &Organisation, request: &ReadClaim) -> Result<Claim, Problem> {
    let (key, claim) = (registry.pepper.key(&request.expense.value), *request.claim_id.as_bytes());
    let stored = registry.store.read(move |tx| Box::pin(async move { Stored::read(tx, &key, claim).await }));
    let stored: Result<Option<Stored>, StoreError> = stored.await;
    match stored? {
        Some(stored) if fault::is("claim-of-others-not-yours") && stored.member != member.as_str() => {
            Err(ProblemKind::NotYours.into())
        }
        Some(stored) if stored.member == member.as_str() || fault::is("claim-read-by-anyone") => {
            stored.answer(request.claim_id, None)
        }
        _ => Err(ProblemKind::Unknown.into()),
    }
}

/// Why a transaction was undone.
pub(super) enum Turn {
    /// Another came first; it is to be read again.
    Stale,
    /// The bill, with what is now said of it, does not leave as much.
    TooMuch(Bill),
    /// Anything else.
    Refused(Box<Problem>),
}

impl From<StoreError> for Turn {
    fn from(error: StoreError) -> Self {
        Problem::from(error).into()
    }
}

impl From<Problem> for Turn {
    fn from(problem: Problem) -> Self {
        Self::Refused(Box::new(problem))
    }
}

impl From<ProblemKind> for Turn {
    fn from(kind: ProblemKind) -> Self {
        Problem::from(kind).into()
    }
}

async fn take(
    registry: &Registry,
    member: &Organisation,
    expense: &ExpenseToken,
    claim: Id,
    step: Step,
) -> Result<Claim, Problem> {
    let key = registry.pepper.key(&expense.value);
    for _ in 0..TRIES {
        let member = member.clone();
        let done = registry.store.write(move |tx| {
            let member = member.clone();
            Box::pin(async move { step.run(tx, &key, *claim.as_bytes(), member.as_str()).await })
        });
        match done.await {
            Ok((stored, bill)) => return stored.answer(claim, bill),
            Err(Turn::Stale | Turn::TooMuch(_)) => {}
            Err(Turn::Refused(problem)) => return Err(*problem),
        }
    }
    Err(ProblemKind::Unavailable.into())
}

/// For how many days an amount is held if nothing is said.
const USUAL_DAYS: u32 = 7;

/// How often others may come first.
const TRIES: u32 = 8;

#[cfg(test)]
mod tests;
