//! How one paper divides what was billed between those who paid and the family.

use crate::{
    amount::{money, rest},
    bill::sums::{in_words, payments_make_up, total_meant},
    code::lists::{BurdenDoubt, BurdenSource, PayerKind, SettlementLayer, ShareSource},
    fault,
    model::{
        receipt::{Receipt, Settlement, SettlementAmounts},
        texts::MoneyText,
    },
    value::Money,
};

use super::payers::{Payer, Share};

/// A division to the fen.
pub(super) struct Split {
    /// Who paid, without the family.
    pub(super) shares: Vec<Share>,
    /// What the family bore.
    pub(super) family: Money,
    /// What says so.
    pub(super) source: BurdenSource,
    /// What has to be said of the figure.
    pub(super) doubt: Option<BurdenDoubt>,
}

/// What the bill as a whole comes to.
pub(super) fn billed(bill: &Receipt<'_>) -> Option<Money> {
    total_meant(bill).or_else(|| in_words(bill))
}

/// The division that a bill prints, or why it cannot be trusted.
pub(super) fn by_bill(bill: &Receipt<'_>) -> Result<Split, BurdenDoubt> {
    let amounts = bill.amounts.as_ref().ok_or(BurdenDoubt::PaymentsMissing)?;
    let payments =
        [&amounts.pooled_fund, &amounts.other_payments, &amounts.personal_account, &amounts.personal_cash]
            .map(|text| money(text.as_ref()));
    let [pooled, other, account, cash] = payments;
    let stated = || payments.into_iter().flatten();
    if stated().next().is_none() {
        return Err(BurdenDoubt::PaymentsMissing);
    }
    let whole = billed(bill).ok_or(BurdenDoubt::PaymentsDoNotAddUp)?;
    let left = rest(whole, stated()).filter(|left| !left.is_negative());
    let left = left
        .filter(|_| fault::is("negative-payment-taken") || !stated().any(Money::is_negative))
        .ok_or(BurdenDoubt::PaymentsDoNotAddUp)?;
    let personal =
        Money::sum([account.filter(|_| !fault::is("account-left-out")), cash].into_iter().flatten())
            .ok_or(BurdenDoubt::PaymentsDoNotAddUp)?;
    let split = |funds: Money, apart: Money, family, source, doubt| {
        let shares = [
            (Payer::Kind(PayerKind::BasicInsurance), pooled.unwrap_or(Money::ZERO)),
            (Payer::OtherPayments, funds),
            (Payer::PrintedApart, apart),
        ];
        let shares = shares.map(|(payer, amount)| Share { payer, amount, source: ShareSource::Bill }).into();
        Split { shares, family, source, doubt }
    };
    let others = other.unwrap_or(Money::ZERO);
    if left == Money::ZERO {
        return Ok(split(others, Money::ZERO, personal, BurdenSource::Payments, None));
    }
    let all = payments.iter().all(Option::is_some);
    if all && payments_make_up(bill, whole) == Some(true) && !fault::is("printed-apart-unread") {
        return Ok(split(others, left, personal, BurdenSource::Payments, None));
    }
    if all {
        return Err(BurdenDoubt::PaymentsDoNotAddUp);
    }
    // What is printed apart may be the rest or a part of it.
    if !bill.extra_amounts.is_empty() {
        return Err(BurdenDoubt::PaymentsMissing);
    }
    if account.is_some() && cash.is_some() {
        let funds = others.checked_add(left).ok_or(BurdenDoubt::PaymentsDoNotAddUp)?;
        let doubt = Some(BurdenDoubt::FundsIncomplete).filter(|_| !fault::is("missing-fund-untold"));
        return Ok(split(funds, Money::ZERO, personal, BurdenSource::Payments, doubt));
    }
    if pooled.is_some() && other.is_some() {
        let family = if fault::is("stated-part-left-out") { Money::ZERO } else { personal }
            .checked_add(left)
            .ok_or(BurdenDoubt::PaymentsDoNotAddUp)?;
        return Ok(split(others, Money::ZERO, family, BurdenSource::TotalLessFunds, None));
    }
    Err(BurdenDoubt::PaymentsMissing)
}

/// The division that a settlement states, in layers or in amounts; nothing where it does not say what the family bore,
/// and a doubt where that does not make up what was billed.
pub(super) fn by_settlement(
    settlement: &Settlement<'_>,
    billed: Option<Money>,
) -> Option<Result<Split, BurdenDoubt>> {
    let amounts = settlement
        .amounts
        .as_ref()
        .filter(|amounts| amounts.personal_cash.is_some() || fault::is("settlement-without-cash-used"));
    if amounts.is_none() && settlement.layers.is_empty() {
        return None;
    }
    let split = of_layers(settlement, billed).or_else(|| of_amounts(amounts?, billed));
    Some(split.ok_or(BurdenDoubt::SettlementDoesNotAddUp))
}

fn of_layers(settlement: &Settlement<'_>, billed: Option<Money>) -> Option<Split> {
    let mut shares = Vec::new();
    let mut family = Money::ZERO;
    for layer in &settlement.layers {
        let amount = at_least_nothing(&layer.amount)?;
        let payer = layer.layer.map_or(Payer::Kind(layer.payer), Payer::Fund);
        if payer.is_family() {
            family = family.checked_add(amount)?;
        } else {
            shares.push(Share { payer, amount, source: ShareSource::Settlement });
        }
    }
    let sum = sum_of(&shares)?.checked_add(family)?;
    let makes_up = !settlement.layers.is_empty() && (billed == Some(sum) || fault::is("layers-not-added-up"));
    makes_up.then_some(Split { shares, family, source: BurdenSource::Settlement, doubt: None })
}

fn of_amounts(amounts: &SettlementAmounts<'_>, billed: Option<Money>) -> Option<Split> {
    let or_nothing = |text: &Option<MoneyText<'_>>| text.as_ref().map_or(Some(Money::ZERO), at_least_nothing);
    let whole = money(amounts.total.as_ref()).or(billed)?;
    let mut shares = funds(amounts)?;
    let hospital = or_nothing(&amounts.hospital_borne)?;
    shares.push(Share {
        payer: Payer::Fund(SettlementLayer::HospitalBorne),
        amount: hospital,
        source: ShareSource::Settlement,
    });
    let account = or_nothing(&amounts.personal_account)?;
    let personal = account.checked_add(or_nothing(&amounts.personal_cash)?)?;
    // The account may hold the family's shared account already.
    let shared = personal.checked_add(or_nothing(&amounts.family_account)?)?;
    let others = sum_of(&shares)?;
    let family = [personal, if fault::is("shared-account-left-out") { personal } else { shared }]
        .into_iter()
        .find(|family| others.checked_add(*family) == Some(whole))?;
    let same = billed.is_none_or(|billed| billed == whole);
    same.then_some(Split { shares, family, source: BurdenSource::Settlement, doubt: None })
}

/// What the funds paid: one by one where they make up what the funds paid together, else that as one.
fn funds(amounts: &SettlementAmounts<'_>) -> Option<Vec<Share>> {
    let funds = [
        (SettlementLayer::PooledFund, &amounts.pooled_fund),
        (SettlementLayer::CivilServant, &amounts.civil_servant_aid),
        (SettlementLayer::EnterpriseSupplement, &amounts.enterprise_supplement),
        (SettlementLayer::Catastrophic, &amounts.resident_critical_illness),
        (SettlementLayer::LargeAmount, &amounts.employee_large_amount),
        (SettlementLayer::DisabledMilitary, &amounts.disability_fund),
        (SettlementLayer::MedicalAid, &amounts.medical_aid),
        (SettlementLayer::OtherFund, &amounts.other_funds),
    ];
    let source = ShareSource::Settlement;
    let mut shares = Vec::new();
    for (layer, text) in funds {
        if let Some(text) = text {
            shares.push(Share { payer: Payer::Fund(layer), amount: at_least_nothing(text)?, source });
        }
    }
    match &amounts.fund_total {
        Some(total) => {
            let amount = at_least_nothing(total)?;
            let one_by_one = sum_of(&shares) == Some(amount);
            Some(if one_by_one || fault::is("fund-total-unread") {
                shares
            } else {
                vec![Share { payer: Payer::OtherPayments, amount, source }]
            })
        }
        None => Some(shares),
    }
}

fn sum_of(shares: &[Share]) -> Option<Money> {
    Money::sum(shares.iter().map(|share| share.amount))
}

fn at_least_nothing(text: &MoneyText<'_>) -> Option<Money> {
    money(Some(text)).filter(|amount| !amount.is_negative())
}
