//! Whose money an aid is and what it comes to, as the rules compare it.

use crate::{
    amount::money,
    code::{
        Code,
        lists::{AidKind, MoneyNature, PayerKind},
    },
    model::{
        funding::FundingLine,
        texts::{DecimalText, MoneyText},
    },
    value::Money,
};

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

/// Whether money of a personal appeal is not marked as what it is; nothing where it is other money.
pub(super) fn hides_an_appeal(line: &FundingLine<'_>) -> Option<bool> {
    (line.payer == PayerKind::Crowdfunding).then_some(line.nature != Some(MoneyNature::PersonalGift))
}

/// Whether aid of this kind is money.
pub(super) fn is_money(kind: AidKind) -> bool {
    kind.row().and_then(|row| row.column("monetary")) == Some("yes")
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

/// Whether a value is that of a quantity at a price which, as the value, may have been rounded to the fen; nothing
/// where an amount cannot be read.
pub(super) fn is_value_of(
    quantity: &DecimalText<'_>,
    price: &MoneyText<'_>,
    value: &MoneyText<'_>,
) -> Option<bool> {
    let quantity = millionths(quantity)?;
    let product = quantity.checked_mul(i128::from(money(Some(price))?.fen()))?;
    let value = ONE.checked_mul(i128::from(money(Some(value))?.fen()))?;
    let off = value.checked_sub(product)?.checked_abs()?;
    Some(off.checked_mul(2)? <= quantity.checked_abs()?.checked_add(ONE)?)
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

    fn fits(quantity: &str, price: &str, value: &str) -> Option<bool> {
        is_value_of(&decimal(quantity), &MoneyText::new(price).unwrap(), &MoneyText::new(value).unwrap())
    }

    #[test]
    fn a_price_may_have_been_rounded_to_the_fen_and_no_further() {
        for (quantity, price, value, expected) in [
            ("3", "2000.00", "6000.00", true),
            ("3", "2000.00", "6000.02", true),
            ("3", "2000.00", "6000.03", false),
            ("3", "33.33", "100.00", true),
            ("30", "0.33", "10.00", true),
            ("30", "0.33", "10.06", false),
            ("0.5", "0.03", "0.02", true),
            ("0.5", "0.03", "0.03", false),
        ] {
            assert_eq!(fits(quantity, price, value), Some(expected), "{quantity} at {price}: {value}");
        }
        assert_eq!(fits("999999999999", "999999999999.99", "0.01"), Some(false));
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
            product.is_none_or(|value| fits(&quantity.to_string(), &price, &value.to_string()) == Some(true))
        }
    }
}
