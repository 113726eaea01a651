//! What the places of a bill that state its total, or make it up, come to; and which of them is wrong.

use crate::{
    model::receipt::Receipt,
    rules::amount::{all_of, make_up, money, rest},
    value::{Money, capital_amount::parse_capital},
};

use super::bill;

/// The amount to which everything else on the bill comes, where that is not its total: then the total alone is wrong,
/// and nothing else is to be said of sums. At least two places must agree on it, and none may say otherwise.
pub(super) fn agreed_against_total(receipt: &Receipt<'_>) -> Option<Money> {
    let total = money(receipt.total.as_ref())?;
    // On red bills signs are written in more than one way.
    if total.is_negative() || bill::is_red(receipt) {
        return None;
    }
    let amount = in_words(receipt)
        .or_else(|| with_tax(receipt))
        .or_else(|| payments(receipt).and_then(Money::sum))
        .filter(|amount| *amount != total)?;
    let witnesses = [
        in_words(receipt).map(|words| words == amount),
        with_tax(receipt).map(|gross| gross == amount),
        payments(receipt).map(|_| payments_make_up(receipt, amount) == Some(true)),
        items(receipt).map(|_| items_make_up(receipt, amount) == Some(true)),
    ];
    let agreeing = witnesses.iter().filter(|witness| **witness == Some(true)).count();
    (agreeing >= 2 && !witnesses.contains(&Some(false))).then_some(amount)
}

/// The amount in capital numerals, where it can be read.
fn in_words(receipt: &Receipt<'_>) -> Option<Money> {
    parse_capital(receipt.total_in_words.as_ref()?.as_str()).ok()
}

/// The amount with tax of a tax invoice.
fn with_tax(receipt: &Receipt<'_>) -> Option<Money> {
    let tax = receipt.tax_invoice.as_ref().filter(|_| bill::tax_invoice(receipt.kind))?;
    money(tax.gross_amount.as_ref())
}

/// The four payments, where all are stated.
pub(super) fn payments(receipt: &Receipt<'_>) -> Option<[Money; 4]> {
    let amounts = receipt.amounts.as_ref()?;
    all_of([
        amounts.pooled_fund.as_ref(),
        amounts.other_payments.as_ref(),
        amounts.personal_account.as_ref(),
        amounts.personal_cash.as_ref(),
    ])
}

/// Whether the four payments make up `whole`, with what others bore where that is printed apart; nothing where not all
/// are stated or their sum is beyond what can be written.
pub(super) fn payments_make_up(receipt: &Receipt<'_>, whole: Money) -> Option<bool> {
    let parts = payments(receipt)?;
    Some(make_up(parts, whole)? || borne_apart(receipt, parts, whole))
}

/// Whether what is left of the whole is printed apart: some provinces print what the hospital bore or waived beside
/// the four.
fn borne_apart(receipt: &Receipt<'_>, parts: [Money; 4], whole: Money) -> bool {
    let apart: Vec<Money> =
        receipt.extra_amounts.iter().filter_map(|extra| money(Some(&extra.value))).collect();
    let left = rest(whole, parts).filter(|left| *left != Money::ZERO);
    left.is_some_and(|left| apart.contains(&left) || Money::sum(apart) == Some(left))
}

/// The amounts of the items, where the list of them is complete and each has one.
pub(super) fn items(receipt: &Receipt<'_>) -> Option<Vec<Money>> {
    if receipt.items_complete != Some(true) || receipt.items.is_empty() {
        return None;
    }
    receipt.items.iter().map(|item| money(item.amount.as_ref())).collect()
}

/// Whether the items make up `whole`; nothing where not all are stated or their sum is beyond what can be written.
pub(super) fn items_make_up(receipt: &Receipt<'_>, whole: Money) -> Option<bool> {
    let sum = Money::sum(items(receipt)?)?;
    // The lines of a tax invoice stand without their tax.
    let taxes = Money::sum(receipt.items.iter().filter_map(|item| money(item.tax.as_ref())));
    let with_tax =
        || bill::tax_invoice(receipt.kind) && taxes.and_then(|taxes| sum.checked_add(taxes)) == Some(whole);
    Some(sum == whole || with_tax())
}
