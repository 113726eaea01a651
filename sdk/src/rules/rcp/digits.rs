//! How many digits the codes and numbers of receipts have.

use crate::{
    bill::{self, Recorded, fiscal_e_bill},
    code::lists::ReceiptKind,
    model::{receipt::Receipt, texts::BillNumberText},
    pointer,
    rules::Sink,
};

/// A code or number that some kinds of receipt have, and how many digits it has.
pub(super) struct DigitRow {
    pub(super) kinds: fn(ReceiptKind) -> bool,
    pub(super) member: &'static str,
    pub(super) read: for<'r> fn(&'r Receipt<'_>) -> Option<&'r str>,
    pub(super) digits: usize,
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
        if !(self.kinds)(receipt.kind) || bill::recorded(receipt) != way {
            return;
        }
        sink.seen();
        if text.len() != self.digits || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            sink.fail(pointer![self.member]);
        }
    }
}
