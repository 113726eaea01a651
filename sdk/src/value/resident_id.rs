//! Resident id numbers, 公民身份号码 (GB 11643-1999), and those of fifteen digits that came before.

use std::str::FromStr;

use crate::{code::lists::Sex, fault};

use super::{
    ascii::{Ascii, all_digits},
    citizen_number::{CitizenNumber, CitizenNumberError, check_character},
    date::Date,
};

/// A resident id of eighteen characters. Its region is that of *first* registration and never changes; whether
/// that code ever existed is asked of [`crate::region`].
///
/// ```
/// use tongzhou::{code::lists::Sex, value::ResidentId};
///
/// let id: ResidentId = "11010120150104000X".parse().unwrap();
/// assert_eq!(id.region(), "110101");
/// assert_eq!(id.birth_date().to_string(), "2015-01-04");
/// assert_eq!(id.sex(), Sex::Female);
/// assert_eq!(format!("{id:?}"), "ResidentId(…)");
/// assert_eq!(id.as_str(), "11010120150104000X");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ResidentId(CitizenNumber);

/// A resident id of fifteen digits, as old documents have it: region, birth date without its century, sequence.
///
/// Nobody born in this century has one, and cards that bear one are invalid since 2013.
///
/// ```
/// use tongzhou::value::LegacyResidentId;
///
/// let old: LegacyResidentId = "110101800101000".parse().unwrap();
/// assert_eq!(old.as_str(), "110101800101000");
/// // The century and the check digit are added.
/// assert_eq!(old.to_resident_id().as_str(), "110101198001010002");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LegacyResidentId {
    text: Ascii<15>,
    /// The same number in today's form.
    modern: ResidentId,
}

impl ResidentId {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The six-digit code of the place of first registration.
    pub fn region(&self) -> &str {
        self.0.region()
    }

    /// The date of birth, 出生日期.
    pub const fn birth_date(&self) -> Date {
        self.0.birth_date()
    }

    /// The sex, 性别: male or female, by the parity of the seventeenth digit.
    pub const fn sex(&self) -> Sex {
        self.0.sex()
    }
}

impl FromStr for ResidentId {
    type Err = CitizenNumberError;

    fn from_str(text: &str) -> Result<Self, CitizenNumberError> {
        // An 8 begins residence permits, a 9 permits of foreigners; no province has a code with 0.
        CitizenNumber::read(text, |region| !region.starts_with(['0', '8', '9'])).map(Self)
    }
}

checked_text!(personal ResidentId, CitizenNumberError);

impl LegacyResidentId {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// The same number in today's form: the century 19 put in, the check character put behind.
    pub const fn to_resident_id(&self) -> ResidentId {
        self.modern
    }
}

impl FromStr for LegacyResidentId {
    type Err = CitizenNumberError;

    fn from_str(text: &str) -> Result<Self, CitizenNumberError> {
        if text.chars().count() != 15 {
            return Err(CitizenNumberError::Length);
        }
        if !all_digits(text) {
            return Err(CitizenNumberError::Characters);
        }
        let held = Ascii::new(text).ok_or(CitizenNumberError::Characters)?;
        let mut modern = [0; 18];
        let digits = held
            .part(0..6)
            .bytes()
            .chain(if fault::is("fifteen-digits-of-this-century") { *b"20" } else { *b"19" })
            .chain(held.part(6..15).bytes());
        for (place, digit) in modern.iter_mut().zip(digits) {
            *place = digit;
        }
        let check = modern.split_last().and_then(|(_, digits)| check_character(str::from_utf8(digits).ok()?));
        let check = check.and_then(|check| u8::try_from(check).ok()).ok_or(CitizenNumberError::Characters)?;
        if let Some(last) = modern.last_mut() {
            *last = check;
        }
        let modern = str::from_utf8(&modern).map_err(|_| CitizenNumberError::Characters)?.parse()?;
        Ok(Self { text: held, modern })
    }
}

checked_text!(personal LegacyResidentId, CitizenNumberError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    fn fault(text: &str) -> Option<CitizenNumberError> {
        text.parse::<ResidentId>().err()
    }

    #[test]
    fn synthetic_numbers_are_read_with_what_they_state() {
        for (text, region, birth, sex) in [
            ("110101201506010002", "110101", "2015-06-01", Sex::Female),
            ("331122201803150005", "331122", "2018-03-15", Sex::Female),
            ("440106198501010007", "440106", "1985-01-01", Sex::Female),
            ("11010120150104000X", "110101", "2015-01-04", Sex::Female),
            ("110103200506010000", "110103", "2005-06-01", Sex::Female),
            ("110101201506019998", "110101", "2015-06-01", Sex::Male),
            ("331122201803159990", "331122", "2018-03-15", Sex::Male),
            ("61010419620927999X", "610104", "1962-09-27", Sex::Male),
        ] {
            let id: ResidentId = text.parse().unwrap();
            assert_eq!((id.as_str(), id.region(), id.sex()), (text, region, sex));
            assert_eq!(id.birth_date().to_string(), birth);
        }
    }

    #[test]
    fn each_fault_of_a_number_is_told_apart() {
        use CitizenNumberError::*;
        for (text, expected) in [
            ("", Length),
            ("11010120150601000", Length),
            ("1101012015060100022", Length),
            ("1101012015O6010002", Characters),
            ("11010120150601000Y", Characters),
            ("X10101201506010002", Characters),
            ("1101012015０6010002", Characters),
            ("11010120150104000x", LowerCaseX),
            ("810000201506010006", Kind),
            ("931840201506010009", Kind),
            ("010101201506010002", Kind),
            ("110101201502300002", BirthDate),
            ("110101189906010002", BirthDate),
            ("110101201506010003", CheckDigit),
        ] {
            assert_eq!(fault(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_number_of_fifteen_digits_becomes_the_one_of_today() {
        let old: LegacyResidentId = "440106850101000".parse().unwrap();
        assert_eq!(old.to_resident_id().as_str(), "440106198501010007");
        let old: LegacyResidentId = "610104620927999".parse().unwrap();
        assert_eq!(old.to_resident_id().as_str(), "61010419620927999X");
        assert_eq!(old.as_str(), "610104620927999");
    }

    #[test]
    fn each_fault_of_a_number_of_fifteen_digits_is_told_apart() {
        use CitizenNumberError::*;
        for (text, expected) in [
            ("44010685010100", Length),
            ("44010685010100X", Characters),
            ("440106850230000", BirthDate),
            ("940106850101000", Kind),
        ] {
            assert_eq!(text.parse::<LegacyResidentId>().err(), Some(expected), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            fault(&text).is_some() && text.parse::<LegacyResidentId>().is_err()
        }

        fn any_digits_are_read_without_fault(number: u64) -> bool {
            let text = format!("{number:018}");
            text.parse::<ResidentId>().map_or(true, |id| id.as_str() == text)
        }
    }
}
