//! Residence permits of people from Hong Kong, Macao and Taiwan, 港澳台居民居住证.

use std::str::FromStr;

use crate::{code::lists::Sex, fault};

use super::{
    citizen_number::{CitizenNumber, CitizenNumberError},
    date::Date,
};

/// The number of a residence permit: built as a resident id, with 810000, 820000 or 830000 as region.
///
/// ```
/// use tongzhou::value::{ResidencePermit, residence_permit::Origin};
///
/// let permit: ResidencePermit = "83000020150601000X".parse().unwrap();
/// assert_eq!(permit.origin(), Origin::Taiwan);
/// assert_eq!(permit.birth_date().to_string(), "2015-06-01");
/// // The seventeenth digit is even.
/// assert_eq!(permit.sex(), tongzhou::code::lists::Sex::Female);
/// assert_eq!(permit.as_str(), "83000020150601000X");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ResidencePermit(CitizenNumber);

/// Where the holder of a [`ResidencePermit`] is at home.
///
/// ```
/// use tongzhou::value::{ResidencePermit, residence_permit::Origin};
///
/// // A resident id is none, though it is built the same way.
/// assert!("11010120150104000X".parse::<ResidencePermit>().is_err());
/// let permit: ResidencePermit = "83000020150601000X".parse().unwrap();
/// assert_eq!(permit.origin(), Origin::Taiwan);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// 香港, 810000.
    HongKong,
    /// 澳门, 820000.
    Macao,
    /// 台湾, 830000 (GB/T 2260 itself has 710000).
    Taiwan,
}

impl ResidencePermit {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Where the holder is at home.
    pub fn origin(&self) -> Origin {
        match self.0.region() {
            "810000" => Origin::HongKong,
            "820000" => Origin::Macao,
            _ => Origin::Taiwan,
        }
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

impl FromStr for ResidencePermit {
    type Err = CitizenNumberError;

    fn from_str(text: &str) -> Result<Self, CitizenNumberError> {
        CitizenNumber::read(text, |region| {
            matches!(region, "810000" | "820000" | "830000") || fault::is("permit-of-any-region")
        })
        .map(Self)
    }
}

checked_text!(personal ResidencePermit, CitizenNumberError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn synthetic_permits_are_read_with_what_they_state() {
        for (text, origin, sex) in [
            ("810000201506010006", Origin::HongKong, Sex::Female),
            ("820000201506010008", Origin::Macao, Sex::Female),
            ("83000020150601000X", Origin::Taiwan, Sex::Female),
            ("810000201506019991", Origin::HongKong, Sex::Male),
        ] {
            let permit: ResidencePermit = text.parse().unwrap();
            assert_eq!((permit.as_str(), permit.origin(), permit.sex()), (text, origin, sex));
            assert_eq!(permit.birth_date().to_string(), "2015-06-01");
        }
    }

    #[test]
    fn a_number_of_another_kind_is_told_from_a_wrong_one() {
        use CitizenNumberError::*;
        for (text, fault) in [
            ("110101201506010002", Kind),
            ("710000201506010002", Kind),
            ("810101201506010006", Kind),
            ("810000201506010007", CheckDigit),
            ("810000201513010006", BirthDate),
        ] {
            assert_eq!(text.parse::<ResidencePermit>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<ResidencePermit>().is_err()
        }
    }
}
