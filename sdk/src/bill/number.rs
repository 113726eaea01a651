//! By what a bill is told from every other, whatever paper or file shows it.

use std::fmt;

use crate::{
    code::lists::ReceiptKind,
    fault,
    model::{
        receipt::{Lineage, Receipt},
        texts::BillNumberText,
    },
    value::BillNumber,
};

/// The key of an expense: the canonical number of its bill or, on old paper with other lengths, code and number as
/// printed.
///
/// ```
/// use tongzhou::{expense::BillKey, model::receipt::Receipt};
///
/// let receipt: Receipt<'_> = serde_json::from_str(
///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "fiscal-e-outpatient",
///     "billCode": "11060125", "billNumber": "0000000001"}"#,
/// )
/// .unwrap();
/// let key = BillKey::of(&receipt).unwrap();
/// assert_eq!(key.canonical().unwrap().key(), "110601250000000001");
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BillKey(Number);

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Number {
    Canonical(BillNumber),
    Printed(String, String),
}

impl BillKey {
    /// The number that the paper itself bears, if it bears one that tells bills apart. What its kind calls for comes
    /// before a number of another kind.
    ///
    /// ```
    /// use tongzhou::{expense::BillKey, model::receipt::Receipt};
    ///
    /// let receipt: Receipt<'_> = serde_json::from_str(
    ///     r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "receipt",
    ///     "receiptId": "01900000-0000-7000-8000-000000000101", "kind": "pharmacy-slip"}"#,
    /// )
    /// .unwrap();
    /// assert_eq!(BillKey::of(&receipt), None);
    /// ```
    pub fn of(receipt: &Receipt<'_>) -> Option<Self> {
        let own = match receipt.kind {
            ReceiptKind::TaxEInvoice => digital(receipt.tax_invoice_number.as_ref()),
            ReceiptKind::VatEInvoice => vat(receipt.vat_code.as_ref(), receipt.vat_number.as_ref()),
            ReceiptKind::FiscalEOutpatient
            | ReceiptKind::FiscalEInpatient
            | ReceiptKind::FiscalEDetail
            | ReceiptKind::FiscalPaperOutpatient
            | ReceiptKind::FiscalPaperInpatient
            | ReceiptKind::Settlement
            | ReceiptKind::Prepayment
            | ReceiptKind::PharmacySlip
            | ReceiptKind::Other => None,
        };
        own.filter(|_| !fault::is("kind-calls-for-no-number"))
            .or_else(|| keys(receipt).map(|(key, _)| key).next())
    }

    /// The number by which a link names another paper.
    ///
    /// ```
    /// use tongzhou::{expense::BillKey, model::receipt::Lineage};
    ///
    /// let link: Lineage<'_> = serde_json::from_str(
    ///     r#"{"relation": "detail-list", "billCode": "11060125", "billNumber": "0000000001"}"#,
    /// )
    /// .unwrap();
    /// assert_eq!(BillKey::named(&link).unwrap().canonical().unwrap().key(), "110601250000000001");
    /// ```
    pub fn named(link: &Lineage<'_>) -> Option<Self> {
        named(link).next()
    }

    /// The canonical number, where code and number have the lengths of a bill: on others nothing can be claimed
    /// between organisations.
    ///
    /// ```
    /// use tongzhou::{expense::BillKey, model::receipt::Lineage};
    ///
    /// let link: Lineage<'_> =
    ///     serde_json::from_str(r#"{"relation": "red-bill", "billCode": "1106", "billNumber": "77"}"#).unwrap();
    /// assert_eq!(BillKey::named(&link).unwrap().canonical(), None);
    /// ```
    pub const fn canonical(&self) -> Option<&BillNumber> {
        match &self.0 {
            Number::Canonical(number) => Some(number),
            Number::Printed(..) => None,
        }
    }
}

impl fmt::Debug for BillKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BillKey(…)")
    }
}

/// Every number under which a receipt is known, with the member that states it.
pub(crate) fn keys(receipt: &Receipt<'_>) -> impl Iterator<Item = (BillKey, &'static str)> {
    [
        (fiscal(receipt.bill_code.as_ref(), receipt.bill_number.as_ref()), "billNumber"),
        (digital(receipt.tax_invoice_number.as_ref()), "taxInvoiceNumber"),
        (vat(receipt.vat_code.as_ref(), receipt.vat_number.as_ref()), "vatNumber"),
    ]
    .into_iter()
    .filter_map(|(key, member)| key.map(|key| (key, member)))
}

/// Every number by which a link names another paper.
pub(crate) fn named(link: &Lineage<'_>) -> impl Iterator<Item = BillKey> {
    [
        fiscal(link.bill_code.as_ref(), link.bill_number.as_ref()),
        digital(link.tax_invoice_number.as_ref()),
        vat(link.vat_code.as_ref(), link.vat_number.as_ref()),
    ]
    .into_iter()
    .flatten()
}

/// The key of a fiscal bill's code and number.
pub(crate) fn fiscal(
    code: Option<&BillNumberText<'_>>,
    number: Option<&BillNumberText<'_>>,
) -> Option<BillKey> {
    let (code, number) = (code?.as_str(), number?.as_str());
    let canonical = BillNumber::from_parts(Some(code), number).map(Number::Canonical);
    Some(BillKey(canonical.unwrap_or_else(|_| {
        Number::Printed(
            if fault::is("printed-code-left-out") { "" } else { code }.to_owned(),
            number.to_owned(),
        )
    })))
}

fn digital(number: Option<&BillNumberText<'_>>) -> Option<BillKey> {
    BillNumber::from_parts(None, number?.as_str()).ok().map(Number::Canonical).map(BillKey)
}

fn vat(code: Option<&BillNumberText<'_>>, number: Option<&BillNumberText<'_>>) -> Option<BillKey> {
    BillNumber::from_parts(Some(code?.as_str()), number?.as_str()).ok().map(Number::Canonical).map(BillKey)
}
