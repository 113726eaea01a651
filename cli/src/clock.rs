//! The time it is, for the library, which never asks.

use std::time::SystemTime;

use tongzhou::{
    clock,
    value::{Date, Instant},
};

use crate::speech::What;

/// The time it is, to the second.
pub(crate) fn now() -> Result<Instant, What> {
    let now = clock::instant(SystemTime::now()).ok();
    now.and_then(|now| Instant::from_unix_seconds(now.unix_seconds())).ok_or(What::Clock)
}

/// The last second of a day in China.
pub(crate) fn end_of(day: Date) -> Result<Instant, What> {
    format!("{day}T15:59:59Z").parse().map_err(|_| What::Clock)
}
