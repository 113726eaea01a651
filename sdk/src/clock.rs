//! Which day it is in China, for whoever brings a clock.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::value::Date;

/// The day in China (UTC+8, no summer time) at `now`; `None` outside the years that [`Date`] knows.
pub fn day_in_china(now: SystemTime) -> Option<Date> {
    const EIGHT_HOURS: u64 = 8 * 60 * 60;
    let seconds = now.duration_since(UNIX_EPOCH).ok()?.as_secs().checked_add(EIGHT_HOURS)?;
    Date::from_ymd(1970, 1, 1).ok()?.plus_days(i64::try_from(seconds / 86_400).ok()?)
}
