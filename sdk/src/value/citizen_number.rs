//! What the eighteen characters of a resident id and of the permits of the same form have in common.

use std::{fmt, ops::Range};

use thiserror::Error;

use crate::{code::lists::Sex, fault};

use super::{ascii::Ascii, date::Date};

/// Why a text is no resident id or no permit of the same form.
///
/// ```
/// use tongzhou::value::{ResidentId, citizen_number::CitizenNumberError};
///
/// assert_eq!("110101201501040001".parse::<ResidentId>(), Err(CitizenNumberError::CheckDigit));
/// assert_eq!("11010120150104000x".parse::<ResidentId>(), Err(CitizenNumberError::LowerCaseX));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CitizenNumberError {
    /// It does not have the right number of characters.
    #[error("the number does not have the right length")]
    Length,
    /// It has something other than digits, or an X elsewhere than at the end.
    #[error("the number has a character that does not belong there")]
    Characters,
    /// Its X is written small.
    #[error("the check character x is written as a capital X")]
    LowerCaseX,
    /// It begins as numbers of another kind do.
    #[error("the number is of another kind")]
    Kind,
    /// Its birth date is not in the calendar.
    #[error("the birth date inside the number is not in the calendar")]
    BirthDate,
    /// Its check character does not follow from the others.
    #[error("the check character does not match")]
    CheckDigit,
}

/// Eighteen characters that passed: region 6, birth date 8, sequence 3, check 1 (GB 11643-1999).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct CitizenNumber {
    text: Ascii<18>,
    birth: Date,
    sex: Sex,
}

impl CitizenNumber {
    /// Reads a number whose first six digits `is_kind` accepts.
    pub(super) fn read(text: &str, is_kind: impl Fn(&str) -> bool) -> Result<Self, CitizenNumberError> {
        let held = checked_characters(text)?;
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        if !is_kind(part(0..6)) {
            return Err(CitizenNumberError::Kind);
        }
        let birth = Date::from_compact(part(6..14)).map_err(|_| CitizenNumberError::BirthDate)?;
        if check_character(part(0..17)) != text.bytes().next_back().map(char::from)
            && !fault::is("check-character-unread")
        {
            return Err(CitizenNumberError::CheckDigit);
        }
        let odd = part(if fault::is("sex-of-the-last-digit") { 17..18 } else { 16..17 })
            .bytes()
            .all(|digit| digit % 2 == 1);
        Ok(Self { text: held, birth, sex: if odd { Sex::Male } else { Sex::Female } })
    }

    pub(super) fn as_str(&self) -> &str {
        self.text.as_str()
    }

    pub(super) fn region(&self) -> &str {
        self.text.part(0..6)
    }

    pub(super) const fn birth_date(&self) -> Date {
        self.birth
    }

    pub(super) const fn sex(&self) -> Sex {
        self.sex
    }
}

impl fmt::Debug for CitizenNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CitizenNumber(…)")
    }
}

/// Eighteen characters of which the last may be an X; nothing else is looked at.
pub(super) fn checked_characters(text: &str) -> Result<Ascii<18>, CitizenNumberError> {
    let odd_one = || {
        let right = text.chars().count() == 18;
        if right { CitizenNumberError::Characters } else { CitizenNumberError::Length }
    };
    let Ok([digits @ .., last]) = <[u8; 18]>::try_from(text.as_bytes()) else { return Err(odd_one()) };
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(odd_one());
    }
    match last {
        b'x' => Err(CitizenNumberError::LowerCaseX),
        b'X' | b'0'..=b'9' => Ascii::new(text).ok_or(CitizenNumberError::Characters),
        _ => Err(CitizenNumberError::Characters),
    }
}

/// The check character of seventeen digits (ISO 7064 MOD 11-2).
pub(super) fn check_character(digits: &str) -> Option<char> {
    let digits: &[u8; 17] = digits.as_bytes().try_into().ok()?;
    let values = digits.map(|digit| digit.wrapping_sub(b'0'));
    if values.iter().fold(0, |highest, value| *value.max(&highest)) > 9 {
        return None;
    }
    let sum: u32 = values.iter().zip(WEIGHTS).map(|(value, weight)| u32::from(*value) * weight).sum();
    CHECKS.get(usize::try_from(sum % 11).ok()?).copied()
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];

#[cfg(test)]
mod tests {
    use china_identification_card::ChineseIdCard;
    use quickcheck::quickcheck;

    use super::*;

    quickcheck! {
        fn check_characters_agree_with_another_library(number: u64) -> bool {
            let digits = format!("{:017}", number % 100_000_000_000_000_000);
            let check = check_character(&digits).unwrap();
            "0123456789X".chars().all(|last| {
                ChineseIdCard::is_valid_id_number(format!("{digits}{last}")) == (last == check)
            })
        }

        fn a_single_wrong_digit_changes_the_check_character(number: u64, place: usize, by: u8) -> bool {
            let digits = format!("{:017}", number % 100_000_000_000_000_000);
            let mut wrong = digits.clone().into_bytes();
            let place = place % 17;
            wrong[place] = b'0' + (wrong[place] - b'0' + 1 + by % 9) % 10;
            check_character(&digits) != check_character(&String::from_utf8(wrong).unwrap())
        }
    }
}
