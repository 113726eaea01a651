//! What several rules ask of a receipt: the kind of paper it is, its numbers and how it was recorded.

use crate::{
    code::lists::{ReceiptKind, ReceiptLineage, ReceiptRecordingMethod},
    model::{
        receipt::{Lineage, Receipt},
        texts::BillNumberText,
    },
    pointer,
    rules::Sink,
    value::{
        BillNumber,
        bill_number::{FiscalBillCode, MedicalBill},
    },
};

/// How a bill is told from every other: by its canonical number or, on old paper with other lengths, by code and
/// number as printed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rules) enum Key<'r> {
    Canonical(BillNumber),
    Printed(&'r str, &'r str),
}

/// How faithfully a receipt was recorded: a data file leaves no room for misreading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Recorded {
    FromData,
    FromPaper,
}

/// A code or number that some kinds of receipt have, and how many digits it has.
pub(super) struct DigitRow {
    pub(super) kinds: fn(ReceiptKind) -> bool,
    pub(super) member: &'static str,
    pub(super) read: for<'r> fn(&'r Receipt<'_>) -> Option<&'r str>,
    pub(super) digits: usize,
}

/// Whether aid may be claimed on a receipt of this kind by itself.
pub(in crate::rules) const fn claimable(kind: ReceiptKind) -> bool {
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
pub(super) const fn fiscal_e_bill(kind: ReceiptKind) -> bool {
    matches!(kind, ReceiptKind::FiscalEOutpatient | ReceiptKind::FiscalEInpatient)
}

/// Whether it is a tax invoice.
pub(super) const fn tax_invoice(kind: ReceiptKind) -> bool {
    matches!(kind, ReceiptKind::TaxEInvoice | ReceiptKind::VatEInvoice)
}

/// Whether a national form is for outpatients or for inpatients.
pub(super) const fn setting(kind: ReceiptKind) -> Option<MedicalBill> {
    match kind {
        ReceiptKind::FiscalEOutpatient | ReceiptKind::FiscalPaperOutpatient => Some(MedicalBill::Outpatient),
        ReceiptKind::FiscalEInpatient | ReceiptKind::FiscalPaperInpatient => Some(MedicalBill::Inpatient),
        _ => None,
    }
}

/// Whether the receipt is a red bill, 红票.
pub(super) fn is_red(receipt: &Receipt<'_>) -> bool {
    receipt.lineage.iter().any(|link| link.relation == ReceiptLineage::RedBill)
}

/// How the receipt was recorded; where it does not say, it may have been misread.
pub(super) fn recorded(receipt: &Receipt<'_>) -> Recorded {
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
pub(super) fn fiscal_code(receipt: &Receipt<'_>) -> Option<FiscalBillCode> {
    receipt.bill_code.as_ref()?.as_str().parse().ok()
}

/// Every number under which the receipt is known, with the member that states it.
pub(in crate::rules) fn keys<'r>(receipt: &'r Receipt<'_>) -> impl Iterator<Item = (Key<'r>, &'static str)> {
    [
        (fiscal(receipt.bill_code.as_ref(), receipt.bill_number.as_ref()), "billNumber"),
        (digital(receipt.tax_invoice_number.as_ref()), "taxInvoiceNumber"),
        (vat(receipt.vat_code.as_ref(), receipt.vat_number.as_ref()), "vatNumber"),
    ]
    .into_iter()
    .filter_map(|(key, member)| key.map(|key| (key, member)))
}

/// Every number by which a receipt names another paper.
pub(in crate::rules) fn named<'r>(link: &'r Lineage<'_>) -> impl Iterator<Item = Key<'r>> {
    [
        fiscal(link.bill_code.as_ref(), link.bill_number.as_ref()),
        digital(link.tax_invoice_number.as_ref()),
        vat(link.vat_code.as_ref(), link.vat_number.as_ref()),
    ]
    .into_iter()
    .flatten()
}

fn fiscal<'r>(
    code: Option<&'r BillNumberText<'_>>,
    number: Option<&'r BillNumberText<'_>>,
) -> Option<Key<'r>> {
    let (code, number) = (code?.as_str(), number?.as_str());
    Some(BillNumber::from_parts(Some(code), number).map_or(Key::Printed(code, number), Key::Canonical))
}

fn digital<'r>(number: Option<&'r BillNumberText<'_>>) -> Option<Key<'r>> {
    BillNumber::from_parts(None, number?.as_str()).ok().map(Key::Canonical)
}

fn vat<'r>(code: Option<&'r BillNumberText<'_>>, number: Option<&'r BillNumberText<'_>>) -> Option<Key<'r>> {
    let (code, number) = (code?.as_str(), number?.as_str());
    BillNumber::from_parts(Some(code), number).ok().map(Key::Canonical)
}

impl DigitRow {
    pub(super) const FISCAL_CODE: Self = Self {
        kinds: fiscal_e_bill,
        member: "billCode",
        read: |receipt| receipt.bill_code.as_ref().map(BillNumberText::as_str),
        digits: 8,
    };
    pub(super) const FISCAL_NUMBER: Self = Self {
        kinds: fiscal_e_bill,
        member: "billNumber",
        read: |receipt| receipt.bill_number.as_ref().map(BillNumberText::as_str),
        digits: 10,
    };
    pub(super) const DIGITAL_NUMBER: Self = Self {
        kinds: |kind| matches!(kind, ReceiptKind::TaxEInvoice),
        member: "taxInvoiceNumber",
        read: |receipt| receipt.tax_invoice_number.as_ref().map(BillNumberText::as_str),
        digits: 20,
    };
    pub(super) const VAT_CODE: Self = Self {
        kinds: |kind| matches!(kind, ReceiptKind::VatEInvoice),
        member: "vatCode",
        read: |receipt| receipt.vat_code.as_ref().map(BillNumberText::as_str),
        digits: 12,
    };
    pub(super) const VAT_NUMBER: Self = Self {
        kinds: |kind| matches!(kind, ReceiptKind::VatEInvoice),
        member: "vatNumber",
        read: |receipt| receipt.vat_number.as_ref().map(BillNumberText::as_str),
        digits: 8,
    };

    /// Looks at the row on receipts that were recorded in this way.
    pub(super) fn check(&self, receipt: &Receipt<'_>, way: Recorded, sink: &mut Sink<'_>) {
        let Some(text) = (self.read)(receipt) else { return };
        if !(self.kinds)(receipt.kind) || recorded(receipt) != way {
            return;
        }
        sink.seen();
        if text.len() != self.digits || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            sink.fail(pointer![self.member]);
        }
    }
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
