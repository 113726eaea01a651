//! From checked values to the texts that documents write: what is checked has its shape, so nothing can go wrong.

use crate::{
    model::texts::{
        AccountText, DateText, DiagnosisCodeText, DigestText, IdText, IdentifierText, InstantText, MoneyText,
        OrganisationCodeText, PhoneText,
    },
    value::{
        BankCard, BirthCertificate, Date, DiagnosisCode, ForeignerPermit, Instant, MobileNumber, Money,
        OrganisationCode, Passport, ResidencePermit, ResidentId, Sha256Digest, TravelPermit, Uuid7,
    },
};

macro_rules! written {
    ($($value:ident as $text:ident by $written:expr;)+) => {
        $(impl From<$value> for $text<'_> {
            fn from(value: $value) -> Self {
                let written: fn(&$value) -> String = $written;
                Self::ours(&written(&value))
            }
        })+
    };
}

written! {
    BankCard as AccountText by |card| card.as_str().to_owned();
    BirthCertificate as IdentifierText by |number| number.as_str().to_owned();
    Date as DateText by Date::to_string;
    DiagnosisCode as DiagnosisCodeText by |code| code.as_str().to_owned();
    ForeignerPermit as IdentifierText by |number| number.as_str().to_owned();
    // Documents write whole seconds; a part of one is dropped.
    Instant as InstantText by |at| Instant::from_unix_seconds(at.unix_seconds()).unwrap_or(*at).to_string();
    MobileNumber as PhoneText by |number| number.as_str().to_owned();
    Money as MoneyText by Money::to_string;
    OrganisationCode as OrganisationCodeText by |code| code.as_str().to_owned();
    Passport as IdentifierText by |number| number.as_str().to_owned();
    ResidencePermit as IdentifierText by |number| number.as_str().to_owned();
    ResidentId as IdentifierText by |number| number.as_str().to_owned();
    Sha256Digest as DigestText by Sha256Digest::to_string;
    TravelPermit as IdentifierText by |number| number.as_str().to_owned();
    Uuid7 as IdText by Uuid7::to_string;
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;
    use crate::shape::Shaped;

    quickcheck! {
        fn dates(value: Date) -> bool {
            let text = DateText::from(value);
            Shaped::new(text.as_str()).as_ref() == Some(&text) && text.as_str().parse() == Ok(value)
        }

        fn money(value: Money) -> bool {
            let text = MoneyText::from(value);
            Shaped::new(text.as_str()).as_ref() == Some(&text) && text.as_str().parse() == Ok(value)
        }
    }

    #[test]
    fn a_part_of_a_second_is_dropped_also_before_1970() {
        for (at, written) in [
            ("2026-09-20T02:30:00.999Z", "2026-09-20T02:30:00Z"),
            ("1969-12-31T23:59:59.25Z", "1969-12-31T23:59:59Z"),
        ] {
            assert_eq!(InstantText::from(at.parse::<Instant>().unwrap()).as_str(), written);
        }
    }

    #[test]
    fn numbers_of_papers_are_written_as_they_stand() {
        let number: ResidentId = "110101201506010002".parse().unwrap();
        assert_eq!(IdentifierText::from(number).as_str(), "110101201506010002");
        let code: OrganisationCode = "531000000000000008".parse().unwrap();
        assert_eq!(OrganisationCodeText::from(code).as_str(), "531000000000000008");
    }
}
