//! Months as the rules about time read them.

use crate::{model::texts::MonthText, value::Date};

/// The first day of the month, if the year has it.
pub(super) fn first_day(month: &MonthText<'_>) -> Option<Date> {
    let (year, month) = month.as_str().split_once('-')?;
    Date::from_ymd(year.parse().ok()?, month.parse().ok()?, 1).ok()
}
