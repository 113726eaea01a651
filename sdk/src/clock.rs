//! What time it is, for whoever brings a clock.
//!
//! ```
//! use std::time::{Duration, UNIX_EPOCH};
//!
//! // Whoever uses the crate brings the clock; here it stands.
//! let now = UNIX_EPOCH + Duration::from_secs(1_790_841_600);
//! assert_eq!(tongzhou::clock::instant(now)?.to_string(), "2026-10-01T08:00:00Z");
//! # Ok::<(), tongzhou::Error>(())
//! ```

use std::time::{SystemTime, UNIX_EPOCH};

use crate::{error::Error, value::Instant};

/// The moment of `now`, to the millisecond: what is written into packages and signatures, and what time limits are held
/// against. The day by which documents are [judged](crate::validate::Options::on) is its
/// [day in China](Instant::china_date).
///
/// ```
/// use std::time::SystemTime;
///
/// use tongzhou::{clock, validate::Options};
///
/// # fn main() -> Result<(), tongzhou::Error> {
/// let now = clock::instant(SystemTime::now())?;
/// let options = Options::on(now.china_date());
/// assert!(options.as_of >= now.utc_date());
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`ErrorKind::Clock`](crate::ErrorKind::Clock) before 1970 and outside the years that [`Date`](crate::value::Date)
/// knows.
pub fn instant(now: SystemTime) -> Result<Instant, Error> {
    let since = now.duration_since(UNIX_EPOCH).map_err(|_| Error::clock())?;
    let millis = i64::try_from(since.as_millis()).map_err(|_| Error::clock())?;
    Instant::from_unix_millis(millis).ok_or_else(Error::clock)
}
