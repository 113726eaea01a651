//! Faults that are put in on purpose, one at a time, to see that tests of every kind find them.
//!
//! A build that is given out knows none: without `--cfg tongzhou_faults` the question is answered with a constant "no",
//! and there is no way to say otherwise. Which faults there are, and which requirement each breaks, is told in
//! `conformance/faults.csv`.
//!
//! ```
//! use tongzhou::fault;
//!
//! // Where a condition belongs, the fault leaves it out: `if late && !fault::is("late-taken") { … }`.
//! assert!(!fault::is("fence-unchecked"));
//! ```

/// Whether this program has a fault.
///
/// ```
/// assert!(!tongzhou::fault::is("fence-unchecked"));
/// ```
#[cfg(not(tongzhou_faults))]
pub const fn is(_: &str) -> bool {
    false
}

/// Whether this program is to pass over what a rule finds.
#[cfg(not(tongzhou_faults))]
pub(crate) const fn silences(_: &str) -> bool {
    false
}

#[cfg(tongzhou_faults)]
pub use seeded::{is, seed};

#[cfg(tongzhou_faults)]
pub(crate) use seeded::silences;

#[cfg(tongzhou_faults)]
mod seeded {
    use std::sync::{PoisonError, RwLock};

    static SEEDED: RwLock<Option<String>> = RwLock::new(None);

    /// Gives this process a fault in place of the one that it has; none takes it away.
    ///
    /// ```
    /// # use tongzhou::fault;
    /// fault::seed(Some("fence-unchecked"));
    /// assert!(fault::is("fence-unchecked"));
    /// fault::seed(None);
    /// assert!(!fault::is("fence-unchecked"));
    /// ```
    pub fn seed(name: Option<&str>) {
        *SEEDED.write().unwrap_or_else(PoisonError::into_inner) = name.map(str::to_owned);
    }

    /// Whether this program has a fault.
    ///
    /// ```
    /// assert!(!tongzhou::fault::is("no fault has such a name"));
    /// ```
    pub fn is(name: &str) -> bool {
        SEEDED.read().unwrap_or_else(PoisonError::into_inner).as_deref() == Some(name)
    }

    /// Whether this program is to pass over what a rule finds.
    pub(crate) fn silences(rule: &str) -> bool {
        let seeded = SEEDED.read().unwrap_or_else(PoisonError::into_inner);
        seeded.as_deref().and_then(|name| name.strip_prefix("silent:")) == Some(rule)
    }
}
