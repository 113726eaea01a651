//! What time it is, and which day in China, for whoever brings a clock.
//!
//! ```
//! use std::time::{Duration, UNIX_EPOCH};
//!
//! // Whoever uses the crate brings the clock; here it stands.
//! let now = UNIX_EPOCH + Duration::from_secs(1_790_841_600);
//! assert_eq!(tongzhou::clock::instant(now).map(|now| now.to_string()).as_deref(), Some("2026-10-01T08:00:00Z"));
//! ```

use std::time::{SystemTime, UNIX_EPOCH};

use crate::value::{Date, Instant};

/// The moment of `now`, to the millisecond; `None` outside the years that [`Date`] knows.
///
/// ```
/// let now = tongzhou::clock::instant(std::time::SystemTime::now()).expect("the clock is right");
/// assert!(now.utc_date() >= "2026-01-01".parse().unwrap());
/// ```
pub fn instant(now: SystemTime) -> Option<Instant> {
    let millis = now.duration_since(UNIX_EPOCH).ok()?.as_millis();
    Instant::from_unix_millis(i64::try_from(millis).ok()?)
}

/// The day in China (UTC+8, no summer time) at `now`; `None` outside the years that [`Date`] knows.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
///
/// // Half past four in the afternoon of 1 October in London is past midnight in China.
/// let now = UNIX_EPOCH + Duration::from_secs(1_790_872_200);
/// assert_eq!(tongzhou::clock::day_in_china(now), Some("2026-10-02".parse()?));
/// # Ok::<(), tongzhou::value::date::DateError>(())
/// ```
pub fn day_in_china(now: SystemTime) -> Option<Date> {
    const EIGHT_HOURS: u64 = 8 * 60 * 60;
    let seconds = now.duration_since(UNIX_EPOCH).ok()?.as_secs().checked_add(EIGHT_HOURS)?;
    Date::from_ymd(1970, 1, 1).ok()?.plus_days(i64::try_from(seconds / 86_400).ok()?)
}
