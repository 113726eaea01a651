//! The clock and the random numbers, which whoever uses the crate brings.

use std::{fmt, sync::Arc, time::SystemTime};

use tongzhou::{
    clock,
    value::{Instant, Uuid7},
};
use tongzhou_exchange::message::wire::Id;

use crate::error::ClientError;

/// Fills bytes with random numbers, and says whether it did.
type Fill = dyn Fn(&mut [u8]) -> bool + Send + Sync;

/// The clock by which requests are signed, and the random numbers of which ids and nonces are made.
#[derive(Clone)]
pub struct Surroundings {
    now: Arc<dyn Fn() -> Option<Instant> + Send + Sync>,
    fill: Arc<Fill>,
}

impl Surroundings {
    /// Those that are given: what time it is, and what fills bytes with random numbers and says whether it did.
    pub fn new(
        now: impl Fn() -> Option<Instant> + Send + Sync + 'static,
        fill: impl Fn(&mut [u8]) -> bool + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), fill: Arc::new(fill) }
    }

    /// Those of the operating system.
    pub fn system() -> Self {
        Self::new(|| clock::instant(SystemTime::now()).ok(), |bytes| getrandom::fill(bytes).is_ok())
    }

    /// What time it is.
    ///
    /// # Errors
    /// [`ClientError::Clock`].
    pub fn now(&self) -> Result<Instant, ClientError> {
        (self.now)().ok_or(ClientError::Clock)
    }

    /// Fills `bytes` with random numbers.
    ///
    /// # Errors
    /// [`ClientError::Random`].
    pub fn fill(&self, bytes: &mut [u8]) -> Result<(), ClientError> {
        if (self.fill)(bytes) { Ok(()) } else { Err(ClientError::Random) }
    }

    /// A fresh id, by which a request is known however often it is sent.
    ///
    /// # Errors
    /// [`ClientError::Clock`], [`ClientError::Random`].
    pub fn fresh_id(&self) -> Result<Id, ClientError> {
        Ok(Id(Uuid7::fresh(self.now()?, |bytes| self.fill(bytes))?))
    }
}

impl fmt::Debug for Surroundings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Surroundings(…)")
    }
}
