//! Diagnosis codes, 疾病诊断编码, in the four systems that are in use.

use std::fmt;

use thiserror::Error;

use super::ascii::{Ascii, all_digits};

/// A system of diagnosis codes. The same code means different things in two of them; only the category, the first
/// three characters, may be compared across.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DiagnosisSystem {
    /// ICD-10 of the World Health Organization.
    WhoIcd10,
    /// 疾病分类与代码, the national standard GB/T 14396-2016.
    Gbt14396,
    /// 国家临床版 2.0, the edition for clinical use.
    NhcClinical,
    /// 医保版 2.0, the edition of the national insurance.
    Nhsa,
}

/// What a code carries behind it in ICD-10's double coding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marker {
    /// `†`, also written `+`: the underlying disease, 剑号.
    Dagger,
    /// `*`: its manifestation, 星号.
    Asterisk,
}

/// A diagnosis code that has the shape of its system, without marker; whether the system has such a code is not
/// known here.
///
/// ```
/// use tongzhou::value::{DiagnosisCode, DiagnosisSystem};
///
/// let code = DiagnosisCode::new(DiagnosisSystem::Nhsa, "C91.000x006").unwrap();
/// assert_eq!(code.category(), "C91");
/// assert!(code.has_prefix("C91.0"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DiagnosisCode {
    system: DiagnosisSystem,
    code: Ascii<11>,
    marker: Option<Marker>,
}

/// Why a text is no [`DiagnosisCode`] of a system.
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

impl DiagnosisSystem {
    /// Every system.
    pub const ALL: [Self; 4] = [Self::WhoIcd10, Self::Gbt14396, Self::NhcClinical, Self::Nhsa];

    /// Its code in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WhoIcd10 => "who-icd10",
            Self::Gbt14396 => "gbt14396-2016",
            Self::NhcClinical => "nhc-clinical-2.0",
            Self::Nhsa => "nhsa-2.0",
        }
    }

    /// The system of a code in documents.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|system| system.as_str() == code)
    }
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
        let (international, chinese) = (is_international(subdivision), is_chinese(subdivision));
        let fits = match system {
            DiagnosisSystem::WhoIcd10 => international,
            // Which of the two shapes the standard's table has is not verified.
            DiagnosisSystem::Gbt14396 => international || chinese,
            DiagnosisSystem::NhcClinical | DiagnosisSystem::Nhsa => chinese,
        };
        if !fits {
            return Err(if international || chinese {
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

/// `(\.[0-9]{1,2})?`
fn is_international(subdivision: &str) -> bool {
    match subdivision.strip_prefix('.') {
        Some(digits) => matches!(digits.len(), 1 | 2) && all_digits(digits),
        None => subdivision.is_empty(),
    }
}

/// `\.[0-9x][0-9]{2}(x[0-9]{3})?`
fn is_chinese(subdivision: &str) -> bool {
    match subdivision.as_bytes() {
        [b'.', first, b'0'..=b'9', b'0'..=b'9', extension @ ..]
            if first.is_ascii_digit() || *first == b'x' =>
        {
            matches!(extension, [] | [b'x', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn codes_are_read_in_the_shape_of_their_system() {
        use DiagnosisSystem::*;
        for (system, text) in [
            (WhoIcd10, "C91"),
            (WhoIcd10, "C91.0"),
            (WhoIcd10, "M30.31"),
            (Gbt14396, "C91.0"),
            (Gbt14396, "C91.000"),
            (NhcClinical, "C91.000"),
            (NhcClinical, "C91.000x006"),
            (Nhsa, "I10.x00"),
            (Nhsa, "I10.x00x002"),
            (Nhsa, "G20.x03"),
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
        use DiagnosisSystem::*;
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
            (Nhsa, "C91.0", System),
            (Nhsa, "C91", System),
            (Nhsa, "C91.000X006", Subdivision),
            (NhcClinical, "C91.000x06", Subdivision),
            (NhcClinical, "C91.000x0060", Subdivision),
        ] {
            assert_eq!(DiagnosisCode::new(system, text).err(), Some(fault), "{text}");
        }
    }

    #[test]
    fn every_system_is_found_by_its_code() {
        for system in DiagnosisSystem::ALL {
            assert_eq!(DiagnosisSystem::from_code(system.as_str()), Some(system));
        }
        assert_eq!(DiagnosisSystem::from_code("icd-10"), None);
    }

    quickcheck! {
        fn any_text_is_read_without_fault(text: String) -> bool {
            DiagnosisSystem::ALL
                .into_iter()
                .all(|system| DiagnosisCode::new(system, &text).map_or(true, |code| text.starts_with(code.as_str())))
        }

        fn a_subdivision_has_the_prefix_of_its_category(letter: u8, category: u8, subdivision: u8) -> bool {
            let category = format!("{}{:02}", char::from(b'A' + letter % 26), category % 100);
            let text = format!("{category}.{:02}", subdivision % 100);
            let code = DiagnosisCode::new(DiagnosisSystem::WhoIcd10, &text).unwrap();
            code.category() == category && code.has_prefix(&category) && !code.has_prefix("Z99.999")
        }
    }
}
