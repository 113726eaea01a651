//! Moments in time, in UTC.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::fault;

use super::{
    ascii::number,
    date::{Date, DateError},
};

/// A moment written `YYYY-MM-DDTHH:MM:SS(.fraction)?Z`, with up to nine digits of fraction.
///
/// ```
/// use tongzhou::value::Instant;
///
/// let moment: Instant = "2025-12-31T16:00:00Z".parse().unwrap();
/// assert_eq!(moment.china_date().to_string(), "2026-01-01");
/// assert_eq!(moment.utc_date().to_string(), "2025-12-31");
/// assert_eq!((moment.unix_seconds(), moment.unix_millis()), (1_767_196_800, 1_767_196_800_000));
/// assert_eq!(Instant::from_unix_seconds(1_767_196_800), Some(moment));
/// let later = Instant::from_unix_millis(1_767_196_800_500).unwrap();
/// assert_eq!(later.to_string(), "2025-12-31T16:00:00.5Z");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    seconds: i64,
    nanoseconds: u32,
}

/// Why a text is no [`Instant`].
///
/// ```
/// use tongzhou::value::{Instant, instant::InstantError};
///
/// assert_eq!("2026-01-01 08:00".parse::<Instant>(), Err(InstantError::Shape));
/// assert_eq!("2026-01-01T24:00:00Z".parse::<Instant>(), Err(InstantError::Time));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum InstantError {
    /// It is not written as a date, a `T`, a time and a `Z`.
    #[error("an instant is written YYYY-MM-DDTHH:MM:SSZ")]
    Shape,
    /// Its date is wrong.
    #[error(transparent)]
    Date(#[from] DateError),
    /// The clock has no such time; leap seconds are not written.
    #[error("the clock has no such time")]
    Time,
    /// In China it is already the year 3000.
    #[error("the instant is outside the years 1900 to 2999")]
    Range,
}

impl Instant {
    /// The moment so many seconds after 1970-01-01T00:00:00Z, if its date in UTC and in China is a [`Date`].
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        Self::new(seconds, 0)
    }

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    pub fn from_unix_millis(millis: i64) -> Option<Self> {
        Self::new(millis.div_euclid(1000), u32::try_from(millis.rem_euclid(1000)).ok()? * 1_000_000)
    }

    fn new(seconds: i64, nanoseconds: u32) -> Option<Self> {
        let day_of = |seconds: i64| Date::from_epoch_days(seconds.div_euclid(DAY));
        day_of(seconds)?;
        day_of(seconds.checked_add(CHINA)?)?;
        Some(Self { seconds, nanoseconds })
    }

    /// Whole seconds since 1970-01-01T00:00:00Z.
    pub const fn unix_seconds(self) -> i64 {
        self.seconds
    }

    /// Whole milliseconds since 1970-01-01T00:00:00Z.
    pub fn unix_millis(self) -> i64 {
        self.seconds * 1000 + i64::from(self.nanoseconds / 1_000_000)
    }

    /// The date on Chinese calendars at that moment (UTC+8, without summer time).
    pub fn china_date(self) -> Date {
        // Both are dates by construction.
        Date::from_epoch_days(
            (self.seconds + if fault::is("day-in-utc") { 0 } else { CHINA }).div_euclid(DAY),
        )
        .unwrap_or(Date::MAX)
    }

    /// The date in UTC at that moment.
    pub fn utc_date(self) -> Date {
        Date::from_epoch_days(self.seconds.div_euclid(DAY)).unwrap_or(Date::MAX)
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        let (date, rest) = text.split_at_checked(10).ok_or(InstantError::Shape)?;
        let (time, rest) = rest.split_at_checked(9).ok_or(InstantError::Shape)?;
        let &[b'T', h1, h2, b':', m1, m2, b':', s1, s2] = time.as_bytes() else {
            return Err(InstantError::Shape);
        };
        let fraction = rest.strip_suffix('Z').ok_or(InstantError::Shape)?;
        let nanoseconds = match fraction.strip_prefix('.') {
            None if fraction.is_empty() => 0,
            None => return Err(InstantError::Shape),
            Some(digits) => {
                let places = u32::try_from(digits.len()).ok().filter(|places| (1..=9).contains(places));
                let value = number(digits.as_bytes()).ok_or(InstantError::Shape)?;
                value * 10_u32.pow(9 - places.ok_or(InstantError::Shape)?)
            }
        };
        let two = |a, b| number(&[a, b]).ok_or(InstantError::Shape);
        let (hour, minute, second) = (two(h1, h2)?, two(m1, m2)?, two(s1, s2)?);
        let date: Date = date.parse()?;
        if hour > 23 + u32::from(fault::is("hour-twenty-four-taken"))
            || minute > 59
            || second > 59 + u32::from(fault::is("second-sixty-taken"))
        {
            return Err(InstantError::Time);
        }
        let seconds = date.epoch_days() * DAY + i64::from(hour * 3600 + minute * 60 + second);
        Self::new(seconds, nanoseconds).ok_or(InstantError::Range)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.seconds.rem_euclid(DAY);
        write!(f, "{}T{:02}:{:02}:{:02}", self.utc_date(), second / 3600, second / 60 % 60, second % 60)?;
        if self.nanoseconds > 0 {
            let (mut fraction, mut places) = (self.nanoseconds, 9);
            while fraction % 10 == 0 {
                (fraction, places) = (fraction / 10, places - 1);
            }
            write!(f, ".{fraction:0places$}")?;
        }
        f.write_str("Z")
    }
}

checked_text!(public Instant, InstantError);

/// Seconds of a day.
const DAY: i64 = 86_400;
/// How far Chinese clocks are ahead of UTC, in seconds.
const CHINA: i64 = 8 * 3600;

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn known_moments_have_their_unix_seconds() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2001-09-09T01:46:40Z", 1_000_000_000),
            ("2009-02-13T23:31:30Z", 1_234_567_890),
            ("1969-12-31T23:59:59Z", -1),
            ("2038-01-19T03:14:08Z", 2_147_483_648),
        ] {
            let moment: Instant = text.parse().unwrap();
            assert_eq!(moment.unix_seconds(), seconds);
            assert_eq!(Instant::from_unix_seconds(seconds), Some(moment));
            assert_eq!(moment.to_string(), text);
        }
    }

    #[test]
    fn the_chinese_day_begins_at_16_hours_utc() {
        let date = |text: &str| text.parse::<Instant>().unwrap().china_date().to_string();
        assert_eq!(date("2025-06-30T15:59:59.999Z"), "2025-06-30");
        assert_eq!(date("2025-06-30T16:00:00Z"), "2025-07-01");
    }

    #[test]
    fn each_fault_of_an_instant_is_told_apart() {
        for text in [
            "",
            "2025-01-01",
            "2025-01-01T00:00:00",
            "2025-01-01 00:00:00Z",
            "2025-01-01t00:00:00Z",
            "2025-01-01T00:00:00z",
            "2025-01-01T00:00:00+08:00",
            "2025-01-01T00:00:00.Z",
            "2025-01-01T00:00:00.1234567890Z",
            "2025-01-01T00:00:00,5Z",
            "2025-01-01T0a:00:00Z",
        ] {
            assert_eq!(text.parse::<Instant>(), Err(InstantError::Shape), "{text}");
        }
        assert_eq!("2025-02-29T00:00:00Z".parse::<Instant>(), Err(InstantError::Date(DateError::Calendar)));
        for text in ["2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z", "2016-12-31T23:59:60Z"] {
            assert_eq!(text.parse::<Instant>(), Err(InstantError::Time), "{text}");
        }
        assert_eq!("2999-12-31T16:00:00Z".parse::<Instant>(), Err(InstantError::Range));
    }

    #[test]
    fn a_fraction_orders_moments_and_loses_its_closing_zeros() {
        let moment = |text: &str| text.parse::<Instant>().unwrap();
        assert!(moment("2025-01-01T00:00:00.25Z") < moment("2025-01-01T00:00:00.3Z"));
        assert_eq!(moment("2025-01-01T00:00:00.0500Z").to_string(), "2025-01-01T00:00:00.05Z");
        assert_eq!(moment("2025-01-01T00:00:00.0509Z").unix_millis(), 1_735_689_600_050);
    }

    quickcheck! {
        fn an_instant_reads_as_it_is_written(millis: i64) -> bool {
            let Some(moment) = Instant::from_unix_millis(millis % 40_000_000_000_000) else { return true };
            moment.to_string().parse() == Ok(moment)
        }

        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<Instant>().is_err() || text.ends_with('Z')
        }
    }
}
