//! Passport numbers, 护照.

use std::str::FromStr;

use thiserror::Error;

use super::ascii::Ascii;

/// The number of a passport of any country: five to fifteen capitals and digits.
///
/// ```
/// use tongzhou::value::Passport;
///
/// let passport: Passport = "E00000000".parse().unwrap();
/// assert!(passport.has_chinese_form());
/// assert_eq!(passport.as_str(), "E00000000");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Passport(Ascii<15>);

/// Why a text is no [`Passport`] number.
///
/// ```
/// use tongzhou::value::{Passport, passport::PassportError};
///
/// assert_eq!("e00000000".parse::<Passport>(), Err(PassportError::Characters));
/// assert_eq!("E000".parse::<Passport>(), Err(PassportError::Length));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PassportError {
    /// It has fewer than five or more than fifteen characters.
    #[error("the number does not have five to fifteen characters")]
    Length,
    /// It has something other than capitals and digits.
    #[error("the number has something other than capital letters and digits")]
    Characters,
}

impl Passport {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it looks like a Chinese number: one of `D`, `E`, `G`, `P`, `S` and eight characters more. A hint
    /// only; the shape is from general knowledge.
    pub fn has_chinese_form(&self) -> bool {
        self.as_str().len() == 9 && self.as_str().starts_with(['D', 'E', 'G', 'P', 'S'])
    }
}

impl FromStr for Passport {
    type Err = PassportError;

    fn from_str(text: &str) -> Result<Self, PassportError> {
        if !text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()) {
            return Err(PassportError::Characters);
        }
        if text.len() < 5 {
            return Err(PassportError::Length);
        }
        Ascii::new(text).map(Self).ok_or(PassportError::Length)
    }
}

checked_text!(personal Passport, PassportError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn numbers_of_several_countries_are_read() {
        for (text, chinese) in
            [("E00000000", true), ("EA0000000", true), ("X0000", false), ("E000000000", false)]
        {
            let passport: Passport = text.parse().unwrap();
            assert_eq!((passport.as_str(), passport.has_chinese_form()), (text, chinese));
        }
    }

    #[test]
    fn each_fault_of_a_number_is_told_apart() {
        use PassportError::*;
        for (text, fault) in [
            ("", Length),
            ("E000", Length),
            ("E000000000000000", Length),
            ("e00000000", Characters),
            ("E 0000000", Characters),
            ("Ｅ00000000", Characters),
        ] {
            assert_eq!(text.parse::<Passport>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<Passport>().map_or(true, |passport| passport.as_str() == text)
        }
    }
}
