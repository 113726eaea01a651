//! Months as the rules about time read them.

use crate::{model::texts::MonthText, value::Date};

/// The first day of the month, if the year has it.
pub(super) fn first_day(month: &MonthText<'_>) -> Option<Date> {
    let (year, month) = month.as_str().split_once('-')?;
    Date::from_ymd(year.parse().ok()?, month.parse().ok()?, 1).ok()
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    quickcheck! {
        fn a_month_begins_on_its_first_day(day: Date) -> bool {
            let written = day.to_string();
            let month = MonthText::new(written.get(..7).unwrap()).unwrap();
            first_day(&month).map(|first| (first.year(), first.month(), first.day()))
                == Some((day.year(), day.month(), 1))
        }
    }

    #[test]
    fn a_thirteenth_month_does_not_begin() {
        for month in ["2026-00", "2026-13", "1899-12", "0000-01"] {
            assert_eq!(first_day(&MonthText::new(month).unwrap()), None, "{month}");
        }
    }
}
