//! Fresh ids, of the clock and of the system's random numbers.

use std::time::{SystemTime, UNIX_EPOCH};

use tongzhou::value::Uuid7;

use crate::speech::What;

/// A new id.
pub(crate) fn fresh(now: SystemTime) -> Result<Uuid7, What> {
    let millis = now.duration_since(UNIX_EPOCH).map_err(|_| What::Clock)?.as_millis();
    let mut random = [0; 10];
    getrandom::fill(&mut random).map_err(|_| What::Random)?;
    Ok(Uuid7::from_parts(u64::try_from(millis).map_err(|_| What::Clock)?, random))
}
