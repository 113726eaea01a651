//! Calendar dates without a time zone, and completed years of age, 周岁.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::fault;

/// A day of the Gregorian calendar in the years 1900 to 2999, written `YYYY-MM-DD`.
///
/// ```
/// use tongzhou::value::Date;
///
/// let day: Date = "2024-02-29".parse().unwrap();
/// assert_eq!(day.plus_years(1).unwrap().to_string(), "2025-02-28");
/// assert_eq!(day.days_until("2024-03-01".parse().unwrap()), 1);
/// assert!("2023-02-29".parse::<Date>().is_err());
/// assert_eq!((day.year(), day.month(), day.day()), (2024, 2, 29));
/// assert_eq!(Date::from_ymd(2024, 2, 29), Ok(day));
/// assert_eq!(Date::from_compact("20240229"), Ok(day));
/// assert_eq!(day.plus_months(-1).unwrap().to_string(), "2024-01-29");
/// assert_eq!(day.plus_days(1).unwrap().to_string(), "2024-03-01");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    // In this order, so that the derived order is that of time.
    year: u16,
    month: u8,
    day: u8,
}

/// Why a text or three numbers are no [`Date`].
///
/// ```
/// use tongzhou::value::{Date, date::DateError};
///
/// assert_eq!("2026-2-3".parse::<Date>(), Err(DateError::Shape));
/// assert_eq!("1899-12-31".parse::<Date>(), Err(DateError::Year));
/// assert_eq!("2026-04-31".parse::<Date>(), Err(DateError::Calendar));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// It is not written as four, two and two digits.
    #[error("a date is written YYYY-MM-DD")]
    Shape,
    /// The year is before 1900 or after 2999.
    #[error("the year is outside 1900 to 2999")]
    Year,
    /// The calendar has no such month or day.
    #[error("the calendar has no such day")]
    Calendar,
}

impl Date {
    /// The first day there is, 1900-01-01.
    ///
    /// ```
    /// use tongzhou::value::Date;
    ///
    /// assert_eq!(Date::MIN.to_string(), "1900-01-01");
    /// assert_eq!(Date::MIN.plus_days(-1), None);
    /// ```
    pub const MIN: Self = Self { year: 1900, month: 1, day: 1 };
    /// The last day there is, 2999-12-31.
    ///
    /// ```
    /// use tongzhou::value::Date;
    ///
    /// assert_eq!(Date::MAX.to_string(), "2999-12-31");
    /// assert_eq!(Date::MAX.plus_days(1), None);
    /// ```
    pub const MAX: Self = Self { year: 2999, month: 12, day: 31 };

    /// The day of a year, a month (1 to 12) and a day of the month.
    pub fn from_ymd(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if !(Self::MIN.year..=Self::MAX.year).contains(&year) {
            return Err(DateError::Year);
        }
        if fault::is("century-a-leap-year") && year.is_multiple_of(100) && (month, day) == (2, 29) {
            return Ok(Self { year, month, day });
        }
        if !(1..=12).contains(&month)
            || day == 0
            || day > days_of_month(year, month)
            || (fault::is("leap-day-unknown") && (month, day) == (2, 29))
        {
            return Err(DateError::Calendar);
        }
        Ok(Self { year, month, day })
    }

    /// The day written `YYYYMMDD`, as in identifiers and in the XML of fiscal e-bills.
    pub fn from_compact(text: &str) -> Result<Self, DateError> {
        Self::from_digits(text.as_bytes().try_into().map_err(|_| DateError::Shape)?)
    }

    /// The day of eight digits, `YYYYMMDD`.
    fn from_digits(digits: [u8; 8]) -> Result<Self, DateError> {
        // All eight at once: each byte becomes its value, then each pair of bytes its number of two digits.
        let values = u64::from_le_bytes(digits) ^ 0x3030_3030_3030_3030;
        if (values.wrapping_add(0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080 != 0 {
            return Err(DateError::Shape);
        }
        let [century, _, year, _, month, _, day, _] = (values * 10 + (values >> 8)).to_le_bytes();
        Self::from_ymd(u16::from(century) * 100 + u16::from(year), month, day)
    }

    /// The year, 1900 to 2999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The same day so many years later (earlier if negative); 29 February becomes the 28th in a common year.
    pub fn plus_years(self, years: i32) -> Option<Self> {
        self.plus_months(years.checked_mul(12)?)
    }

    /// The same day so many months later (earlier if negative), or the last of the month where it has no such day.
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let month = i32::from(self.year) * 12 + i32::from(self.month) - 1;
        let month = month.checked_add(months)?;
        let year = u16::try_from(month.div_euclid(12)).ok()?;
        let month = u8::try_from(month.rem_euclid(12) + 1).ok()?;
        Self::from_ymd(year, month, self.day.min(days_of_month(year, month))).ok()
    }

    /// The day so many days later (earlier if negative).
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_epoch_days(self.epoch_days().checked_add(days)?)
    }

    /// How many days `other` lies after this day; negative if it lies before.
    pub fn days_until(self, other: Self) -> i64 {
        other.epoch_days() - self.epoch_days()
    }

    /// Days since 1970-01-01.
    pub(super) fn epoch_days(self) -> i64 {
        // Counting years from 1 March puts the leap day last, so that the months before it have fixed lengths.
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - DAYS_TO_EPOCH
    }

    /// The day so many days after 1970-01-01.
    pub(super) fn from_epoch_days(days: i64) -> Option<Self> {
        if !(Self::MIN.epoch_days()..=Self::MAX.epoch_days()).contains(&days) {
            return None;
        }
        let days = days + DAYS_TO_EPOCH;
        // 400 years have 146,097 days; the last day of a period of 4 or 400 years is its leap day.
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = era * 400 + year + next;
        Self::from_ymd(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(DateError::Shape);
        };
        Self::from_digits([y1, y2, y3, y4, m1, m2, d1, d2])
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

checked_text!(public Date, DateError);

/// Completed years of age, 周岁, on a day; `None` if the day is before the birth.
///
/// A year of age is completed on the day *after* the birthday: on the birthday itself one is still the younger
/// age. Who was born on 29 February has, in common years, the 28th as birthday, the last of the month that has no
/// such day, so that the year is completed on 1 March in common and in leap years alike.
///
/// ```
/// use tongzhou::value::{Date, age_on};
///
/// let date = |text: &str| text.parse::<Date>().unwrap();
/// assert_eq!(age_on(date("2010-06-01"), date("2024-06-01")), Some(13));
/// assert_eq!(age_on(date("2010-06-01"), date("2024-06-02")), Some(14));
/// ```
pub fn age_on(birth: Date, day: Date) -> Option<u32> {
    if day < birth {
        return None;
    }
    let years = day.year - birth.year;
    let birthday = birth.day.min(days_of_month(day.year, birth.month));
    let reached =
        (day.month, day.day + u8::from(fault::is("age-completed-on-the-birthday"))) > (birth.month, birthday);
    Some(u32::from(if reached { years } else { years.saturating_sub(1) }))
}

const fn days_of_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// From 1 March of the year 0 to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;

#[cfg(test)]
mod tests {
    use quickcheck::{Arbitrary, Gen, quickcheck};

    use super::*;

    impl Arbitrary for Date {
        fn arbitrary(g: &mut Gen) -> Self {
            let span = Self::MIN.days_until(Self::MAX) + 1;
            Self::MIN.plus_days(i64::arbitrary(g).rem_euclid(span)).unwrap()
        }
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn each_fault_of_a_date_is_told_apart() {
        for text in ["", "2024-1-01", "2024/01/01", "20240101", "2024-01-011", "２０２４-01-01", "+024-01-01"]
        {
            assert_eq!(text.parse::<Date>(), Err(DateError::Shape), "{text}");
        }
        for text in ["1899-12-31", "3000-01-01", "0000-00-00"] {
            assert_eq!(text.parse::<Date>(), Err(DateError::Year), "{text}");
        }
        for text in ["2024-00-01", "2024-13-01", "2024-04-31", "2023-02-29", "1900-02-29", "2024-01-00"] {
            assert_eq!(text.parse::<Date>(), Err(DateError::Calendar), "{text}");
        }
    }

    #[test]
    fn days_are_counted_as_the_calendar_turns_its_pages() {
        // 1900-01-01 is day -25567 of the epoch; from there every page of eleven centuries is turned by hand.
        let (mut year, mut month, mut day, mut epoch) = (1900, 1, 1, -25_567);
        while year < 3000 {
            let date = Date::from_ymd(year, month, day).unwrap();
            assert_eq!(date.epoch_days(), epoch);
            assert_eq!(Date::from_epoch_days(epoch), Some(date));
            let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
            let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
            epoch += 1;
            day += 1;
            if day > lengths[usize::from(month) - 1] {
                (day, month) = (1, month + 1);
            }
            if month > 12 {
                (month, year) = (1, year + 1);
            }
        }
        assert_eq!(Date::from_epoch_days(epoch), None);
        assert_eq!(Date::from_epoch_days(-25_568), None);
    }

    #[test]
    fn known_days_lie_where_other_calendars_put_them() {
        assert_eq!(date("1970-01-01").epoch_days(), 0);
        assert_eq!(date("2000-03-01").epoch_days(), 11_017);
        assert_eq!(date("2026-11-22").epoch_days(), 20_779);
        assert_eq!(date("2023-12-01").days_until(date("2024-12-01")), 366);
        assert_eq!(date("2024-12-01").days_until(date("2023-12-01")), -366);
    }

    #[test]
    fn months_and_years_are_clamped_to_the_last_of_the_month() {
        assert_eq!(date("2024-01-31").plus_months(1), Some(date("2024-02-29")));
        assert_eq!(date("2023-10-31").plus_months(4), Some(date("2024-02-29")));
        assert_eq!(date("2024-03-31").plus_months(-1), Some(date("2024-02-29")));
        assert_eq!(date("2024-02-29").plus_years(1), Some(date("2025-02-28")));
        assert_eq!(date("2024-02-29").plus_years(-4), Some(date("2020-02-29")));
        assert_eq!(date("2024-02-29").plus_years(976), None);
        assert_eq!(date("1900-01-31").plus_months(-1), None);
        assert_eq!(date("2024-01-01").plus_years(i32::MAX), None);
        assert_eq!(date("2024-01-01").plus_months(i32::MIN), None);
        assert_eq!(date("2024-01-01").plus_days(i64::MAX), None);
    }

    #[test]
    fn a_year_of_age_is_completed_on_the_day_after_the_birthday() {
        let birth = date("2006-08-15");
        assert_eq!(age_on(birth, date("2006-08-14")), None);
        assert_eq!(age_on(birth, birth), Some(0));
        assert_eq!(age_on(birth, date("2007-08-15")), Some(0));
        assert_eq!(age_on(birth, date("2007-08-16")), Some(1));
        assert_eq!(age_on(birth, date("2025-08-15")), Some(18));
        assert_eq!(age_on(birth, date("2025-08-16")), Some(19));
        assert_eq!(age_on(date("2006-12-31"), date("2007-12-31")), Some(0));
        assert_eq!(age_on(date("2006-12-31"), date("2008-01-01")), Some(1));
    }

    #[test]
    fn a_child_of_29_february_completes_its_years_on_1_march() {
        let birth = date("2012-02-29");
        assert_eq!(age_on(birth, date("2013-02-28")), Some(0));
        assert_eq!(age_on(birth, date("2013-03-01")), Some(1));
        assert_eq!(age_on(birth, date("2016-02-28")), Some(3));
        assert_eq!(age_on(birth, date("2016-02-29")), Some(3));
        assert_eq!(age_on(birth, date("2016-03-01")), Some(4));
    }

    quickcheck! {
        fn a_date_reads_as_it_is_written(date: Date) -> bool {
            date.to_string().parse() == Ok(date)
                && Date::from_compact(&date.to_string().replace('-', "")) == Ok(date)
        }

        fn the_order_of_dates_is_that_of_their_texts(a: Date, b: Date) -> bool {
            a.cmp(&b) == a.to_string().cmp(&b.to_string()) && (a < b) == (a.days_until(b) > 0)
        }

        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<Date>().is_err() && Date::from_compact(&text).is_err() || text.len() <= 10
        }

        fn age_never_falls_as_days_pass(birth: Date, day: Date) -> bool {
            let (Some(today), Some(next)) = (age_on(birth, day), day.plus_days(1)) else { return true };
            age_on(birth, next).is_some_and(|later| later == today || later == today + 1)
        }
    }
}
