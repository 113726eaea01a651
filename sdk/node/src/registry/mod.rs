//! The registry: who received aid, without knowing who anybody is.
//!
//! A token stands here only as its hash under the registry's [pepper](pepper::Pepper), so a copy of the database
//! without the pepper cannot be held against tokens from anywhere else. Each operation is one function of the
//! registry, the member that asks and its request; every one may be sent again, and says the same again.

pub mod accesses;
mod bill;
pub mod claims;
pub mod consents;
pub mod entries;
pub mod expenses;
pub mod expiry;
pub mod intents;
pub mod lookups;
pub mod notices;
mod outbox;
pub mod pepper;
mod questions;
pub mod suspicions;
pub mod sweep;

use std::collections::BTreeSet;

use tongzhou::{
    fault,
    value::{Instant, Sha256Digest, Uuid7},
};
use tongzhou_exchange::{
    message::{
        lookup::SubjectToken,
        wire::{At, Id},
    },
    problem::{Problem, ProblemKind},
};

use crate::store::Store;

pub use self::{
    pepper::Pepper,
    sweep::{Swept, sweep, tell},
};

/// What the operations work on.
#[derive(Clone, Debug)]
pub struct Registry {
    /// Where the rows are.
    pub store: Store,
    /// Under which tokens are hashed before they become keys of rows.
    pub pepper: Pepper,
    /// What the registry promises.
    pub terms: Terms,
}

/// What a registry promises, which its operator may change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The epochs of which tokens are taken: one, or two while keys change.
    pub epochs: BTreeSet<u32>,
    /// Within how many milliseconds of a withdrawal everything made under the consent has left the storage.
    pub erase_within_ms: i64,
    /// For how many milliseconds what was made under an expired consent is kept, though no longer shown.
    pub keep_expired_ms: i64,
    /// After how many milliseconds an intent ends by itself.
    pub intent_ms: i64,
    /// For how many milliseconds it is kept that an entry was withdrawn, an intent closed, a notice read.
    pub keep_ended_ms: i64,
    /// How many milliseconds a day is for which an amount is held; fewer than those of a day in tests alone.
    pub claim_day_ms: i64,
}

impl Default for Terms {
    fn default() -> Self {
        const DAY: i64 = 86_400_000;
        Self {
            epochs: [1].into(),
            erase_within_ms: DAY,
            keep_expired_ms: 30 * DAY,
            intent_ms: 30 * DAY,
            keep_ended_ms: 30 * DAY,
            claim_day_ms: DAY,
        }
    }
}

/// The key of a token's rows.
type Key = [u8; 32];

impl Registry {
    /// A registry that promises what is usual.
    pub fn new(store: Store, pepper: Pepper) -> Self {
        Self { store, pepper, terms: Terms::default() }
    }

    /// The keys of tokens, each once and in one order for everybody.
    fn keys(&self, tokens: &[SubjectToken]) -> Result<Vec<Key>, Problem> {
        let some = if fault::is("first-token-alone-counts") { 1 } else { tokens.len() };
        let keys: BTreeSet<Key> =
            tokens.iter().take(some).map(|token| self.pepper.key(&token.value)).collect();
        if keys.is_empty() { Err(ProblemKind::Malformed.into()) } else { Ok(keys.into_iter().collect()) }
    }

    /// Passes where tokens of all these epochs are taken.
    fn require_epochs(&self, mut epochs: impl Iterator<Item = u32>) -> Result<(), Problem> {
        if epochs.all(|epoch| self.terms.epochs.contains(&epoch)) || fault::is("epoch-unchecked") {
            Ok(())
        } else {
            Err(ProblemKind::Epoch.into())
        }
    }

    /// What tells two requests under one id apart. It is keyed, so that it tells nobody else what was in them.
    fn content(&self, request: &[u8]) -> [u8; 32] {
        self.pepper.key(Sha256Digest::of(request).as_bytes())
    }
}

/// An id as it is stored.
fn id(bytes: [u8; 16]) -> Id {
    let [a, b, c, d, e, f, random @ ..] = bytes;
    Id(Uuid7::from_parts(u64::from_be_bytes([0, 0, a, b, c, d, e, f]), random))
}

/// A time of the database as answers write it, to the second.
fn at(millis: i64) -> Result<At, Problem> {
    Instant::from_unix_seconds(millis.div_euclid(1000)).map(At).ok_or_else(|| ProblemKind::Internal.into())
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
