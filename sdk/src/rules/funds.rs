//! Whose money an aid is, and how much of a bill is left to a family, as the rules compare them.

use std::collections::BTreeMap;

use crate::{
    code::lists::{AidKind, PayerKind},
    expense,
    model::{
        aid_record::ReceiptUse,
        funding::FundingLine,
        texts::{DecimalText, MoneyText},
    },
    value::Money,
};

use super::{Case, amount::money, chain};

/// Whether the line is a gift to the person or the family's own money: shown, and never a part of aid.
pub(super) fn is_gift(line: &FundingLine<'_>) -> bool {
    match line.payer {
        PayerKind::Crowdfunding | PayerKind::Family => true,
        PayerKind::BasicInsurance
        | PayerKind::CatastrophicInsurance
        | PayerKind::MedicalAid
        | PayerKind::SupplementaryInsurance
        | PayerKind::CommercialInsurance
        | PayerKind::MutualFund
        | PayerKind::GovernmentAid
        | PayerKind::Charity
        | PayerKind::Hospital
        | PayerKind::PharmaceuticalCompany => false,
    }
}

/// What the payers give together, gifts to the person left out; nothing where there is no payer.
pub(super) fn given(lines: &[FundingLine<'_>]) -> Option<Money> {
    if lines.is_empty() {
        return None;
    }
    lines
        .iter()
        .filter(|line| !is_gift(line))
        .try_fold(Money::ZERO, |sum, line| sum.checked_add(money(Some(&line.amount))?))
}

/// Whether the money of the line may not be used for this kind of aid, and nobody agreed to a change.
pub(super) fn forbids(line: &FundingLine<'_>, kind: AidKind) -> bool {
    line.restriction.as_ref().is_some_and(|restriction| {
        let allowed = &restriction.allowed_aid_kinds;
        !allowed.is_empty() && !allowed.contains(&kind) && restriction.change_approved_on.is_none()
    })
}

/// What the shares of all payers make together, in millionths of a per cent; nothing where a payer has none.
pub(super) fn shares(lines: &[FundingLine<'_>]) -> Option<i128> {
    if lines.is_empty() {
        return None;
    }
    lines.iter().try_fold(0, |sum: i128, line| Some(sum + millionths(line.share.as_ref()?)?))
}

/// The value of a quantity at a price, where it comes out to the fen.
pub(super) fn value_of(quantity: &DecimalText<'_>, price: &MoneyText<'_>) -> Option<Money> {
    let product = millionths(quantity)? * i128::from(money(Some(price))?.fen());
    let fen = (product % ONE == 0).then_some(product / ONE)?;
    Money::from_fen(i64::try_from(fen).ok()?)
}

/// What the bills of these uses of aid leave to the family, each worked out once, by receipt id.
pub(super) fn burdens<'u>(
    case: &Case<'_>,
    uses: impl IntoIterator<Item = &'u ReceiptUse<'u>>,
) -> BTreeMap<&'u str, Option<Money>> {
    let mut burdens = BTreeMap::new();
    for used in uses {
        let burden = || chain::receipt(case, &used.receipt_id).and_then(expense::left_of);
        burdens.entry(used.receipt_id.as_str()).or_insert_with(burden);
    }
    burdens
}

/// A decimal number in millionths.
fn millionths(text: &DecimalText<'_>) -> Option<i128> {
    let text = text.as_str();
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let places = format!("{places:0<6}");
    Some(sign * (whole.parse::<i128>().ok()? * ONE + places.parse::<i128>().ok()?))
}

/// One, in millionths.
const ONE: i128 = 1_000_000;

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    fn decimal(text: &str) -> DecimalText<'_> {
        DecimalText::new(text).unwrap()
    }

    fn value(quantity: &str, price: &str) -> Option<Money> {
        value_of(&decimal(quantity), &MoneyText::new(price).unwrap())
    }

    #[test]
    fn a_quantity_at_a_price_comes_out_to_the_fen_or_not_at_all() {
        assert_eq!(value("3", "2000.00"), "6000.00".parse().ok());
        assert_eq!(value("0.5", "0.03"), None);
        assert_eq!(value("1.25", "0.04"), "0.05".parse().ok());
        assert_eq!(value("999999999999", "999999999999.99"), None);
    }

    #[test]
    fn decimals_are_read_to_six_places() {
        assert_eq!(millionths(&decimal("66.666667")), Some(66_666_667));
        assert_eq!(millionths(&decimal("-0.5")), Some(-500_000));
        assert_eq!(millionths(&decimal("40")), Some(40_000_000));
    }

    quickcheck! {
        fn whole_quantities_multiply(quantity: u16, fen: u32) -> bool {
            let price = Money::from_fen(i64::from(fen)).unwrap().to_string();
            let product = Money::from_fen(i64::from(quantity) * i64::from(fen));
            value(&quantity.to_string(), &price) == product
        }
    }
}
