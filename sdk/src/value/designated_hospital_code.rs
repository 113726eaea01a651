//! Codes of hospitals that the national insurance pays, 定点医疗机构编码.

use std::{fmt, str::FromStr};

use thiserror::Error;

use super::ascii::{Ascii, all_digits};

/// A designated hospital's code: `H`, the six digits of its region and five of a sequence. Seen in public code, not
/// read in a standard; interfaces leave room for up to 22 characters.
///
/// ```
/// use tongzhou::value::DesignatedHospitalCode;
///
/// let code: DesignatedHospitalCode = "H11010100000".parse().unwrap();
/// assert_eq!(code.region(), "110101");
/// assert_eq!(code.as_str(), "H11010100000");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DesignatedHospitalCode(Ascii<12>);

/// Why a text is no [`DesignatedHospitalCode`].
///
/// ```
/// use tongzhou::value::{DesignatedHospitalCode, designated_hospital_code::DesignatedHospitalCodeError};
///
/// let read = |text: &str| text.parse::<DesignatedHospitalCode>();
/// assert_eq!(read("P11010100000"), Err(DesignatedHospitalCodeError::Letter));
/// assert_eq!(read("H110101"), Err(DesignatedHospitalCodeError::Length));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DesignatedHospitalCodeError {
    /// It does not have twelve characters.
    #[error("the code does not have twelve characters")]
    Length,
    /// It does not begin with H.
    #[error("the code does not begin with H")]
    Letter,
    /// It has something other than digits behind the H.
    #[error("the code has something other than digits behind its letter")]
    Characters,
}

impl DesignatedHospitalCode {
    /// The code.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The six-digit code of its region; ask [`crate::region`] what that is.
    pub fn region(&self) -> &str {
        self.0.part(1..7)
    }
}

impl FromStr for DesignatedHospitalCode {
    type Err = DesignatedHospitalCodeError;

    fn from_str(text: &str) -> Result<Self, DesignatedHospitalCodeError> {
        if text.chars().count() != 12 {
            return Err(DesignatedHospitalCodeError::Length);
        }
        let digits = text.strip_prefix('H').ok_or(DesignatedHospitalCodeError::Letter)?;
        if !all_digits(digits) {
            return Err(DesignatedHospitalCodeError::Characters);
        }
        Ascii::new(text).map(Self).ok_or(DesignatedHospitalCodeError::Characters)
    }
}

impl fmt::Display for DesignatedHospitalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

checked_text!(public DesignatedHospitalCode, DesignatedHospitalCodeError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn each_fault_of_a_code_is_told_apart() {
        use DesignatedHospitalCodeError::*;
        for (text, fault) in [
            ("", Length),
            ("H1101010000", Length),
            ("H110101000000", Length),
            ("P11010100000", Letter),
            ("h11010100000", Letter),
            ("H1101010000A", Characters),
            ("H1101010000０", Characters),
        ] {
            assert_eq!(text.parse::<DesignatedHospitalCode>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_region_and_sequence_make_a_code(region: u32, sequence: u32) -> bool {
            let region = format!("{:06}", region % 1_000_000);
            let text = format!("H{region}{:05}", sequence % 100_000);
            text.parse::<DesignatedHospitalCode>().is_ok_and(|code| code.as_str() == text && code.region() == region)
        }
    }
}
