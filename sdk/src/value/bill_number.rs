//! Codes and numbers of receipts: what tells one bill from another.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::fault;

use super::ascii::{Ascii, all_digits, number};

/// The code of a fiscal e-bill, 财政电子票据代码: eight digits, two each for the supervising region, the class, the
/// kind and the year.
///
/// ```
/// use tongzhou::value::bill_number::{FiscalBillCode, MedicalBill};
///
/// let code: FiscalBillCode = "11060125".parse().unwrap();
/// assert_eq!(code.medical(), Some(MedicalBill::Outpatient));
/// assert_eq!((code.region_prefix(), code.year()), ("11", 2025));
/// assert_eq!((code.class(), code.kind(), code.as_str()), ("06", "01", "11060125"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalBillCode(Ascii<8>);

/// What a medical e-bill was issued for, by class `06` and kind.
///
/// ```
/// use tongzhou::value::bill_number::{FiscalBillCode, MedicalBill};
///
/// let code: FiscalBillCode = "11060225".parse().unwrap();
/// assert_eq!(code.medical(), Some(MedicalBill::Inpatient));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MedicalBill {
    /// 医疗门诊收费票据, kind `01`.
    Outpatient,
    /// 医疗住院收费票据, kind `02`.
    Inpatient,
}

/// The number under which a bill is known, whatever paper or file shows it. Two papers are of the same bill when
/// their [`key`](BillNumber::key)s are equal.
///
/// ```
/// use tongzhou::value::BillNumber;
///
/// let bill = BillNumber::from_parts(Some("11060125"), "0000000001").unwrap();
/// assert_eq!(bill.key(), "110601250000000001");
/// assert_eq!((bill.code(), bill.number()), ("11060125", "0000000001"));
/// assert_eq!(bill.fiscal_code().map(|code| code.region_prefix().to_owned()).as_deref(), Some("11"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BillNumber {
    key: Ascii<20>,
    form: BillForm,
}

/// How a [`BillNumber`] is made up.
///
/// ```
/// use tongzhou::value::{BillNumber, bill_number::BillForm};
///
/// let form = |code, number| BillNumber::from_parts(code, number).map(|bill| bill.form());
/// assert_eq!(form(Some("11060125"), "0000000001"), Ok(BillForm::Fiscal));
/// assert_eq!(form(None, "25112000000000000001"), Ok(BillForm::Digital));
/// assert_eq!(form(Some("011002500111"), "00000001"), Ok(BillForm::Vat));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BillForm {
    /// 财政电子票据 or its printed kin: code of 8, number of 10 digits.
    Fiscal,
    /// 数电票: one number of 20 digits, no code.
    Digital,
    /// The older VAT e-invoice, 增值税电子普通发票: code of 12, number of 8 digits.
    Vat,
}

/// Why code and number are not those of a bill.
///
/// ```
/// use tongzhou::value::{BillNumber, bill_number::BillNumberError};
///
/// // Ten digits are those of a fiscal bill, and its code was left out.
/// assert_eq!(BillNumber::from_parts(None, "0000000001"), Err(BillNumberError::CodeMissing));
/// assert_eq!(BillNumber::from_parts(Some("11060125"), "1"), Err(BillNumberError::NumberLength));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BillNumberError {
    /// The code has something other than digits.
    #[error("the bill code has something other than digits")]
    CodeCharacters,
    /// The code has neither 8 nor 12 digits, or there should be none.
    #[error("the bill code does not have the right length")]
    CodeLength,
    /// There is no code, and the number is not one that does without.
    #[error("the bill code is missing")]
    CodeMissing,
    /// The number has something other than digits.
    #[error("the bill number has something other than digits")]
    NumberCharacters,
    /// The number does not have as many digits as go with the code.
    #[error("the bill number does not have the right length")]
    NumberLength,
}

impl FiscalBillCode {
    /// The code.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Digits 1 and 2, the supervising region: a province of GB/T 2260, or `00` for the centre.
    pub fn region_prefix(&self) -> &str {
        self.0.part(0..2)
    }

    /// Digits 3 and 4, the class; `06` is medical.
    pub fn class(&self) -> &str {
        self.0.part(2..4)
    }

    /// Digits 5 and 6, the kind within the class.
    pub fn kind(&self) -> &str {
        self.0.part(4..6)
    }

    /// Digits 7 and 8, the year for which the batch was made, as a year of this century.
    pub fn year(&self) -> u16 {
        number(self.0.part(6..8).as_bytes())
            .and_then(|two| u16::try_from(two).ok())
            .map_or(0, |two| 2000 + two)
    }

    /// What the bill was issued for, if it is a medical one.
    pub fn medical(&self) -> Option<MedicalBill> {
        match (self.class(), self.kind()) {
            ("06", "01") => Some(MedicalBill::Outpatient),
            ("06", "02") => Some(MedicalBill::Inpatient),
            _ => None,
        }
    }
}

impl FromStr for FiscalBillCode {
    type Err = BillNumberError;

    fn from_str(text: &str) -> Result<Self, BillNumberError> {
        if !all_digits(text) {
            return Err(BillNumberError::CodeCharacters);
        }
        if text.len() != 8 {
            return Err(BillNumberError::CodeLength);
        }
        Ascii::new(text).map(Self).ok_or(BillNumberError::CodeLength)
    }
}

impl fmt::Display for FiscalBillCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

checked_text!(public FiscalBillCode, BillNumberError);

impl BillNumber {
    /// The bill of a code and a number, whose lengths tell the form; without a code, 数电票.
    pub fn from_parts(code: Option<&str>, number: &str) -> Result<Self, BillNumberError> {
        let form = match code {
            None => BillForm::Digital,
            Some(code) if !all_digits(code) => return Err(BillNumberError::CodeCharacters),
            Some(code) => match code.len() {
                8 => BillForm::Fiscal,
                12 => BillForm::Vat,
                _ => return Err(BillNumberError::CodeLength),
            },
        };
        if !all_digits(number) {
            return Err(BillNumberError::NumberCharacters);
        }
        if number.len() != form.number_length() && !fault::is("lengths-of-a-bill-unread") {
            // Ten or eight digits alone are the number of a bill whose code was left out.
            let alone = code.is_none() && matches!(number.len(), 8 | 10);
            return Err(if alone { BillNumberError::CodeMissing } else { BillNumberError::NumberLength });
        }
        let key = Ascii::joined(
            code.unwrap_or_default(),
            if fault::is("leading-zeros-of-a-bill-lost") { number.trim_start_matches('0') } else { number },
        )
        .ok_or(BillNumberError::NumberLength)?;
        Ok(Self { key, form })
    }

    /// Code and number as one row of digits: 18 for a fiscal bill, 20 for the others.
    pub fn key(&self) -> &str {
        self.key.as_str()
    }

    /// How it is made up.
    ///
    /// ```
    /// use tongzhou::value::{BillNumber, bill_number::BillForm};
    ///
    /// let bill = BillNumber::from_parts(None, "25112000000000000001").unwrap();
    /// assert_eq!((bill.form(), bill.code()), (BillForm::Digital, ""));
    /// ```
    pub const fn form(&self) -> BillForm {
        self.form
    }

    /// The code; empty for 数电票.
    pub fn code(&self) -> &str {
        self.key.part(0..self.form.code_length())
    }

    /// The number without the code.
    pub fn number(&self) -> &str {
        self.key.part(self.form.code_length()..self.key().len())
    }

    /// The code of a fiscal bill, with what it states.
    pub fn fiscal_code(&self) -> Option<FiscalBillCode> {
        match self.form {
            BillForm::Fiscal => self.code().parse().ok(),
            BillForm::Digital | BillForm::Vat => None,
        }
    }
}

impl fmt::Debug for BillNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BillNumber(…)")
    }
}

impl BillForm {
    const fn code_length(self) -> usize {
        match self {
            Self::Fiscal => 8,
            Self::Digital => 0,
            Self::Vat => 12,
        }
    }

    const fn number_length(self) -> usize {
        match self {
            Self::Fiscal => 10,
            Self::Digital => 20,
            Self::Vat => 8,
        }
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn a_fiscal_code_states_region_class_kind_and_year() {
        let code: FiscalBillCode = "31060221".parse().unwrap();
        assert_eq!((code.region_prefix(), code.class(), code.kind(), code.year()), ("31", "06", "02", 2021));
        assert_eq!(code.medical(), Some(MedicalBill::Inpatient));
        assert_eq!("44060125".parse::<FiscalBillCode>().unwrap().medical(), Some(MedicalBill::Outpatient));
        assert_eq!("44010125".parse::<FiscalBillCode>().unwrap().medical(), None);
    }

    #[test]
    fn each_form_of_bill_is_known_by_its_lengths() {
        for (code, number, form, key) in [
            (Some("11060125"), "0000000001", BillForm::Fiscal, "110601250000000001"),
            (None, "25110000000000000001", BillForm::Digital, "25110000000000000001"),
            (Some("011000000000"), "00000001", BillForm::Vat, "01100000000000000001"),
        ] {
            let bill = BillNumber::from_parts(code, number).unwrap();
            assert_eq!((bill.form(), bill.key()), (form, key));
            assert_eq!((bill.code(), bill.number()), (code.unwrap_or_default(), number));
            assert_eq!(bill.fiscal_code().is_some(), form == BillForm::Fiscal);
        }
    }

    #[test]
    fn each_fault_of_code_and_number_is_told_apart() {
        use BillNumberError::*;
        for (code, number, fault) in [
            (Some("1106012"), "0000000001", CodeLength),
            (Some(""), "25110000000000000001", CodeLength),
            (Some("1106O125"), "0000000001", CodeCharacters),
            (None, "0000000001", CodeMissing),
            (None, "00000001", CodeMissing),
            (None, "2511000000000000000", NumberLength),
            (Some("11060125"), "000000001", NumberLength),
            (Some("011000000000"), "0000000001", NumberLength),
            (Some("11060125"), "00000000O1", NumberCharacters),
            (Some("11060125"), " 000000001", NumberCharacters),
        ] {
            assert_eq!(BillNumber::from_parts(code, number).err(), Some(fault));
        }
        assert_eq!("110601251".parse::<FiscalBillCode>().err(), Some(CodeLength));
    }

    #[test]
    fn a_bill_number_hides_from_debug() {
        let bill = BillNumber::from_parts(Some("11060125"), "0000000001").unwrap();
        assert_eq!(format!("{bill:?}"), "BillNumber(…)");
    }

    quickcheck! {
        fn any_texts_are_read_without_fault(code: Option<String>, number: String) -> bool {
            BillNumber::from_parts(code.as_deref(), &number).is_err()
        }

        fn bills_are_the_same_when_code_and_number_are(a: (u8, u8), b: (u8, u8)) -> bool {
            let bill = |(code, number): (u8, u8)| {
                BillNumber::from_parts(Some(&format!("{code:08}")), &format!("{number:010}")).unwrap()
            };
            (bill(a).key() == bill(b).key()) == (a == b)
        }
    }
}
