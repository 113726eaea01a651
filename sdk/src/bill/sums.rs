//! What the places of a bill that state its total, or make it up, come to; and which of them is wrong.

use crate::{
    amount::{all_of, make_up, money, rest},
    model::receipt::Receipt,
    value::{Money, capital_amount::parse_capital},
};

/// The amount to which everything else on the bill comes, where that is not its total: then the total alone is wrong,
/// and nothing else is to be said of sums. At least two places must agree on it, and none may say otherwise.
pub(crate) fn agreed_against_total(receipt: &Receipt<'_>) -> Option<Money> {
    let total = money(receipt.total.as_ref())?;
    // On red bills signs are written in more than one way.
    if total.is_negative() || super::is_red(receipt) {
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

/// The total as the bill means it: where it alone is wrong, the amount to which everything else comes, so that what is
/// held against the total need not say again that it is wrong.
pub(crate) fn total_meant(receipt: &Receipt<'_>) -> Option<Money> {
    agreed_against_total(receipt).or_else(|| money(receipt.total.as_ref()))
}

/// The amount in capital numerals, where it can be read.
pub(crate) fn in_words(receipt: &Receipt<'_>) -> Option<Money> {
    parse_capital(receipt.total_in_words.as_ref()?.as_str()).ok()
}

/// The amount with tax of a tax invoice.
fn with_tax(receipt: &Receipt<'_>) -> Option<Money> {
    let tax = receipt.tax_invoice.as_ref().filter(|_| super::tax_invoice(receipt.kind))?;
    money(tax.gross_amount.as_ref())
}

/// The four payments, where all are stated.
pub(crate) fn payments(receipt: &Receipt<'_>) -> Option<[Money; 4]> {
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
pub(crate) fn payments_make_up(receipt: &Receipt<'_>, whole: Money) -> Option<bool> {
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
pub(crate) fn items(receipt: &Receipt<'_>) -> Option<Vec<Money>> {
    if receipt.items_complete != Some(true) || receipt.items.is_empty() {
        return None;
    }
    receipt.items.iter().map(|item| money(item.amount.as_ref())).collect()
}

/// Whether the items make up `whole`; nothing where not all are stated or their sum is beyond what can be written.
pub(crate) fn items_make_up(receipt: &Receipt<'_>, whole: Money) -> Option<bool> {
    let sum = Money::sum(items(receipt)?)?;
    // The lines of a tax invoice stand without their tax.
    let taxes = Money::sum(receipt.items.iter().filter_map(|item| money(item.tax.as_ref())));
    let with_tax =
        || super::tax_invoice(receipt.kind) && taxes.and_then(|taxes| sum.checked_add(taxes)) == Some(whole);
    Some(sum == whole || with_tax())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the rest of a bill over `total` agrees on against it, with these members more.
    fn agreed(total: &str, more: &str) -> Option<String> {
        let json = format!(
            r#"{{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
            "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient",
            "total": "{total}", {more}}}"#
        );
        let receipt: Receipt<'_> = serde_json::from_str(&json).unwrap();
        agreed_against_total(&receipt).map(|amount| amount.to_string())
    }

    const WORDS: &str = r#""totalInWords": "壹佰元整""#;
    const PAYMENTS: &str = r#""amounts": {"pooledFund": "60.00", "otherPayments": "0.00",
        "personalAccount": "10.00", "personalCash": "30.00"}"#;
    const ITEMS: &str = r#""itemsComplete": true, "items": [{"amount": "75.50"}, {"amount": "24.50"}]"#;

    #[test]
    fn two_places_that_agree_are_enough_and_one_alone_is_not() {
        for two in [[WORDS, PAYMENTS], [WORDS, ITEMS], [PAYMENTS, ITEMS]] {
            assert_eq!(agreed("101.00", &two.join(",")), Some("100.00".to_owned()));
            assert_eq!(agreed("100.00", &two.join(",")), None);
            assert_eq!(agreed("-101.00", &two.join(",")), None);
        }
        for one in [WORDS, PAYMENTS, ITEMS] {
            assert_eq!(agreed("101.00", one), None);
        }
    }

    #[test]
    fn one_place_that_says_otherwise_leaves_open_which_is_wrong() {
        let other = r#""itemsComplete": true, "items": [{"amount": "101.00"}]"#;
        assert_eq!(agreed("101.00", &[WORDS, PAYMENTS, other].join(",")), None);
        assert_eq!(agreed("102.00", &[WORDS, PAYMENTS, other].join(",")), None);
    }

    #[test]
    fn what_is_printed_apart_counts_with_the_payments() {
        let apart = r#""extraAmounts": [{"label": "减免", "value": "5.00"}], "totalInWords": "壹佰零伍元整""#;
        assert_eq!(agreed("150.00", &[PAYMENTS, apart].join(",")), Some("105.00".to_owned()));
    }
}
