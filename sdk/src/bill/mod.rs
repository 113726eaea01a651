//! What a receipt says of itself, on which expenses and rules agree: the kind of paper it is, its numbers, how it was
//! recorded, what its sums come to, what was paid back on it, and which verification speaks for it.

mod number;
pub(crate) mod sums;

use crate::{
    code::lists::{
        ReceiptKind, ReceiptLineage, ReceiptRecordingMethod, ReceiptVerificationResult, ReimbursementStatus,
    },
    fault,
    model::receipt::{LaterReimbursement, Receipt, Verification},
    value::bill_number::{FiscalBillCode, MedicalBill},
};

pub use self::number::BillKey;
pub(crate) use self::number::{fiscal, keys, named};

/// How faithfully a receipt was recorded: a data file leaves no room for misreading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recorded {
    FromData,
    FromPaper,
}

/// Whether aid may be claimed on a receipt of this kind by itself.
pub(crate) const fn claimable(kind: ReceiptKind) -> bool {
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

/// Whether it is a fiscal e-bill with code and number of its own.
pub(crate) const fn fiscal_e_bill(kind: ReceiptKind) -> bool {
    matches!(kind, ReceiptKind::FiscalEOutpatient | ReceiptKind::FiscalEInpatient)
}

/// Whether it is a fiscal bill on paper.
pub(crate) const fn fiscal_paper_bill(kind: ReceiptKind) -> bool {
    matches!(kind, ReceiptKind::FiscalPaperOutpatient | ReceiptKind::FiscalPaperInpatient)
}

/// Whether it is a tax invoice.
pub(crate) const fn tax_invoice(kind: ReceiptKind) -> bool {
    matches!(kind, ReceiptKind::TaxEInvoice | ReceiptKind::VatEInvoice)
}

/// Whether a national form is for outpatients or for inpatients.
pub(crate) const fn setting(kind: ReceiptKind) -> Option<MedicalBill> {
    match kind {
        ReceiptKind::FiscalEOutpatient | ReceiptKind::FiscalPaperOutpatient => Some(MedicalBill::Outpatient),
        ReceiptKind::FiscalEInpatient | ReceiptKind::FiscalPaperInpatient => Some(MedicalBill::Inpatient),
        _ => None,
    }
}

/// Whether the receipt is a red bill, 红票.
pub(crate) fn is_red(receipt: &Receipt<'_>) -> bool {
    receipt.lineage.iter().any(|link| link.relation == ReceiptLineage::RedBill)
}

/// How the receipt was recorded; where it does not say, it may have been misread.
pub(crate) fn recorded(receipt: &Receipt<'_>) -> Recorded {
    match receipt.recording.as_ref().map(|recording| recording.method) {
        Some(
            ReceiptRecordingMethod::Xml
            | ReceiptRecordingMethod::Ofd
            | ReceiptRecordingMethod::Pdf
            | ReceiptRecordingMethod::Interface,
        ) => Recorded::FromData,
        Some(ReceiptRecordingMethod::Ocr | ReceiptRecordingMethod::Typed) | None => Recorded::FromPaper,
    }
}

/// The code of a fiscal bill, if it has eight digits.
pub(crate) fn fiscal_code(receipt: &Receipt<'_>) -> Option<FiscalBillCode> {
    receipt.bill_code.as_ref()?.as_str().parse().ok()
}

/// The latest verification and its place; of two at one moment the later in the list. Instants of one form
/// compare as text.
pub(crate) fn latest_verification<'r, 'a>(receipt: &'r Receipt<'a>) -> Option<(usize, &'r Verification<'a>)> {
    receipt.verifications.iter().enumerate().max_by_key(|(_, verification)| {
        if fault::is("last-of-the-list-speaks") { "" } else { verification.at.as_str() }
    })
}

/// Whether it says that the bill was reversed or voided.
pub(crate) fn is_void(verification: &Verification<'_>) -> bool {
    let result = matches!(
        verification.result,
        ReceiptVerificationResult::Reversed | ReceiptVerificationResult::Voided
    );
    result
        || verification.reversed == Some(true)
        || (verification.voided == Some(true) && !fault::is("mark-of-voiding-unread"))
}

/// What was paid back on the bill after it was issued: what is settled, and what does not say how it stands.
pub(crate) fn paid_back<'r, 'a>(
    receipt: &'r Receipt<'a>,
) -> impl Iterator<Item = &'r LaterReimbursement<'a>> {
    let settled = |later: &&LaterReimbursement<'_>| {
        matches!(later.status, Some(ReimbursementStatus::Settled) | None) || fault::is("pending-taken-off")
    };
    receipt.later_reimbursements.iter().filter(settled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Code;

    #[test]
    fn what_may_be_claimed_on_is_what_the_published_list_says() {
        for kind in ReceiptKind::ALL {
            let listed = kind.row().and_then(|row| row.column("claimable"));
            assert_eq!(listed, Some(if claimable(*kind) { "yes" } else { "no" }), "{}", kind.code());
        }
    }

    #[test]
    fn what_is_read_from_data_is_what_the_published_list_calls_exact() {
        for method in ReceiptRecordingMethod::ALL {
            let json = format!(
                r#"{{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
                "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "other",
                "recording": {{"method": "{}"}}}}"#,
                method.code()
            );
            let receipt: Receipt<'_> = serde_json::from_str(&json).unwrap();
            let exact = method.row().and_then(|row| row.column("exact")) == Some("yes");
            assert_eq!(recorded(&receipt) == Recorded::FromData, exact, "{}", method.code());
        }
    }
}
