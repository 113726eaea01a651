//! What a receipt is by itself: the kind of paper, how it was read, what was said of it when it was verified.

use crate::{
    amount::money,
    bill,
    code::lists::{PaperRole, ReceiptKind, ReceiptLineage, UncountedReason},
    fault,
    model::receipt::{Receipt, Settlement},
    value::{Date, Money},
};

/// What a receipt is by itself.
pub(super) enum Nature {
    /// A bill with a number of its own.
    Bill,
    /// Paper issued in place of an e-bill.
    Reissue,
    /// What cancels another paper.
    Red,
    /// What goes with a bill.
    Attached(PaperRole),
    /// What counts for nothing, whatever else there is.
    Not(UncountedReason),
}

/// What this receipt is.
pub(super) fn nature(receipt: &Receipt<'_>) -> Nature {
    let is = |relation| receipt.lineage.iter().any(|link| link.relation == relation);
    match receipt.kind {
        ReceiptKind::Prepayment => Nature::Not(UncountedReason::Prepayment),
        ReceiptKind::PharmacySlip => Nature::Not(UncountedReason::PharmacySlip),
        ReceiptKind::Other => Nature::Not(UncountedReason::NotABill),
        _ if is(ReceiptLineage::RedBill) => Nature::Red,
        ReceiptKind::FiscalEDetail => Nature::Attached(PaperRole::DetailList),
        ReceiptKind::Settlement => Nature::Attached(PaperRole::SettlementList),
        ReceiptKind::FiscalEOutpatient
        | ReceiptKind::FiscalEInpatient
        | ReceiptKind::FiscalPaperOutpatient
        | ReceiptKind::FiscalPaperInpatient
        | ReceiptKind::TaxEInvoice
        | ReceiptKind::VatEInvoice => {
            let total = money(receipt.total.as_ref());
            let date = receipt.issued_on.as_ref().map(|date| date.as_str().parse::<Date>());
            if total.is_some_and(Money::is_negative) && !fault::is("negative-total-taken") {
                Nature::Not(UncountedReason::NegativeTotal)
            } else if receipt
                .currency
                .as_ref()
                .is_some_and(|currency| currency.as_str() != "CNY" && !fault::is("foreign-money-taken"))
            {
                Nature::Not(UncountedReason::NotInYuan)
            } else if date.is_some_and(|date| date.is_err()) && !fault::is("unreadable-date-taken") {
                Nature::Not(UncountedReason::UnreadableDate)
            } else if is(ReceiptLineage::SplitCopy) {
                Nature::Attached(PaperRole::SplitCopy)
            } else if is(ReceiptLineage::PaperReissue) {
                Nature::Reissue
            } else {
                Nature::Bill
            }
        }
    }
}

/// When a receipt was last verified and whether it was then void.
pub(super) fn latest_says_void<'r>(receipt: &'r Receipt<'_>) -> Option<(&'r str, bool)> {
    bill::latest_verification(receipt).map(|(_, check)| (check.at.as_str(), bill::is_void(check)))
}

/// What tells a settlement from every other: the insurer's region and its number there.
pub(super) fn settlement_key<'r>(settlement: &'r Settlement<'_>) -> Option<(&'r str, &'r str)> {
    Some((settlement.region.as_ref()?.as_str(), settlement.settlement_id.as_ref()?.as_str()))
}

/// The hospital's own serial of the visit, 业务流水号, which is unique within the hospital only.
pub(super) fn hospital_serial<'r>(receipt: &'r Receipt<'_>) -> Option<(&'r str, &'r str)> {
    let issuer = receipt.issuer.as_ref()?.code.as_ref()?.as_str();
    Some((
        if fault::is("serial-of-any-hospital") { "" } else { issuer },
        receipt.business_number.as_ref()?.as_str(),
    ))
}
