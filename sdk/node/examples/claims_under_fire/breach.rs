//! What the checker may find.

use std::{collections::BTreeMap, fmt};

use crate::history::Id;

/// One promise that was broken, with where to look.
#[derive(Clone, Debug)]
pub(crate) struct Breach {
    pub(crate) promise: Promise,
    pub(crate) expense: u32,
    pub(crate) version: Option<i64>,
    pub(crate) about: Option<Id>,
}

/// The breaches of a run, of which only the first of each promise are kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Breaches {
    pub(crate) counts: BTreeMap<Promise, u64>,
    pub(crate) first: Vec<Breach>,
}

/// Declares the promises, so that a name and its variant stand together.
macro_rules! promises {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// What every run has to keep.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Promise {
            $($(#[$doc])* $variant,)+
        }

        impl fmt::Display for Promise {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(match self {
                    $(Self::$variant => $name,)+
                })
            }
        }
    };
}

promises! {
    /// Nothing is newly held beyond the burden, nor on a bill that is void.
    NeverOver = "over-burden",
    /// The versions of an expense are 1, 2, 3 and so on, each with one entry.
    NoGap = "version-gap",
    /// An entry follows from the state of its claim: held, then paid, released or expired; reversed after paid.
    PossibleStep = "impossible-step",
    /// An entry of the outbox says what its expense stood at.
    TrueEntry = "entry-wrong",
    /// The rows say in the end what the entries add up to.
    RowsAgree = "rows-differ",
    /// What was acknowledged is written, at the version that was told.
    AcknowledgedStays = "acknowledged-lost",
    /// What an answer says was so.
    TrueAnswer = "answer-wrong",
    /// A request that is sent again is answered as before.
    SameAnswer = "answer-changed",
    /// What was acknowledged before another thing was asked for has the smaller version.
    RealTime = "order-reversed",
    /// No two claims have one fence.
    OneFence = "fence-twice",
    /// A confirmation has to bring the fence.
    RightFence = "fence-unchecked",
    /// A claim is moved only by its member.
    OwnClaim = "not-its-member",
    /// Each refusal was true at a moment between its question and its answer.
    TrueRefusal = "refused-without-cause",
    /// A hold is not paid after its time.
    NotTooLate = "paid-too-late",
    /// A hold does not expire before its time.
    NotTooSoon = "expired-too-soon",
    /// A hold ends as many days after it began as were asked for, by the database's clock.
    OneClock = "another-clock",
    /// Each row was asked for.
    AskedFor = "from-nowhere",
    /// Every question has an answer in the end.
    Settled = "unsettled",
    /// The database itself refuses more than the cap.
    DatabaseRefuses = "database-unguarded",
    /// Nothing is reserved without consent.
    Consent = "without-consent",
}

impl Breaches {
    pub(crate) fn add(&mut self, promise: Promise, expense: u32, version: Option<i64>, about: Option<Id>) {
        let count = self.counts.entry(promise).or_default();
        *count += 1;
        if *count <= KEPT {
            self.first.push(Breach { promise, expense, version, about });
        }
    }

    /// Takes up what was found elsewhere.
    pub(crate) fn join(&mut self, other: Self) {
        for (promise, count) in other.counts {
            *self.counts.entry(promise).or_default() += count;
        }
        self.first.extend(other.first);
    }

    #[cfg(test)]
    pub(crate) fn has(&self, promise: Promise) -> bool {
        self.counts.contains_key(&promise)
    }

    pub(crate) fn total(&self) -> u64 {
        self.counts.values().sum()
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on expense {}", self.promise, self.expense)?;
        if let Some(version) = self.version {
            write!(f, ", version {version}")?;
        }
        self.about.map_or(Ok(()), |about| write!(f, ", {about:?}"))
    }
}

/// How many breaches of one promise are told in full.
const KEPT: u64 = 5;
