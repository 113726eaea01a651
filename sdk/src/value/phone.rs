//! Mobile phone numbers of mainland China, 手机号码.

use std::str::FromStr;

use thiserror::Error;

use crate::fault;

use super::ascii::{Ascii, all_digits};

/// A mobile number: eleven digits beginning with 13 to 19. The shape is from general knowledge.
///
/// ```
/// use tongzhou::value::MobileNumber;
///
/// assert!("13000000000".parse::<MobileNumber>().is_ok());
/// let number: MobileNumber = "13000000000".parse().unwrap();
/// assert_eq!((number.as_str(), format!("{number:?}").as_str()), ("13000000000", "MobileNumber(…)"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MobileNumber(Ascii<11>);

/// Why a text is no [`MobileNumber`].
///
/// ```
/// use tongzhou::value::{MobileNumber, phone::MobileNumberError};
///
/// assert_eq!("1300000000".parse::<MobileNumber>(), Err(MobileNumberError::Length));
/// assert_eq!("12000000000".parse::<MobileNumber>(), Err(MobileNumberError::Prefix));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MobileNumberError {
    /// It does not have eleven digits.
    #[error("the mobile number does not have eleven digits")]
    Length,
    /// It has something other than digits.
    #[error("the mobile number has something other than digits")]
    Characters,
    /// It begins otherwise than with 13 to 19.
    #[error("the mobile number does not begin as mobile numbers do")]
    Prefix,
}

impl MobileNumber {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for MobileNumber {
    type Err = MobileNumberError;

    fn from_str(text: &str) -> Result<Self, MobileNumberError> {
        if !all_digits(text) {
            return Err(MobileNumberError::Characters);
        }
        if text.len() != 11 {
            return Err(MobileNumberError::Length);
        }
        if !matches!(text.as_bytes(), [b'1', b'3'..=b'9', ..]) && !fault::is("mobile-of-any-beginning") {
            return Err(MobileNumberError::Prefix);
        }
        Ascii::new(text).map(Self).ok_or(MobileNumberError::Length)
    }
}

checked_text!(personal MobileNumber, MobileNumberError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn each_fault_of_a_number_is_told_apart() {
        use MobileNumberError::*;
        for (text, fault) in [
            ("", Length),
            ("1300000000", Length),
            ("130000000000", Length),
            ("+8613000000000", Characters),
            ("130-0000-0000", Characters),
            ("12000000000", Prefix),
            ("01000000000", Prefix),
        ] {
            assert_eq!(text.parse::<MobileNumber>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn a_number_that_is_read_comes_back_unchanged(number: u64) -> bool {
            let text = format!("1{:010}", number % 10_000_000_000);
            match text.parse::<MobileNumber>() {
                Ok(phone) => phone.as_str() == text,
                Err(fault) => fault == MobileNumberError::Prefix && number % 10_000_000_000 < 3_000_000_000,
            }
        }

        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<MobileNumber>().is_err()
        }
    }
}
