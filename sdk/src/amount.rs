//! Amounts of documents read and added up, as expenses and the rules on receipts, settlements and coverage need them.

use crate::{model::texts::MoneyText, value::Money};

/// An amount, where one is written.
pub(crate) fn money(text: Option<&MoneyText<'_>>) -> Option<Money> {
    text?.as_str().parse().ok()
}

/// All of the amounts, where none of them is missing.
pub(crate) fn all_of<const N: usize>(texts: [Option<&MoneyText<'_>>; N]) -> Option<[Money; N]> {
    let mut amounts = [Money::ZERO; N];
    for (amount, text) in amounts.iter_mut().zip(texts) {
        *amount = money(text)?;
    }
    Some(amounts)
}

/// Those of the amounts that are written.
pub(crate) fn written<'m, const N: usize>(
    texts: [Option<&'m MoneyText<'m>>; N],
) -> impl Iterator<Item = Money> {
    texts.into_iter().filter_map(money)
}

/// Whether the parts make up the whole, to the fen; `None` where their sum is beyond what can be written.
pub(crate) fn make_up(parts: impl IntoIterator<Item = Money>, whole: Money) -> Option<bool> {
    Money::sum(parts).map(|sum| sum == whole)
}

/// What is left of the whole without the parts; `None` where it is beyond what can be written.
pub(crate) fn rest(whole: Money, parts: impl IntoIterator<Item = Money>) -> Option<Money> {
    parts.into_iter().try_fold(whole, Money::checked_sub)
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    fn amounts(fen: &[i32]) -> Vec<Money> {
        fen.iter().filter_map(|fen| Money::from_fen(i64::from(*fen))).collect()
    }

    quickcheck! {
        fn parts_make_up_their_own_sum_in_any_order_and_no_other(parts: Vec<i32>, off: i32) -> bool {
            let sum: i64 = parts.iter().copied().map(i64::from).sum();
            let Some(whole) = Money::from_fen(sum) else { return true };
            let other = Money::from_fen(sum + i64::from(off)).unwrap();
            let mut turned = amounts(&parts);
            turned.reverse();
            make_up(amounts(&parts), whole) == Some(true)
                && make_up(turned, whole) == Some(true)
                && make_up(amounts(&parts), other) == Some(off == 0)
        }

        fn the_rest_and_the_parts_make_up_the_whole(whole: i32, parts: Vec<i32>) -> bool {
            let whole = Money::from_fen(i64::from(whole)).unwrap();
            let parts = amounts(&parts);
            let Some(left) = rest(whole, parts.iter().copied()) else { return true };
            make_up(parts.into_iter().chain([left]), whole) == Some(true)
        }
    }

    #[test]
    fn a_sum_beyond_what_can_be_written_is_not_taken_for_an_answer() {
        assert_eq!(make_up([Money::MAX, Money::MAX], Money::ZERO), None);
        assert_eq!(rest(Money::MAX, [Money::MAX, Money::MAX, Money::MAX]), None);
    }

    #[test]
    fn one_missing_amount_leaves_the_whole_row_out() {
        let text = MoneyText::new("1.00");
        assert_eq!(all_of([text.as_ref(), None]), None);
        assert_eq!(all_of([text.as_ref(), text.as_ref()]).map(Money::sum), Some("2.00".parse().ok()));
        assert_eq!(written([text.as_ref(), None]).count(), 1);
    }
}
