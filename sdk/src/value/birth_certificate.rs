//! Numbers of medical certificates of birth, 出生医学证明编号.

use std::str::FromStr;

use thiserror::Error;

use crate::fault;

use super::ascii::{Ascii, all_digits};

/// A birth certificate's number: one letter for the printing and nine digits, the first of which are a province's.
/// There is no check digit. Certificates of the first printing (1996) had no letter and are not read.
///
/// ```
/// use tongzhou::value::BirthCertificate;
///
/// let number: BirthCertificate = "X320000000".parse().unwrap();
/// assert_eq!(number.province_prefix(), "32");
/// assert_eq!(number.as_str(), "X320000000");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BirthCertificate(Ascii<10>);

/// Why a text is no [`BirthCertificate`] number.
///
/// ```
/// use tongzhou::value::{BirthCertificate, birth_certificate::BirthCertificateError};
///
/// assert_eq!("3200000000".parse::<BirthCertificate>(), Err(BirthCertificateError::Letter));
/// assert_eq!("X32000".parse::<BirthCertificate>(), Err(BirthCertificateError::Length));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BirthCertificateError {
    /// It does not have ten characters.
    #[error("the number does not have ten characters")]
    Length,
    /// It does not begin with a capital letter.
    #[error("the number does not begin with a capital letter")]
    Letter,
    /// It has something other than digits behind the letter.
    #[error("the number has something other than digits behind its letter")]
    Characters,
}

impl BirthCertificate {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The two digits of the province; ask [`crate::region::province_known`] whether there is one.
    pub fn province_prefix(&self) -> &str {
        self.0.part(1..3)
    }
}

impl FromStr for BirthCertificate {
    type Err = BirthCertificateError;

    fn from_str(text: &str) -> Result<Self, BirthCertificateError> {
        if text.chars().count() != 10 {
            return Err(BirthCertificateError::Length);
        }
        let digits = text
            .strip_prefix(|first: char| first.is_ascii_uppercase())
            .ok_or(BirthCertificateError::Letter)?;
        if !all_digits(digits) && !fault::is("birth-certificate-of-letters") {
            return Err(BirthCertificateError::Characters);
        }
        Ascii::new(text).map(Self).ok_or(BirthCertificateError::Characters)
    }
}

checked_text!(personal BirthCertificate, BirthCertificateError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn a_number_states_its_province() {
        let number: BirthCertificate = "L350000000".parse().unwrap();
        assert_eq!((number.as_str(), number.province_prefix()), ("L350000000", "35"));
    }

    #[test]
    fn each_fault_of_a_number_is_told_apart() {
        use BirthCertificateError::*;
        for (text, fault) in [
            ("", Length),
            ("X32000000", Length),
            ("X3200000000", Length),
            ("3200000000", Letter),
            ("x320000000", Letter),
            ("出320000000", Letter),
            ("X32000000O", Characters),
            ("XX20000000", Characters),
            ("X32000000０", Characters),
        ] {
            assert_eq!(text.parse::<BirthCertificate>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<BirthCertificate>().is_err()
        }

        fn any_letter_and_nine_digits_are_a_number(letter: u8, digits: u32) -> bool {
            let text = format!("{}{:09}", char::from(b'A' + letter % 26), digits % 1_000_000_000);
            text.parse::<BirthCertificate>().is_ok_and(|number| number.as_str() == text)
        }
    }
}
