//! Unified social credit codes of organisations, 统一社会信用代码 (GB 32100-2015).

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::fault;

use super::ascii::{Ascii, all_digits};

/// An organisation's code: authority 1, category 1, region 6, subject 9, check 1.
///
/// ```
/// use tongzhou::value::OrganisationCode;
///
/// let code: OrganisationCode = "531000000000000008".parse().unwrap();
/// assert_eq!((code.authority(), code.category()), ("5", "53"));
/// assert_eq!((code.region(), code.subject()), ("100000", "000000000"));
/// assert!(code.inner_check_agrees());
/// assert_eq!(code.as_str(), "531000000000000008");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganisationCode(Ascii<18>);

/// Why a text is no [`OrganisationCode`].
///
/// ```
/// use tongzhou::value::{OrganisationCode, organisation_code::OrganisationCodeError};
///
/// assert_eq!("531000000000000009".parse::<OrganisationCode>(), Err(OrganisationCodeError::CheckDigit));
/// assert_eq!("5310000".parse::<OrganisationCode>(), Err(OrganisationCodeError::Length));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OrganisationCodeError {
    /// It does not have eighteen characters.
    #[error("the code does not have eighteen characters")]
    Length,
    /// It has a character outside the digits and the capitals without I, O, S, V and Z, or a region not in digits.
    #[error("the code has a character that does not belong there")]
    Characters,
    /// Its check character does not follow from the others.
    #[error("the check character does not match")]
    CheckDigit,
}

impl OrganisationCode {
    /// The place, from 1, of the first character of a text that cannot stand there in a code: a digit of the region is
    /// none, or a letter is small or one of I, O, S, V and Z.
    ///
    /// ```
    /// use tongzhou::value::OrganisationCode;
    ///
    /// // The letter O where the digit 0 belongs.
    /// assert_eq!(OrganisationCode::out_of_place("53100000000000000O"), Some(18));
    /// assert_eq!(OrganisationCode::out_of_place("531000000000000008"), None);
    /// ```
    pub fn out_of_place(text: &str) -> Option<usize> {
        let stands = |(place, letter): (usize, char)| match u8::try_from(letter) {
            Ok(digit) if (2..8).contains(&place) => digit.is_ascii_digit(),
            Ok(letter) => value(letter).is_some(),
            Err(_) => false,
        };
        text.chars().enumerate().position(|at| !stands(at)).map(|place| place + 1)
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The authority that registered it: `5` civil affairs 民政, `9` market regulation 工商, `1` 机构编制.
    pub fn authority(&self) -> &str {
        self.0.part(0..1)
    }

    /// Authority and category together, such as `51` 社会团体 or `12` 事业单位.
    pub fn category(&self) -> &str {
        self.0.part(0..2)
    }

    /// The six-digit code of the place of registration.
    pub fn region(&self) -> &str {
        self.0.part(2..8)
    }

    /// The nine characters of the subject, 主体标识码, the organisation code of GB 11714.
    pub fn subject(&self) -> &str {
        self.0.part(8..17)
    }

    /// Whether the last of the [subject](Self::subject)'s nine characters is the check (MOD 11) of the eight
    /// before it. No part of reading: a code that fails it is worth a warning, not a refusal.
    pub fn inner_check_agrees(&self) -> bool {
        let mut characters = self.subject().bytes();
        let sum: Option<u32> =
            characters.by_ref().zip(INNER_WEIGHTS).try_fold(0, |sum, (character, weight)| {
                char::from(character).to_digit(36).map(|value| sum + value * weight)
            });
        let expected = match sum.map(|sum| 11 - sum % 11) {
            Some(10) => Some('X'),
            Some(11) => Some('0'),
            Some(digit) => char::from_digit(digit, 10),
            None => None,
        };
        self.subject().chars().next_back() == expected
    }
}

impl FromStr for OrganisationCode {
    type Err = OrganisationCodeError;

    fn from_str(text: &str) -> Result<Self, OrganisationCodeError> {
        // Eighteen bytes may be fewer characters.
        let odd_one = || {
            let right = text.chars().count() == 18;
            if right { OrganisationCodeError::Characters } else { OrganisationCodeError::Length }
        };
        let Ok(&[body @ .., check]) = <&[u8; 18]>::try_from(text.as_bytes()) else { return Err(odd_one()) };
        let value = |character| value(character).ok_or_else(odd_one);
        let mut sum = 0;
        for (character, weight) in body.iter().zip(WEIGHTS) {
            sum += value(*character)? * weight;
        }
        let check = value(check)?;
        let held = Ascii::new(text).ok_or(OrganisationCodeError::Characters)?;
        if !all_digits(held.part(2..8)) {
            return Err(OrganisationCodeError::Characters);
        }
        if check != (31 - sum % 31) % 31 && !fault::is("organisation-unchecked") {
            return Err(OrganisationCodeError::CheckDigit);
        }
        Ok(Self(held))
    }
}

impl fmt::Display for OrganisationCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

checked_text!(public OrganisationCode, OrganisationCodeError);

/// The value of a character: its place in the alphabet of the standard.
fn value(character: u8) -> Option<u32> {
    let value = *VALUES.get(usize::from(character))?;
    (value < NO_VALUE).then_some(u32::from(value))
}

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const NO_VALUE: u8 = u8::MAX;
/// The place of each ASCII character in the alphabet.
#[expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "worked out by the compiler, which refuses an index out of bounds; the alphabet has 31 letters"
)]
const VALUES: [u8; 128] = {
    let mut values = [NO_VALUE; 128];
    let mut value = 0;
    while value < ALPHABET.len() {
        values[ALPHABET[value] as usize] = value as u8;
        value += 1;
    }
    values
};
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const INNER_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn published_and_synthetic_codes_are_read() {
        for (text, category, region) in [
            ("531000000000000008", "53", "100000"),
            ("533100001234567881", "53", "310000"),
            ("1211000040000000XT", "12", "110000"),
        ] {
            let code: OrganisationCode = text.parse().unwrap();
            assert_eq!((code.as_str(), code.category(), code.region()), (text, category, region));
        }
    }

    #[test]
    fn each_fault_of_a_code_is_told_apart() {
        use OrganisationCodeError::*;
        for (text, fault) in [
            ("", Length),
            ("53100000000000000", Length),
            ("53100000000000000O", Characters),
            ("5310000000000000I8", Characters),
            ("1211000040000000xT", Characters),
            ("53100A000000000008", Characters),
            ("５31000000000000008", Characters),
            ("531000000000000009", CheckDigit),
            ("533100001234567818", CheckDigit),
        ] {
            assert_eq!(text.parse::<OrganisationCode>().err(), Some(fault), "{text}");
        }
    }

    #[test]
    fn the_inner_check_is_that_of_the_old_organisation_code() {
        // By hand: 3*1+7*2+9*3+10*4+5*5+8*6+4*7+2*8 = 201 = 18*11 + 3, and 11 - 3 = 8.
        let agrees = |text: &str| text.parse::<OrganisationCode>().unwrap().inner_check_agrees();
        assert!(agrees("533100001234567881"));
        // All zeros: the sum is 0, 11 - 0 = 11, written 0.
        assert!(agrees("531000000000000008"));
        // 3*4 = 12 = 11 + 1, and 11 - 1 = 10, written X.
        assert!(agrees("1211000040000000XT"));
        let wrong = ALPHABET.iter().find_map(|&last| {
            format!("53310000123456780{}", char::from(last)).parse::<OrganisationCode>().ok()
        });
        assert!(!wrong.unwrap().inner_check_agrees());
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<OrganisationCode>().is_err()
        }

        fn seventeen_characters_have_exactly_one_check_character(body: Vec<u8>) -> bool {
            let mut code: String = body.iter().chain([0; 17].iter()).take(17).enumerate().map(|(place, byte)| {
                let letters = if (2..8).contains(&place) { 10 } else { 31 };
                char::from(ALPHABET[usize::from(*byte) % letters])
            }).collect();
            let fitting = ALPHABET.iter().filter(|&&last| {
                code.push(char::from(last));
                let fits = code.parse::<OrganisationCode>().is_ok();
                code.pop();
                fits
            });
            fitting.count() == 1
        }
    }
}
