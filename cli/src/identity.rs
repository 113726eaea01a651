//! Fresh ids, of the clock and of the system's random numbers.

use std::time::SystemTime;

use tongzhou::{clock, value::Uuid7};

use crate::speech::What;

/// A new id.
pub(crate) fn fresh(now: SystemTime) -> Result<Uuid7, What> {
    let now = clock::instant(now).map_err(|_| What::Clock)?;
    Uuid7::fresh(now, getrandom::fill).map_err(|_| What::Random)
}
