//! Bank card numbers, 银行卡号 (ISO/IEC 7812).

use std::str::FromStr;

use thiserror::Error;

use crate::fault;

use super::ascii::{Ascii, all_digits};

/// The number of a bank card: 13 to 19 digits that pass the Luhn check. Accounts of companies and hospitals and
/// passbooks are no cards and do not pass it.
///
/// ```
/// use tongzhou::value::BankCard;
///
/// assert!("6217000000000000004".parse::<BankCard>().is_ok());
/// let card: BankCard = "6217000000000000004".parse().unwrap();
/// assert_eq!((card.as_str(), card.last_four()), ("6217000000000000004", "0004"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BankCard(Ascii<19>);

/// Why a text is no [`BankCard`] number.
///
/// ```
/// use tongzhou::value::{BankCard, bank_card::BankCardError};
///
/// assert_eq!("6217000000000000005".parse::<BankCard>(), Err(BankCardError::CheckDigit));
/// assert_eq!("6217 0000 0000 0004".parse::<BankCard>(), Err(BankCardError::Characters));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BankCardError {
    /// It has fewer than 13 or more than 19 digits.
    #[error("the card number does not have 13 to 19 digits")]
    Length,
    /// It has something other than digits.
    #[error("the card number has something other than digits")]
    Characters,
    /// Its check digit does not follow from the others.
    #[error("the check digit does not match")]
    CheckDigit,
}

impl BankCard {
    /// The number.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The last four digits, which is what people are shown of a card.
    pub fn last_four(&self) -> &str {
        self.as_str().len().checked_sub(4).and_then(|from| self.as_str().get(from..)).unwrap_or_default()
    }
}

impl FromStr for BankCard {
    type Err = BankCardError;

    fn from_str(text: &str) -> Result<Self, BankCardError> {
        if !all_digits(text) {
            return Err(BankCardError::Characters);
        }
        if text.len() < 13 {
            return Err(BankCardError::Length);
        }
        let held = Ascii::new(text).ok_or(BankCardError::Length)?;
        let sum: u32 = text
            .bytes()
            .rev()
            .zip([fault::is("card-digits-all-doubled"), true].into_iter().cycle())
            .map(luhn)
            .sum();
        if !sum.is_multiple_of(10) {
            return Err(BankCardError::CheckDigit);
        }
        Ok(Self(held))
    }
}

checked_text!(personal BankCard, BankCardError);

/// What a digit adds: itself, or every second one, from the right, the digit sum of its double.
fn luhn((digit, doubled): (u8, bool)) -> u32 {
    let value = u32::from(digit - b'0');
    match (doubled, value) {
        (false, _) => value,
        (true, 0..5) => value * 2,
        (true, _) => value * 2 - 9,
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn published_test_numbers_are_read() {
        for text in [
            "6217000000000000004",
            "4111111111111111",
            "5555555555554444",
            "6011111111111117",
            "4222222222222",
        ] {
            let card: BankCard = text.parse().unwrap();
            assert_eq!(card.as_str(), text);
            assert!(text.ends_with(card.last_four()) && card.last_four().len() == 4);
        }
    }

    #[test]
    fn each_fault_of_a_number_is_told_apart() {
        use BankCardError::*;
        for (text, fault) in [
            ("", Length),
            ("422222222222", Length),
            ("62170000000000000004", Length),
            ("6217 0000 0000 0000 004", Characters),
            ("６217000000000000004", Characters),
            ("6217000000000000005", CheckDigit),
            ("4111111111111121", CheckDigit),
        ] {
            assert_eq!(text.parse::<BankCard>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<BankCard>().is_err()
        }

        fn exactly_one_last_digit_fits(number: u64) -> bool {
            let body = format!("{:018}", number % 1_000_000_000_000_000_000);
            (0..10).filter(|last| format!("{body}{last}").parse::<BankCard>().is_ok()).count() == 1
        }
    }
}
