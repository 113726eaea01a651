//! Amounts of money in yuan, 人民币.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// An amount, held in fen 分 and written in yuan with exactly two places: `"1234.50"`; negative on red bills, 红票.
///
/// ```
/// use tongzhou::value::Money;
///
/// let cash: Money = "1234.50".parse().unwrap();
/// let account: Money = "0.05".parse().unwrap();
/// assert_eq!(cash.checked_add(account).unwrap().to_string(), "1234.55");
/// assert!("1234.5".parse::<Money>().is_err());
/// assert_eq!((cash.fen(), Money::from_fen(123_450)), (123_450, Some(cash)));
/// // A red bill takes back what was charged.
/// let red = Money::ZERO.checked_sub(cash).unwrap();
/// assert!(red.is_negative());
/// assert_eq!((red.to_string().as_str(), red.abs()), ("-1234.50", cash));
/// assert_eq!(Money::sum([cash, account, red]), Some(account));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

/// Why a text is no amount of [`Money`].
///
/// ```
/// use tongzhou::value::{Money, money::MoneyError};
///
/// assert_eq!("1,234.50".parse::<Money>(), Err(MoneyError::Characters));
/// assert_eq!("1234.5".parse::<Money>(), Err(MoneyError::Places));
/// assert_eq!("01.00".parse::<Money>(), Err(MoneyError::LeadingZero));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// It has something other than digits, one point and a leading minus.
    #[error("an amount is written with digits and a decimal point only")]
    Characters,
    /// It does not have exactly two places after the point.
    #[error("an amount has exactly two decimal places")]
    Places,
    /// Its yuan begin with a zero that says nothing.
    #[error("an amount does not begin with needless zeros")]
    LeadingZero,
    /// Its yuan have more than twelve digits.
    #[error("an amount has at most twelve digits before the point")]
    TooLarge,
}

impl Money {
    /// Nothing, `0.00`.
    pub const ZERO: Self = Self(0);
    /// The largest amount that can be written, `999999999999.99`.
    ///
    /// ```
    /// use tongzhou::value::Money;
    ///
    /// let fen = Money::from_fen(1).unwrap();
    /// assert_eq!(Money::MAX.checked_add(fen), None);
    /// ```
    pub const MAX: Self = Self(99_999_999_999_999);

    /// The amount of so many fen, if it can be written.
    pub const fn from_fen(fen: i64) -> Option<Self> {
        if fen < -Self::MAX.0 || fen > Self::MAX.0 { None } else { Some(Self(fen)) }
    }

    /// The amount in fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Both together; `None` beyond what can be written.
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        Self::from_fen(self.0 + other.0)
    }

    /// The difference; `None` beyond what can be written.
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        Self::from_fen(self.0 - other.0)
    }

    /// All together; `None` if a partial sum is beyond what can be written.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let (sign, unsigned) = match text.as_bytes() {
            [b'-', unsigned @ ..] => (-1, unsigned),
            unsigned => (1, unsigned),
        };
        let (1..=15, [yuan @ .., b'.', tenths, hundredths]) = (unsigned.len(), unsigned) else {
            return Err(fault_of(unsigned));
        };
        let mut fen = 0;
        for digit in yuan.iter().chain([tenths, hundredths]) {
            if !digit.is_ascii_digit() {
                return Err(fault_of(unsigned));
            }
            fen = fen * 10 + i64::from(digit - b'0');
        }
        match yuan {
            [] | [b'0', _, ..] => Err(fault_of(unsigned)),
            _ => Ok(Self(sign * fen)),
        }
    }
}

/// What is wrong with an amount that cannot be read.
#[cold]
fn fault_of(unsigned: &[u8]) -> MoneyError {
    let mut parts = unsigned.split(|byte| *byte == b'.');
    let (yuan, fen) = (parts.next().unwrap_or_default(), parts.next());
    let digits = || yuan.iter().chain(fen.unwrap_or_default());
    if yuan.is_empty() || parts.next().is_some() || !digits().all(u8::is_ascii_digit) {
        MoneyError::Characters
    } else if fen.is_none_or(|fen| fen.len() != 2) {
        MoneyError::Places
    } else if yuan.len() > 1 && yuan.starts_with(b"0") {
        MoneyError::LeadingZero
    } else {
        MoneyError::TooLarge
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

checked_text!(personal Money, MoneyError);

#[cfg(test)]
mod tests {
    use quickcheck::{Arbitrary, Gen, quickcheck};

    use super::*;

    impl Arbitrary for Money {
        fn arbitrary(g: &mut Gen) -> Self {
            let fen = i64::arbitrary(g) % (Self::MAX.0 + 1);
            // Amounts of all sizes, not only of thirteen digits.
            Self(fen / 10_i64.pow(u32::arbitrary(g) % 15))
        }
    }

    #[test]
    fn amounts_are_read_to_the_fen() {
        for (text, fen) in [
            ("0.00", 0),
            ("0.01", 1),
            ("1234.50", 123_450),
            ("-797.50", -79_750),
            ("-0.00", 0),
            ("999999999999.99", 99_999_999_999_999),
        ] {
            assert_eq!(text.parse::<Money>().map(Money::fen), Ok(fen), "{text}");
        }
    }

    #[test]
    fn each_fault_of_an_amount_is_told_apart() {
        use MoneyError::*;
        for (text, fault) in [
            ("", Characters),
            ("-", Characters),
            (".50", Characters),
            ("+1.00", Characters),
            ("1,234.00", Characters),
            ("1.0.0", Characters),
            ("１.00", Characters),
            ("¥1.00", Characters),
            ("1e2", Characters),
            ("--1.00", Characters),
            ("12", Places),
            ("12.", Places),
            ("12.5", Places),
            ("12.500", Places),
            ("00.50", LeadingZero),
            ("012.50", LeadingZero),
            ("1000000000000.00", TooLarge),
        ] {
            assert_eq!(text.parse::<Money>(), Err(fault), "{text}");
        }
    }

    #[test]
    fn sums_beyond_what_can_be_written_are_refused() {
        let one = Money::from_fen(1).unwrap();
        assert_eq!(Money::MAX.checked_add(one), None);
        assert_eq!(Money::MAX.checked_sub(one).map(Money::fen), Some(99_999_999_999_998));
        assert_eq!(Money::sum([Money::MAX, Money::MAX]), None);
        assert_eq!(Money::sum([]), Some(Money::ZERO));
        assert_eq!(Money::from_fen(i64::MIN), None);
    }

    #[test]
    fn an_amount_hides_from_debug() {
        assert_eq!(format!("{:?}", Money::MAX), "Money(…)");
    }

    quickcheck! {
        fn an_amount_reads_as_it_is_written(amount: Money) -> bool {
            amount.to_string().parse() == Ok(amount)
        }

        fn sums_agree_with_wide_integers(amounts: Vec<Money>) -> bool {
            let wide: i128 = amounts.iter().map(|amount| i128::from(amount.fen())).sum();
            Money::sum(amounts).is_none_or(|sum| i128::from(sum.fen()) == wide)
        }

        fn what_is_added_can_be_taken_away(a: Money, b: Money) -> bool {
            a.checked_add(b).is_none_or(|sum| sum.checked_sub(b) == Some(a))
        }

        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<Money>().map_or(true, |amount| amount.to_string() == text || text == "-0.00")
        }
    }
}
