//! What a receipt is by itself: the kind of paper, how it was read, what was said of it when it was verified.

use crate::{
    code::lists::{ReceiptKind, ReceiptLineage, ReceiptRecordingMethod, ReceiptVerificationResult},
    model::receipt::{Receipt, Settlement},
    value::{Date, Money},
};

use super::reason::{Reason, Role};

/// What a receipt is by itself.
pub(super) enum Nature {
    /// A bill with a number of its own.
    Bill,
    /// Paper issued in place of an e-bill.
    Reissue,
    /// What cancels another paper.
    Red,
    /// What goes with a bill.
    Attached(Role),
    /// What counts for nothing, whatever else there is.
    Not(Reason),
}

/// What this receipt is.
pub(super) fn nature(receipt: &Receipt<'_>) -> Nature {
    let is = |relation| receipt.lineage.iter().any(|link| link.relation == relation);
    match receipt.kind {
        ReceiptKind::Prepayment => Nature::Not(Reason::Prepayment),
        ReceiptKind::PharmacySlip => Nature::Not(Reason::PharmacySlip),
        ReceiptKind::Other => Nature::Not(Reason::NotABill),
        _ if is(ReceiptLineage::RedBill) => Nature::Red,
        ReceiptKind::FiscalEDetail => Nature::Attached(Role::DetailList),
        ReceiptKind::Settlement => Nature::Attached(Role::SettlementList),
        ReceiptKind::FiscalEOutpatient
        | ReceiptKind::FiscalEInpatient
        | ReceiptKind::FiscalPaperOutpatient
        | ReceiptKind::FiscalPaperInpatient
        | ReceiptKind::TaxEInvoice
        | ReceiptKind::VatEInvoice => {
            let total = receipt.total.as_ref().and_then(|total| total.as_str().parse::<Money>().ok());
            let date = receipt.issued_on.as_ref().map(|date| date.as_str().parse::<Date>());
            if total.is_some_and(Money::is_negative) {
                Nature::Not(Reason::NegativeTotal)
            } else if receipt.currency.as_ref().is_some_and(|currency| currency.as_str() != "CNY") {
                Nature::Not(Reason::NotInYuan)
            } else if date.is_some_and(|date| date.is_err()) {
                Nature::Not(Reason::UnreadableDate)
            } else if is(ReceiptLineage::SplitCopy) {
                Nature::Attached(Role::SplitCopy)
            } else if is(ReceiptLineage::PaperReissue) {
                Nature::Reissue
            } else {
                Nature::Bill
            }
        }
    }
}

/// Whether aid may be claimed on a receipt of this kind by itself.
pub(super) const fn claimable(kind: ReceiptKind) -> bool {
    matches!(
        kind,
        ReceiptKind::FiscalEOutpatient
            | ReceiptKind::FiscalEInpatient
            | ReceiptKind::FiscalPaperOutpatient
            | ReceiptKind::FiscalPaperInpatient
            | ReceiptKind::TaxEInvoice
            | ReceiptKind::VatEInvoice
    )
}

/// Whether it is a fiscal bill on paper.
pub(super) const fn is_paper(kind: ReceiptKind) -> bool {
    matches!(kind, ReceiptKind::FiscalPaperOutpatient | ReceiptKind::FiscalPaperInpatient)
}

/// Whether it was read from a data file, which leaves no room for misreading.
pub(super) fn from_data(receipt: &Receipt<'_>) -> bool {
    receipt.recording.as_ref().is_some_and(|recording| {
        matches!(
            recording.method,
            ReceiptRecordingMethod::Xml
                | ReceiptRecordingMethod::Ofd
                | ReceiptRecordingMethod::Pdf
                | ReceiptRecordingMethod::Interface
        )
    })
}

/// When a receipt was last verified and whether it was then void; of two at one moment, void speaks.
pub(super) fn latest_says_void<'r>(receipt: &'r Receipt<'_>) -> Option<(&'r str, bool)> {
    let checks = receipt.verifications.iter().map(|check| {
        let result =
            matches!(check.result, ReceiptVerificationResult::Reversed | ReceiptVerificationResult::Voided);
        let void = result || check.reversed == Some(true) || check.voided == Some(true);
        (check.at.as_str(), void)
    });
    checks.max()
}

/// What tells a settlement from every other: the insurer's region and its number there.
pub(super) fn settlement_key<'r>(settlement: &'r Settlement<'_>) -> Option<(&'r str, &'r str)> {
    Some((settlement.region.as_ref()?.as_str(), settlement.settlement_id.as_ref()?.as_str()))
}

/// The hospital's own serial of the visit, 业务流水号, which is unique within the hospital only.
pub(super) fn hospital_serial<'r>(receipt: &'r Receipt<'_>) -> Option<(&'r str, &'r str)> {
    let issuer = receipt.issuer.as_ref()?.code.as_ref()?.as_str();
    Some((issuer, receipt.business_number.as_ref()?.as_str()))
}
