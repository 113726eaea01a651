//! Travel permits to the mainland: 港澳居民来往内地通行证 (回乡证) and 台湾居民来往大陆通行证 (台胞证).

use std::str::FromStr;

use thiserror::Error;

use super::ascii::{Ascii, all_digits};

/// The number of a travel permit. Neither kind has a check digit; both shapes are from general knowledge.
///
/// ```
/// use tongzhou::value::{TravelPermit, travel_permit::TravelPermitKind};
///
/// let permit: TravelPermit = "H00000000".parse().unwrap();
/// assert_eq!(permit.kind(), TravelPermitKind::HongKongMacao);
/// // A card of the old kind counts its issues behind the number.
/// let old: TravelPermit = "H0000000001".parse().unwrap();
/// assert_eq!((old.as_str(), old.holder_part()), ("H0000000001", permit.as_str()));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TravelPermit {
    text: Ascii<11>,
    kind: TravelPermitKind,
}

/// Who holds a [`TravelPermit`].
///
/// ```
/// use tongzhou::value::{TravelPermit, travel_permit::TravelPermitKind};
///
/// let permit: TravelPermit = "00000000".parse().unwrap();
/// assert_eq!(permit.kind(), TravelPermitKind::Taiwan);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TravelPermitKind {
    /// 回乡证: H or M and eight digits, on old cards two more that count the issues.
    HongKongMacao,
    /// 台胞证: eight digits, formerly ten.
    Taiwan,
}

/// Why a text is no [`TravelPermit`].
///
/// ```
/// use tongzhou::value::{TravelPermit, travel_permit::TravelPermitError};
///
/// assert_eq!("X00000000".parse::<TravelPermit>(), Err(TravelPermitError::Letter));
/// assert_eq!("H0000".parse::<TravelPermit>(), Err(TravelPermitError::Length));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TravelPermitError {
    /// It has neither eight nor ten digits.
    #[error("the number does not have the right length")]
    Length,
    /// It begins with a letter other than H and M.
    #[error("the number begins with neither H, M nor a digit")]
    Letter,
    /// It has something other than digits behind its first character.
    #[error("the number has a character that does not belong there")]
    Characters,
}

impl TravelPermit {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// Which of the two permits it is.
    pub const fn kind(&self) -> TravelPermitKind {
        self.kind
    }

    /// The number without the count of issues that old cards put behind it: what stays the same for the holder.
    pub fn holder_part(&self) -> &str {
        match self.kind {
            TravelPermitKind::HongKongMacao => self.text.part(0..9),
            TravelPermitKind::Taiwan => self.text.part(0..8),
        }
    }
}

impl FromStr for TravelPermit {
    type Err = TravelPermitError;

    fn from_str(text: &str) -> Result<Self, TravelPermitError> {
        let (kind, digits) = match text.strip_prefix(['H', 'M']) {
            Some(digits) => (TravelPermitKind::HongKongMacao, digits),
            None if text.starts_with(|first: char| first.is_ascii_digit()) => {
                (TravelPermitKind::Taiwan, text)
            }
            None if text.is_empty() => return Err(TravelPermitError::Length),
            None => return Err(TravelPermitError::Letter),
        };
        if !all_digits(digits) {
            return Err(TravelPermitError::Characters);
        }
        if digits.len() != 8 && digits.len() != 10 {
            return Err(TravelPermitError::Length);
        }
        Ok(Self { text: Ascii::new(text).ok_or(TravelPermitError::Length)?, kind })
    }
}

checked_text!(personal TravelPermit, TravelPermitError);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn both_kinds_are_read_in_their_old_and_new_length() {
        for (text, kind, holder) in [
            ("H00000000", TravelPermitKind::HongKongMacao, "H00000000"),
            ("M0000000002", TravelPermitKind::HongKongMacao, "M00000000"),
            ("00000000", TravelPermitKind::Taiwan, "00000000"),
            ("0000000001", TravelPermitKind::Taiwan, "00000000"),
        ] {
            let permit: TravelPermit = text.parse().unwrap();
            assert_eq!((permit.as_str(), permit.kind(), permit.holder_part()), (text, kind, holder));
        }
    }

    #[test]
    fn each_fault_of_a_number_is_told_apart() {
        use TravelPermitError::*;
        for (text, fault) in [
            ("", Length),
            ("H0000000", Length),
            ("H000000000", Length),
            ("000000000", Length),
            ("K00000000", Letter),
            ("h00000000", Letter),
            ("H0000000A", Characters),
        ] {
            assert_eq!(text.parse::<TravelPermit>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<TravelPermit>().map_or(true, |permit| permit.as_str() == text)
        }
    }
}
