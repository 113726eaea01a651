//! Checked values: what a rule may rely on once a text has been read.
//!
//! Each type is built only from text that keeps every rule its kind of value has in itself (shape, check digit,
//! calendar). A failed reading says which of them was broken and never repeats the text. What depends on more
//! than the text (today's date, other members of a document, the table of regions) is for the rules.
//!
//! Values that can name or describe a person hide from `Debug` and have no `Display`; their text is had by
//! `as_str`, on purpose a word one has to write.
//!
//! ```
//! use tongzhou::value::{Date, Money, OrganisationCode, ResidentId};
//!
//! assert_eq!("1234.50".parse::<Money>().map(Money::fen), Ok(123_450));
//! assert!("2026-02-30".parse::<Date>().is_err());
//! // One digit is miscopied, and the check character shows it.
//! assert!("531000000000000009".parse::<OrganisationCode>().is_err());
//! let id: ResidentId = "11010120150104000X".parse().expect("a number with its check digit");
//! assert_eq!(format!("{id:?}"), "ResidentId(…)");
//! ```

/// Implements what every checked text shares: `TryFrom<&str>` beside `FromStr`, and a `Debug` that hides the
/// text of personal kinds.
macro_rules! checked_text {
    (personal $type:ident, $error:ty) => {
        checked_text!(@try_from $type, $error);

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($type), "(…)"))
            }
        }
    };
    (public $type:ident, $error:ty) => {
        checked_text!(@try_from $type, $error);

        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($type), "({})"), self)
            }
        }
    };
    (@try_from $type:ident, $error:ty) => {
        impl TryFrom<&str> for $type {
            type Error = $error;

            fn try_from(text: &str) -> Result<Self, $error> {
                text.parse()
            }
        }
    };
}

mod ascii;

pub mod bank_card;
pub mod bill_number;
pub mod birth_certificate;
pub mod capital_amount;
pub mod citizen_number;
pub mod date;
pub mod designated_hospital_code;
pub mod diagnosis_code;
pub mod digest;
pub mod foreigner_permit;
pub mod instant;
pub mod masked;
pub mod money;
pub mod organisation_code;
pub mod passport;
pub mod phone;
pub mod residence_permit;
pub mod resident_id;
pub mod standard_version;
pub mod travel_permit;
pub mod uuid7;

pub use bank_card::BankCard;
pub use bill_number::BillNumber;
pub use birth_certificate::BirthCertificate;
pub use date::{Date, age_on};
pub use designated_hospital_code::DesignatedHospitalCode;
pub use diagnosis_code::DiagnosisCode;
pub use digest::Sha256Digest;
pub use foreigner_permit::ForeignerPermit;
pub use instant::Instant;
pub use money::Money;
pub use organisation_code::OrganisationCode;
pub use passport::Passport;
pub use phone::MobileNumber;
pub use residence_permit::ResidencePermit;
pub use resident_id::{LegacyResidentId, ResidentId};
pub use standard_version::StandardVersion;
pub use travel_permit::TravelPermit;
pub use uuid7::Uuid7;

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use quickcheck::quickcheck;

    use super::*;

    /// Reads `sample` with one character replaced; what is read must be what was written.
    fn survives<T: FromStr>(sample: &str, place: usize, by: char, written: fn(&T) -> String) -> bool {
        let place = place % sample.chars().count();
        let text: String = sample
            .chars()
            .enumerate()
            .map(|(at, character)| if at == place { by } else { character })
            .collect();
        text.parse::<T>().map_or(true, |value| written(&value) == text)
    }

    quickcheck! {
        fn a_text_that_is_nearly_right_is_refused_or_comes_back_unchanged(place: usize, by: char) -> bool {
            let near = [by, char::from(b' ' + u8::try_from(u32::from(by) % 95).unwrap())];
            near.into_iter().all(|by| {
                survives::<ResidentId>("11010120150104000X", place, by, |id| id.as_str().to_owned())
                    && survives::<LegacyResidentId>("440106850101000", place, by, |id| id.as_str().to_owned())
                    && survives::<ResidencePermit>("83000020150601000X", place, by, |id| id.as_str().to_owned())
                    && survives::<ForeignerPermit>("931840201506010009", place, by, |id| id.as_str().to_owned())
                    && survives::<ForeignerPermit>("ZZZ110015060100", place, by, |id| id.as_str().to_owned())
                    && survives::<TravelPermit>("H0000000001", place, by, |id| id.as_str().to_owned())
                    && survives::<Passport>("E00000000", place, by, |id| id.as_str().to_owned())
                    && survives::<BirthCertificate>("X320000000", place, by, |id| id.as_str().to_owned())
                    && survives::<OrganisationCode>("1211000040000000XT", place, by, ToString::to_string)
                    && survives::<BankCard>("6217000000000000004", place, by, |card| card.as_str().to_owned())
                    && survives::<MobileNumber>("13000000000", place, by, |phone| phone.as_str().to_owned())
                    && survives::<Uuid7>("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", place, by, ToString::to_string)
                    && survives::<Date>("2024-02-29", place, by, ToString::to_string)
                    && survives::<Instant>("2024-02-29T15:59:59Z", place, by, ToString::to_string)
                    && survives::<Money>("1234567.50", place, by, ToString::to_string)
            })
        }
    }

    #[test]
    fn personal_values_hide_from_debug() {
        assert_eq!(format!("{:?}", "11010120150104000X".parse::<ResidentId>().unwrap()), "ResidentId(…)");
        assert_eq!(
            format!("{:?}", "440106850101000".parse::<LegacyResidentId>().unwrap()),
            "LegacyResidentId(…)"
        );
        assert_eq!(
            format!("{:?}", "83000020150601000X".parse::<ResidencePermit>().unwrap()),
            "ResidencePermit(…)"
        );
        assert_eq!(
            format!("{:?}", "931840201506010009".parse::<ForeignerPermit>().unwrap()),
            "ForeignerPermit(…)"
        );
        assert_eq!(format!("{:?}", "H00000000".parse::<TravelPermit>().unwrap()), "TravelPermit(…)");
        assert_eq!(format!("{:?}", "E00000000".parse::<Passport>().unwrap()), "Passport(…)");
        assert_eq!(format!("{:?}", "X320000000".parse::<BirthCertificate>().unwrap()), "BirthCertificate(…)");
        assert_eq!(format!("{:?}", "6217000000000000004".parse::<BankCard>().unwrap()), "BankCard(…)");
        assert_eq!(format!("{:?}", "13000000000".parse::<MobileNumber>().unwrap()), "MobileNumber(…)");
        let code = DiagnosisCode::new(crate::code::lists::DiagnosisSystem::WhoIcd10, "C91.0").unwrap();
        assert_eq!(format!("{code:?}"), "DiagnosisCode(…)");
    }
}
