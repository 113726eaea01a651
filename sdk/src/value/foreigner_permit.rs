//! Foreigners' permanent residence ids, 外国人永久居留身份证.

use std::str::FromStr;

use thiserror::Error;

use super::{
    ascii::{Ascii, all_digits},
    citizen_number::{CitizenNumberError, check_character, checked_characters},
    date::Date,
};

/// The number of a permanent residence id, in either of the two forms that are valid side by side.
///
/// ```
/// use tongzhou::value::{ForeignerPermit, foreigner_permit::Form};
///
/// let permit: ForeignerPermit = "931840201506010009".parse().unwrap();
/// assert_eq!(permit.form(), Form::From2023);
/// assert_eq!(permit.as_str(), "931840201506010009");
/// assert_eq!(permit.birth_date().unwrap().to_string(), "2015-06-01");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ForeignerPermit {
    text: Ascii<18>,
    form: Form,
}

/// Which cards bear a number of that form.
///
/// ```
/// use tongzhou::value::{ForeignerPermit, foreigner_permit::Form};
///
/// let permit: ForeignerPermit = "ABC000000000000".parse().unwrap();
/// assert_eq!((permit.form(), permit.birth_date()), (Form::From2017, None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Cards of 2017, 三个字母加十二位数字: three letters, twelve digits, no check character.
    From2017,
    /// Cards issued from 2023-12-01, 五星卡: eighteen characters beginning with 9, the last one their check.
    From2023,
}

/// Why a text is no [`ForeignerPermit`].
///
/// ```
/// use tongzhou::value::{ForeignerPermit, foreigner_permit::ForeignerPermitError};
///
/// assert_eq!("931840201506010008".parse::<ForeignerPermit>(), Err(ForeignerPermitError::CheckDigit));
/// // A resident id, which begins otherwise.
/// assert_eq!("11010120150104000X".parse::<ForeignerPermit>(), Err(ForeignerPermitError::Kind));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ForeignerPermitError {
    /// It has neither fifteen nor eighteen characters.
    #[error("the number has neither fifteen nor eighteen characters")]
    Length,
    /// It has a character where its form has another sort.
    #[error("the number has a character that does not belong there")]
    Characters,
    /// Its X is written small.
    #[error("the check character x is written as a capital X")]
    LowerCaseX,
    /// It has eighteen characters, but does not begin with 9.
    #[error("the number is of another kind")]
    Kind,
    /// Its check character does not follow from the others.
    #[error("the check character does not match")]
    CheckDigit,
}

impl ForeignerPermit {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// Which of the two forms it has.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// The date of birth in a number of the newer form, if that is where it stands: the order of the parts is not
    /// verified, so a wrong date there is no fault of the number.
    pub fn birth_date(&self) -> Option<Date> {
        match self.form {
            Form::From2017 => None,
            Form::From2023 => Date::from_compact(self.text.part(6..14)).ok(),
        }
    }
}

impl FromStr for ForeignerPermit {
    type Err = ForeignerPermitError;

    fn from_str(text: &str) -> Result<Self, ForeignerPermitError> {
        if text.chars().count() == 15 {
            let held = Ascii::new(text).ok_or(ForeignerPermitError::Characters)?;
            let letters = held.part(0..3).bytes().all(|byte| byte.is_ascii_uppercase());
            return if letters && all_digits(held.part(3..15)) {
                Ok(Self { text: held, form: Form::From2017 })
            } else {
                Err(ForeignerPermitError::Characters)
            };
        }
        let held = checked_characters(text).map_err(|fault| match fault {
            CitizenNumberError::Length => ForeignerPermitError::Length,
            CitizenNumberError::LowerCaseX => ForeignerPermitError::LowerCaseX,
            CitizenNumberError::Characters
            | CitizenNumberError::Kind
            | CitizenNumberError::BirthDate
            | CitizenNumberError::CheckDigit => ForeignerPermitError::Characters,
        })?;
        if !text.starts_with('9') {
            return Err(ForeignerPermitError::Kind);
        }
        if check_character(held.part(0..17)) != text.chars().next_back() {
            return Err(ForeignerPermitError::CheckDigit);
        }
        Ok(Self { text: held, form: Form::From2023 })
    }
}

checked_text!(personal ForeignerPermit, ForeignerPermitError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn both_forms_are_read() {
        let permit: ForeignerPermit = "931840201506010009".parse().unwrap();
        assert_eq!((permit.as_str(), permit.form()), ("931840201506010009", Form::From2023));
        assert_eq!(permit.birth_date().map(|date| date.to_string()).as_deref(), Some("2015-06-01"));
        let permit: ForeignerPermit = "ZZZ110015060100".parse().unwrap();
        assert_eq!((permit.form(), permit.birth_date()), (Form::From2017, None));
    }

    #[test]
    fn each_fault_of_a_number_is_told_apart() {
        use ForeignerPermitError::*;
        for (text, fault) in [
            ("", Length),
            ("9318402015060100", Length),
            ("zzz110015060100", Characters),
            ("ZZ1110015060100", Characters),
            ("ZZZ11001506010X", Characters),
            ("9318402015060A0009", Characters),
            ("93184020150601000x", LowerCaseX),
            ("110101201506010002", Kind),
            ("931840201506010008", CheckDigit),
        ] {
            assert_eq!(text.parse::<ForeignerPermit>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<ForeignerPermit>().is_err()
        }
    }
}
