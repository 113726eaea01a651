//! What a bill left to the family, and where the figure is from.

use crate::{
    amount::{all_of, money},
    code::lists::{BurdenDoubt, BurdenSource},
    fault,
    model::receipt::Receipt,
    value::Money,
};

use super::{
    payers::{Reimbursed, Share},
    split::{Split, billed, by_bill, by_settlement},
};

/// What is left to the family of one bill: 个人账户 and 个人现金 less what was reimbursed later.
///
/// ```
/// use tongzhou::{code::lists::BurdenSource, expense, model::receipt::Receipt};
///
/// let bill: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient",
///     "billCode": "11060125", "billNumber": "0000000001", "total": "100.00",
///     "amounts": {"pooledFund": "60.00", "otherPayments": "0.00", "personalAccount": "10.00", "personalCash": "30.00"},
///     "laterReimbursements": [{"payer": "mutual-fund", "amount": "15.00", "status": "settled"}]}"#,
/// )
/// .unwrap();
/// let ledger = expense::expenses(&[bill], None);
/// let burden = &ledger.expenses[0].burden;
/// assert_eq!(burden.before.unwrap().to_string(), "40.00");
/// assert_eq!(burden.left.unwrap().to_string(), "25.00");
/// assert_eq!(burden.source, Some(BurdenSource::Payments));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Burden {
    /// What the family bore when the bill was settled; absent where no paper says it so that it can be trusted.
    pub before: Option<Money>,
    /// What is left after later reimbursements; never below nothing.
    pub left: Option<Money>,
    /// Where the figure is from.
    pub source: Option<BurdenSource>,
    /// What speaks against figures that were not used, or for care with the one that was; in the order of the list.
    pub doubts: Vec<BurdenDoubt>,
}

/// What the papers of one bill come to.
pub(super) struct Resolved {
    pub(super) billed: Option<Money>,
    pub(super) burden: Burden,
    /// Who paid before anything was reimbursed, by the paper whose figure is used.
    pub(super) shares: Vec<Share>,
}

/// What these bills, the first of which counts, and the settlement lists beside them come to after what was reimbursed
/// later.
pub(super) fn resolve(bills: &[&Receipt<'_>], lists: &[&Receipt<'_>], reimbursed: &Reimbursed) -> Resolved {
    let mut doubts = Vec::new();
    let mut splits: Vec<Split> = Vec::new();
    let mut whole = None;
    for bill in bills {
        match by_bill(bill) {
            Ok(split) => {
                whole = whole.or_else(|| billed(bill));
                splits.push(split);
            }
            Err(doubt) => doubts.push(doubt),
        }
    }
    let settlements = || bills.iter().chain(lists).filter_map(|paper| paper.settlement.as_ref());
    let settled = || {
        let mut amounts = settlements().filter_map(|settlement| settlement.amounts.as_ref());
        amounts.find_map(|amounts| money(amounts.total.as_ref()))
    };
    let whole = whole.or_else(|| bills.iter().find_map(|bill| billed(bill))).or_else(settled);
    for split in settlements().filter_map(|settlement| by_settlement(settlement, whole)) {
        match split {
            Ok(split) => splits.push(split),
            Err(doubt) => doubts.push(doubt),
        }
    }
    let totals_differ = bills.iter().filter_map(|bill| billed(bill)).any(|total| Some(total) != whole);
    let parts_differ =
        splits.iter().any(|split| splits.first().map(|first| first.family) != Some(split.family));
    doubts.extend(
        ((totals_differ && !fault::is("totals-not-compared")) || parts_differ)
            .then_some(BurdenDoubt::PapersDiffer),
    );
    // What is worked out gives way to what is stated.
    if splits.iter().any(|split| split.source != BurdenSource::TotalLessFunds)
        && !fault::is("worked-out-beside-stated")
    {
        splits.retain(|split| split.source != BurdenSource::TotalLessFunds);
    }
    let before = splits
        .iter()
        .map(|split| split.family)
        .min_by_key(|one| one.fen() * if fault::is("highest-burden-counts") { -1 } else { 1 });
    doubts.extend(bills.iter().any(|bill| self_paid_differs(bill)).then_some(BurdenDoubt::SplitNotTrusted));
    splits.retain(|split| Some(split.family) == before);
    let source = splits.iter().map(|split| split.source).min();
    // A settlement tells the funds apart.
    splits.sort_by_key(|split| (split.source != BurdenSource::Settlement, split.doubt));
    let used = splits.into_iter().next();
    doubts.extend(used.as_ref().and_then(|split| split.doubt));

    let paid_back = reimbursed.total();
    if paid_back.is_none() {
        doubts.push(BurdenDoubt::ReimbursementUnknown);
    }
    let left = before.zip(paid_back).and_then(|(before, paid)| before.checked_sub(paid));
    if left.is_some_and(Money::is_negative) {
        doubts.push(BurdenDoubt::ReimbursedTooMuch);
    }
    doubts.sort_unstable();
    doubts.dedup();
    let left =
        left.map(
            |left| if left.is_negative() && !fault::is("burden-below-nothing") { Money::ZERO } else { left },
        );
    Resolved {
        billed: whole,
        burden: Burden {
            before: before.or(fault::is("open-burden-nothing").then_some(Money::ZERO)),
            left,
            source,
            doubts,
        },
        shares: used.map_or_else(Vec::new, |split| split.shares),
    }
}

/// What is left to the family of this bill by what it says itself, without the other papers of its expense.
pub(crate) fn left_of(bill: &Receipt<'_>) -> Option<Money> {
    resolve(&[bill], &[], &Reimbursed::of(std::iter::once(bill))).burden.left
}

/// Whether 自付 and 自费 are printed and differ from account and cash: hospitals fill them in with constants.
fn self_paid_differs(receipt: &Receipt<'_>) -> bool {
    let Some(amounts) = receipt.amounts.as_ref() else { return false };
    let sum = |parts| all_of(parts).and_then(Money::sum);
    let split = sum([amounts.self_paid_in_catalogue.as_ref(), amounts.self_paid_out_of_catalogue.as_ref()]);
    let own = sum([amounts.personal_account.as_ref(), amounts.personal_cash.as_ref()]);
    split.zip(own).is_some_and(|(split, own)| split != own && !fault::is("self-paid-amounts-unread"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is left of a bill over 100.00 whose fund paid 60.00, with this in cash and paid back so.
    fn left(cash: &str, paid_back: &str) -> Option<String> {
        let json = format!(
            r#"{{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
            "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient", "total": "100.00",
            "amounts": {{"pooledFund": "60.00", "otherPayments": "0.00", "personalAccount": "10.00",
            "personalCash": "{cash}"}}, "laterReimbursements": [{paid_back}]}}"#
        );
        left_of(&serde_json::from_str(&json).unwrap()).map(|left| left.to_string())
    }

    #[test]
    fn a_bill_leaves_account_and_cash_less_what_is_settled() {
        let back = |status| format!(r#"{{"payer": "mutual-fund", "amount": "15.00", "status": "{status}"}}"#);
        assert_eq!(left("30.00", &back("settled")).as_deref(), Some("25.00"));
        assert_eq!(left("30.00", &back("pending")).as_deref(), Some("40.00"));
    }

    #[test]
    fn a_bill_that_does_not_add_up_leaves_open_what_it_leaves() {
        assert_eq!(left("20.00", ""), None);
        assert_eq!(left("30.00", r#"{"payer": "mutual-fund", "status": "settled"}"#), None);
    }
}
