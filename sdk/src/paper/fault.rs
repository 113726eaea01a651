//! What can be wrong with a paper, one fault per cause.

use std::{fmt, ops::BitOrAssign};

/// One thing that is wrong with a paper.
///
/// ```
/// use tongzhou::paper::{Inspector, PaperFault, PaperLimits};
///
/// let mut inspector = Inspector::new(&PaperLimits::default());
/// inspector.feed(b"\xFF\xD8\xFF\xE0");
/// let faults: Vec<PaperFault> = inspector.finish().faults.iter().collect();
/// assert_eq!(faults, [PaperFault::JpegTruncated]);
/// assert!(PaperFault::ALL.contains(&PaperFault::JpegTruncated));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum PaperFault {
    /// No byte at all.
    Empty,
    /// None of PDF, JPEG, PNG, OFD and XML.
    UnknownType,
    /// The PDF's end (`startxref`, `%%EOF`) is missing.
    PdfTruncated,
    /// The PDF is encrypted, so that nobody can be sure to read it.
    PdfEncrypted,
    /// The PDF acts by itself: it runs scripts, starts programs, sends forms or imports data.
    PdfActive,
    /// The PDF carries other files inside.
    PdfAttachment,
    /// The PDF's compressed objects inflate beyond the limit.
    PdfExplodes,
    /// The JPEG breaks off, or its chain of markers is broken, before its end.
    JpegTruncated,
    /// The JPEG says where it was taken.
    JpegGps,
    /// The PNG breaks off before its `IEND` chunk is complete.
    PngTruncated,
    /// A chunk of the PNG is damaged or out of place: a wrong CRC, an impossible length or type, no data.
    PngBadChunk,
    /// The PNG says where it was taken.
    PngGps,
    /// The picture declares more pixels than the limit.
    PictureTooLarge,
    /// The same bytes can also be read as a file of another kind.
    Polyglot,
    /// A zip archive without the entry `OFD.xml`.
    OfdNotAnOfd,
    /// The OFD's central directory is missing.
    OfdTruncated,
    /// The XML has a document type declaration, which may define entities and name other files.
    XmlDoctype,
    /// The XML ends before its root element does.
    XmlTruncated,
}

impl PaperFault {
    /// Every fault, in order.
    pub const ALL: [Self; 18] = [
        Self::Empty,
        Self::UnknownType,
        Self::PdfTruncated,
        Self::PdfEncrypted,
        Self::PdfActive,
        Self::PdfAttachment,
        Self::PdfExplodes,
        Self::JpegTruncated,
        Self::JpegGps,
        Self::PngTruncated,
        Self::PngBadChunk,
        Self::PngGps,
        Self::PictureTooLarge,
        Self::Polyglot,
        Self::OfdNotAnOfd,
        Self::OfdTruncated,
        Self::XmlDoctype,
        Self::XmlTruncated,
    ];

    const fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// A set of faults.
///
/// ```
/// use tongzhou::paper::{Faults, PaperFault};
///
/// let faults: Faults = [PaperFault::PdfEncrypted, PaperFault::PdfTruncated].into_iter().collect();
/// assert!(faults.contains(PaperFault::PdfEncrypted) && !faults.is_empty());
/// // In the order of the list, whatever order they were found in.
/// assert_eq!(faults.iter().next(), Some(PaperFault::PdfTruncated));
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Faults(u32);

impl Faults {
    /// Whether `fault` is among them.
    pub const fn contains(self, fault: PaperFault) -> bool {
        self.0 & fault.bit() != 0
    }

    /// Whether nothing is wrong.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The faults, in the order of [`PaperFault::ALL`].
    pub fn iter(self) -> impl Iterator<Item = PaperFault> {
        PaperFault::ALL.into_iter().filter(move |fault| self.contains(*fault))
    }

    pub(super) fn insert(&mut self, fault: PaperFault) {
        self.0 |= fault.bit();
    }

    pub(super) fn remove(&mut self, fault: PaperFault) {
        self.0 &= !fault.bit();
    }
}

impl From<PaperFault> for Faults {
    fn from(fault: PaperFault) -> Self {
        Self(fault.bit())
    }
}

impl FromIterator<PaperFault> for Faults {
    fn from_iter<I: IntoIterator<Item = PaperFault>>(faults: I) -> Self {
        Self(faults.into_iter().fold(0, |set, fault| set | fault.bit()))
    }
}

impl BitOrAssign for Faults {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_all_faults_is_in_order_and_complete() {
        for (index, fault) in PaperFault::ALL.into_iter().enumerate() {
            assert_eq!(fault as usize, index);
        }
        assert_eq!(PaperFault::XmlTruncated as usize + 1, PaperFault::ALL.len());
    }

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        let set: Faults = [PaperFault::PngGps, PaperFault::Empty, PaperFault::PngGps].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [PaperFault::Empty, PaperFault::PngGps]);
    }
}
