//! Bands of amounts with open and closed ends, in whole fen, and percentages.

use crate::{
    code::lists::AmountBound,
    model::{
        programme::AmountBand,
        texts::{DecimalText, MoneyText},
    },
    rules::amount,
};

/// The first and the last fen of a band; open upwards without a last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fen {
    pub(super) first: i64,
    pub(super) last: Option<i64>,
}

/// The fen that the ends leave in. An end whose bound is not stated counts as included.
pub(super) fn fen(
    from: Option<&MoneyText<'_>>,
    from_bound: Option<AmountBound>,
    until: Option<&MoneyText<'_>>,
    until_bound: Option<AmountBound>,
) -> Fen {
    let open = |bound| i64::from(bound == Some(AmountBound::Open));
    Fen {
        first: amount::money(from).map_or(0, |from| from.fen() + open(from_bound)),
        last: amount::money(until).map(|until| until.fen() - open(until_bound)),
    }
}

/// The fen of a band.
pub(super) fn of(band: &AmountBand<'_>) -> Fen {
    fen(band.from.as_ref(), band.from_bound, band.until.as_ref(), band.until_bound)
}

/// Whether both ends of the band say whether they are included.
pub(super) fn is_said(band: &AmountBand<'_>) -> bool {
    (band.from.is_none() || band.from_bound.is_some()) && (band.until.is_none() || band.until_bound.is_some())
}

impl Fen {
    /// Whether no amount is in the band.
    pub(super) fn is_empty(self) -> bool {
        self.last.is_some_and(|last| last < self.first)
    }
}

/// A percentage in millionths of a per cent.
pub(super) fn percent(text: &DecimalText<'_>) -> Option<i64> {
    let (whole, places) = text.as_str().split_once('.').unwrap_or((text.as_str(), ""));
    let negative = whole.starts_with('-');
    let whole: i64 = whole.trim_start_matches('-').parse().ok()?;
    let fraction: i64 = format!("{places:0<6}").parse().ok()?;
    let millionths = whole.checked_mul(HUNDRED / 100)?.checked_add(fraction)?;
    Some(if negative { -millionths } else { millionths })
}

/// A hundred per cent.
pub(super) const HUNDRED: i64 = 100_000_000;

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;
    use crate::value::Money;

    #[test]
    fn percentages_are_read_to_six_places() {
        for (text, millionths) in [
            ("100", 100_000_000),
            ("40", 40_000_000),
            ("33.3", 33_300_000),
            ("0.000001", 1),
            ("-5.5", -5_500_000),
        ] {
            assert_eq!(percent(&DecimalText::new(text).unwrap()), Some(millionths), "{text}");
        }
    }

    #[test]
    fn open_ends_leave_their_own_fen_out() {
        let money = |text: &'static str| MoneyText::new(text).unwrap();
        let (from, until) = (money("5000.00"), money("10000.00"));
        let band = fen(Some(&from), Some(AmountBound::Open), Some(&until), Some(AmountBound::Closed));
        assert_eq!(band, Fen { first: 500_001, last: Some(1_000_000) });
        assert!(fen(Some(&from), Some(AmountBound::Open), Some(&from), None).is_empty());
        assert!(!fen(Some(&from), None, Some(&from), None).is_empty());
    }

    quickcheck! {
        fn an_amount_is_in_a_band_exactly_where_its_ends_say(
            from: u16,
            until: u16,
            from_open: bool,
            until_open: bool,
            amount: u16
        ) -> bool {
            let money = |fen: u16| Money::from_fen(i64::from(fen)).map(MoneyText::from).unwrap();
            let bound = |open| if open { AmountBound::Open } else { AmountBound::Closed };
            let (low, high) = (money(from), money(until));
            let band = fen(Some(&low), Some(bound(from_open)), Some(&high), Some(bound(until_open)));
            let above = if from_open { amount > from } else { amount >= from };
            let below = if until_open { amount < until } else { amount <= until };
            let inside = band.first <= i64::from(amount) && band.last.is_some_and(|last| i64::from(amount) <= last);
            inside == (above && below)
        }

        fn percentages_keep_their_order(one: u32, other: u32) -> bool {
            let text = |number: u32| format!("{}.{:02}", number / 100, number % 100);
            let read = |number: u32| percent(&DecimalText::new(text(number)).unwrap()).unwrap();
            read(one).cmp(&read(other)) == one.cmp(&other)
        }
    }
}
