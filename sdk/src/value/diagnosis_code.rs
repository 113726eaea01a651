//! Diagnosis codes, 疾病诊断编码, in the four systems that are in use.

use std::fmt;

use thiserror::Error;

use crate::{
    code::{Code as _, lists::DiagnosisSystem},
    fault,
};

use super::ascii::{Ascii, all_digits};

/// What a code carries behind it in ICD-10's double coding.
///
/// ```
/// use tongzhou::{
///     code::lists::DiagnosisSystem,
///     value::{DiagnosisCode, diagnosis_code::Marker},
/// };
///
/// // Tuberculous meningitis: the disease with a dagger, its manifestation with an asterisk.
/// let marker = |text| DiagnosisCode::new(DiagnosisSystem::WhoIcd10, text).unwrap().marker();
/// assert_eq!((marker("A17.0†"), marker("G01*")), (Some(Marker::Dagger), Some(Marker::Asterisk)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marker {
    /// `†`, also written `+`: the underlying disease, 剑号.
    Dagger,
    /// `*`: its manifestation, 星号.
    Asterisk,
}

/// A diagnosis code that has the shape of its system, without marker; whether the system has such a code is not
/// known here. The same code means different things in two systems: only the [category](Self::category) may be
/// compared across.
///
/// ```
/// use tongzhou::{code::lists::DiagnosisSystem, value::DiagnosisCode};
///
/// let code = DiagnosisCode::new(DiagnosisSystem::Nhsa20, "C91.000x006").unwrap();
/// assert_eq!(code.category(), "C91");
/// assert!(code.has_prefix("C91.0"));
/// assert_eq!((code.system(), code.as_str()), (DiagnosisSystem::Nhsa20, "C91.000x006"));
/// assert_eq!(code.marker(), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DiagnosisCode {
    system: DiagnosisSystem,
    code: Ascii<11>,
    marker: Option<Marker>,
}

/// Why a text is no [`DiagnosisCode`] of a system.
///
/// ```
/// use tongzhou::{
///     code::lists::DiagnosisSystem,
///     value::{DiagnosisCode, diagnosis_code::DiagnosisCodeError},
/// };
///
/// let read = |text| DiagnosisCode::new(DiagnosisSystem::WhoIcd10, text);
/// assert_eq!(read("leukaemia"), Err(DiagnosisCodeError::Category));
/// // A code of the national insurance, said to be one of ICD-10.
/// assert_eq!(read("C91.000x006"), Err(DiagnosisCodeError::System));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DiagnosisCodeError {
    /// It does not begin with a capital letter and two digits.
    #[error("a diagnosis code begins with a capital letter and two digits")]
    Category,
    /// What follows the category is not written as in any of the systems.
    #[error("the subdivision of the diagnosis code is not written as in any system")]
    Subdivision,
    /// It is written as in another system than the one stated.
    #[error("the diagnosis code is not written as in the stated system")]
    System,
}

impl DiagnosisCode {
    /// Reads a code of `system`, with or without a marker behind it.
    pub fn new(system: DiagnosisSystem, text: &str) -> Result<Self, DiagnosisCodeError> {
        let (code, marker) = without_marker(text);
        let category = code.get(..3).ok_or(DiagnosisCodeError::Category)?;
        let subdivision = code.get(3..).ok_or(DiagnosisCodeError::Category)?;
        if !category.starts_with(|first: char| first.is_ascii_uppercase())
            || !category.get(1..).is_some_and(all_digits)
        {
            return Err(DiagnosisCodeError::Category);
        }
        let fits = |system| has_shape(system, subdivision);
        if !fits(system) {
            return Err(if DiagnosisSystem::ALL.iter().any(|other| fits(*other)) {
                DiagnosisCodeError::System
            } else {
                DiagnosisCodeError::Subdivision
            });
        }
        Ok(Self { system, code: Ascii::new(code).ok_or(DiagnosisCodeError::Subdivision)?, marker })
    }

    /// The system.
    pub const fn system(&self) -> DiagnosisSystem {
        self.system
    }

    /// The code without marker.
    pub fn as_str(&self) -> &str {
        self.code.as_str()
    }

    /// The marker behind the code.
    pub const fn marker(&self) -> Option<Marker> {
        self.marker
    }

    /// The first three characters, 类目, which all systems share.
    pub fn category(&self) -> &str {
        self.code.part(0..3)
    }

    /// Whether the code is, or is a subdivision of, the one that `prefix` writes. Beyond the category a prefix
    /// belongs to a system: the caller sees to it that both are of the same.
    pub fn has_prefix(&self, prefix: &str) -> bool {
        self.as_str().starts_with(prefix)
    }
}

impl fmt::Debug for DiagnosisCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DiagnosisCode(…)")
    }
}

/// The code and what was behind it.
fn without_marker(text: &str) -> (&str, Option<Marker>) {
    if let Some(code) = text.strip_suffix(['†', '+']) {
        (code, Some(Marker::Dagger))
    } else if let Some(code) = text.strip_suffix(['*', '＊']) {
        (code, Some(Marker::Asterisk))
    } else {
        (text, None)
    }
}

/// Whether what follows the category is written as in a system; the patterns are those of the codelist
/// `diagnosis-system`.
fn has_shape(system: DiagnosisSystem, subdivision: &str) -> bool {
    match system {
        // (\.[0-9]{1,2})?
        DiagnosisSystem::WhoIcd10 => match subdivision.strip_prefix('.') {
            Some(digits) => matches!(digits.len(), 1 | 2) && all_digits(digits),
            None => subdivision.is_empty(),
        },
        // (\.[0-9x][0-9]{0,2}(x[0-9]{3})?)?
        DiagnosisSystem::Gbt143962016 => match subdivision.strip_prefix('.') {
            Some(rest) => {
                let main = without_extension(rest);
                (1..=3).contains(&main.len()) && is_subcategory(main)
            }
            None => subdivision.is_empty(),
        },
        // \.[0-9x][0-9]{2}(x[0-9]{3})?
        DiagnosisSystem::NhcClinical20 | DiagnosisSystem::Nhsa20 => {
            subdivision.strip_prefix('.').is_some_and(|rest| {
                let main = without_extension(rest);
                (main.len() == 3 || fault::is("diagnosis-cut-short-taken")) && is_subcategory(main)
            })
        }
    }
}

/// `[0-9x][0-9]*`
fn is_subcategory(text: &str) -> bool {
    text.strip_prefix(|first: char| first.is_ascii_digit() || first == 'x').is_some_and(all_digits)
}

/// What comes before a closing `x[0-9]{3}`, or all of it.
fn without_extension(text: &str) -> &str {
    let split = text.len().checked_sub(4).and_then(|at| text.split_at_checked(at));
    match split {
        Some((main, extension)) if extension.strip_prefix('x').is_some_and(all_digits) => main,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn codes_are_read_in_the_shape_of_their_system() {
        use DiagnosisSystem::{Gbt143962016, NhcClinical20, Nhsa20, WhoIcd10};
        for (system, text) in [
            (WhoIcd10, "C91"),
            (WhoIcd10, "C91.0"),
            (WhoIcd10, "M30.31"),
            (Gbt143962016, "C91.0"),
            (Gbt143962016, "C91"),
            (Gbt143962016, "C91.000"),
            (Gbt143962016, "C91.0x001"),
            (Gbt143962016, "C91.x00x001"),
            (NhcClinical20, "C91.000"),
            (NhcClinical20, "C91.000x006"),
            (Nhsa20, "I10.x00"),
            (Nhsa20, "I10.x00x002"),
            (Nhsa20, "G20.x03"),
        ] {
            let code = DiagnosisCode::new(system, text).unwrap();
            assert_eq!((code.system(), code.as_str(), code.marker()), (system, text, None));
            assert_eq!(code.category(), text.get(..3).unwrap());
        }
    }

    #[test]
    fn markers_are_taken_off_and_kept() {
        for (text, marker) in [
            ("A17.0†", Marker::Dagger),
            ("A17.0+", Marker::Dagger),
            ("A17.0*", Marker::Asterisk),
            ("A17.0＊", Marker::Asterisk),
        ] {
            let code = DiagnosisCode::new(DiagnosisSystem::WhoIcd10, text).unwrap();
            assert_eq!((code.as_str(), code.marker()), ("A17.0", Some(marker)));
        }
    }

    #[test]
    fn each_fault_of_a_code_is_told_apart() {
        use DiagnosisCodeError::*;
        use DiagnosisSystem::{Gbt143962016, NhcClinical20, Nhsa20, WhoIcd10};
        for (system, text, fault) in [
            (WhoIcd10, "", Category),
            (WhoIcd10, "c91.0", Category),
            (WhoIcd10, "C9", Category),
            (WhoIcd10, "白血病", Category),
            (WhoIcd10, "†", Category),
            (WhoIcd10, "C91.", Subdivision),
            (WhoIcd10, "C910", Subdivision),
            (WhoIcd10, "C91.0**", Subdivision),
            (WhoIcd10, "C91.000", System),
            (Gbt143962016, "C91.x123x", Subdivision),
            (Gbt143962016, "C91.x1234", Subdivision),
            (Gbt143962016, "C91.x001x00", Subdivision),
            (Gbt143962016, "C91.0000", Subdivision),
            (Gbt143962016, "C91.", Subdivision),
            (Nhsa20, "C91.0", System),
            (Nhsa20, "C91", System),
            (Nhsa20, "C91.000X006", Subdivision),
            (NhcClinical20, "C91.000x06", Subdivision),
            (NhcClinical20, "C91.000x0060", Subdivision),
        ] {
            assert_eq!(DiagnosisCode::new(system, text).err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            DiagnosisSystem::ALL
                .iter()
                .all(|system| DiagnosisCode::new(*system, &text).map_or(true, |code| text.starts_with(code.as_str())))
        }

        fn a_subdivision_has_the_prefix_of_its_category(letter: u8, category: u8, subdivision: u8) -> bool {
            let category = format!("{}{:02}", char::from(b'A' + letter % 26), category % 100);
            let text = format!("{category}.{:02}", subdivision % 100);
            let code = DiagnosisCode::new(DiagnosisSystem::WhoIcd10, &text).unwrap();
            code.category() == category && code.has_prefix(&category) && !code.has_prefix("Z99.999")
        }
    }
}
