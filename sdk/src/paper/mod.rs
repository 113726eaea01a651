//! Papers: what a scanned document really is, judged by its bytes alone.
//!
//! An [`Inspector`] is fed a paper in pieces of any size and says at the end which of the five kinds it is and
//! what is wrong with it. It holds a bounded amount of memory whatever the paper's size (the first kibibyte, the
//! last 64 KiB, one Exif segment, one inflater), decodes no picture, and gives the same answer however the bytes
//! were cut.
//!
//! ```
//! use tongzhou::paper::{Inspector, PaperFault, PaperKind, PaperLimits};
//!
//! let mut inspector = Inspector::new(&PaperLimits::default());
//! inspector.feed(b"%PDF-1.7\n1 0 ");
//! inspector.feed(b"obj");
//! let inspection = inspector.finish();
//! assert_eq!(inspection.kind, Some(PaperKind::Pdf));
//! assert!(inspection.faults.contains(PaperFault::PdfTruncated));
//! ```

mod exif;
mod fault;
mod jpeg;
mod kind;
mod object_stream;
mod pdf;
mod png;
mod trailer;
mod xml;
mod zip;

use self::{jpeg::Jpeg, pdf::Pdf, png::Png, trailer::Tail, xml::Xml};

pub use self::{
    fault::{Faults, PaperFault},
    kind::PaperKind,
};

/// What a paper may ask of its reader.
///
/// ```
/// use tongzhou::paper::{Inspector, PaperFault, PaperLimits};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// // A photograph of 120 by 168 pixels, for a reader that shows a hundred in a row at most.
/// let limits = PaperLimits { picture_side: 100, ..PaperLimits::default() };
/// let mut inspector = Inspector::new(&limits);
/// inspector.feed(shipped("leukaemia/documents/bank-card.png"));
/// assert!(inspector.finish().faults.contains(PaperFault::PictureTooLarge));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperLimits {
    /// The most pixels a picture may declare, width times height.
    pub picture_pixels: u64,
    /// The most pixels a picture may declare along one side.
    pub picture_side: u32,
    /// The most bytes all compressed objects of a PDF may inflate to.
    pub pdf_objects: u64,
}

impl Default for PaperLimits {
    /// 200 million pixels hold A3 at 600 dpi and today's largest phone cameras.
    fn default() -> Self {
        Self { picture_pixels: 200_000_000, picture_side: 65_535, pdf_objects: 64 << 20 }
    }
}

/// The size a picture declares, in pixels.
///
/// ```
/// use tongzhou::paper::{Inspector, PaperLimits, PictureSize};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let mut inspector = Inspector::new(&PaperLimits::default());
/// inspector.feed(shipped("leukaemia/documents/bank-card.png"));
/// assert_eq!(inspector.finish().picture, Some(PictureSize { width: 120, height: 168 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

impl PictureSize {
    fn exceeds(self, limits: &PaperLimits) -> bool {
        u64::from(self.width).saturating_mul(u64::from(self.height)) > limits.picture_pixels
            && !crate::fault::is("pixels-not-multiplied")
            || self.width.max(self.height) > limits.picture_side
    }
}

/// What an [`Inspector`] found.
///
/// ```
/// use tongzhou::paper::{Inspector, PaperKind, PaperLimits};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let mut inspector = Inspector::new(&PaperLimits::default());
/// inspector.feed(shipped("leukaemia/documents/diagnosis.pdf"));
/// let inspection = inspector.finish();
/// assert_eq!((inspection.kind, inspection.picture), (Some(PaperKind::Pdf), None));
/// assert!(inspection.faults.is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// What the paper is; none where it is none of the five kinds.
    pub kind: Option<PaperKind>,
    /// What is wrong with it.
    pub faults: Faults,
    /// The size a JPEG or PNG declares.
    pub picture: Option<PictureSize>,
}

/// Judges one paper as its bytes go by.
///
/// ```
/// use tongzhou::paper::{Inspector, PaperLimits};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// // The same verdict, however the paper is cut.
/// let paper = shipped("leukaemia/documents/bank-card.png");
/// let mut by_the_byte = Inspector::new(&PaperLimits::default());
/// paper.chunks(1).for_each(|byte| by_the_byte.feed(byte));
/// let mut whole = Inspector::new(&PaperLimits::default());
/// whole.feed(paper);
/// assert_eq!(by_the_byte.finish(), whole.finish());
/// ```
#[derive(Debug)]
pub struct Inspector {
    limits: PaperLimits,
    length: u64,
    head: Vec<u8>,
    tail: Tail,
    body: Body,
}

/// The scanner of the kind that the head announces.
#[derive(Debug)]
enum Body {
    Undecided,
    Pdf(Box<Pdf>),
    Jpeg(Box<Jpeg>),
    Png(Box<Png>),
    Zip,
    Xml(Box<Xml>),
    Unknown,
}

impl Inspector {
    /// An inspector that has seen nothing yet.
    pub fn new(limits: &PaperLimits) -> Self {
        Self { limits: *limits, length: 0, head: Vec::new(), tail: Tail::default(), body: Body::Undecided }
    }

    /// Takes the next bytes of the paper; how they are cut does not matter.
    pub fn feed(&mut self, chunk: &[u8]) {
        self.length = self.length.saturating_add(chunk.len() as u64);
        self.tail.feed(chunk);
        let mut rest = chunk;
        if matches!(self.body, Body::Undecided) {
            let room = HEAD.saturating_sub(self.head.len());
            let (first, more) = chunk.split_at_checked(room).unwrap_or((chunk, &[]));
            self.head.extend_from_slice(first);
            if self.head.len() < HEAD {
                return;
            }
            self.decide();
            rest = more;
        }
        self.body.feed(rest);
    }

    /// The verdict on all that was fed.
    pub fn finish(mut self) -> Inspection {
        if self.length == 0 {
            return Inspection { kind: None, faults: PaperFault::Empty.into(), picture: None };
        }
        if matches!(self.body, Body::Undecided) {
            self.decide();
        }
        let zip_end = zip::has_end_record(self.tail.bytes());
        let header = memchr::memmem::find(&self.head, PDF_MAGIC);
        let mut faults = Faults::default();
        let mut picture = None;
        let kind = match self.body {
            Body::Undecided | Body::Unknown => None,
            Body::Pdf(pdf) => {
                faults |= pdf.finish(self.tail.bytes(), self.length);
                if zip_end {
                    // The appended archive pushed the PDF's end away: one cause, one fault.
                    faults.remove(PaperFault::PdfTruncated);
                }
                Some(PaperKind::Pdf)
            }
            Body::Jpeg(jpeg) => {
                let found = jpeg.finish();
                faults |= found.faults;
                picture = found.picture;
                Some(PaperKind::Jpeg)
            }
            Body::Png(png) => {
                let found = png.finish();
                faults |= found.faults;
                picture = found.picture;
                Some(PaperKind::Png)
            }
            Body::Zip => {
                if !zip::names_ofd(&self.head, self.tail.bytes()) {
                    faults.insert(PaperFault::OfdNotAnOfd);
                    return Inspection { kind: None, faults, picture };
                }
                if !zip_end {
                    faults.insert(PaperFault::OfdTruncated);
                }
                Some(PaperKind::Ofd)
            }
            Body::Xml(xml) => {
                faults |= xml.finish();
                Some(PaperKind::Xml)
            }
        };
        match kind {
            None => faults.insert(PaperFault::UnknownType),
            Some(kind) => {
                let is_zip = kind == PaperKind::Ofd;
                let second_pdf = match header {
                    Some(at) if kind == PaperKind::Pdf => {
                        !kind::is_blank(self.head.get(..at).unwrap_or_default())
                    }
                    found => found.is_some(),
                };
                if second_pdf || (zip_end && !is_zip && !crate::fault::is("archive-behind-a-paper-unseen")) {
                    faults.insert(PaperFault::Polyglot);
                }
            }
        }
        Inspection { kind, faults, picture }
    }

    fn decide(&mut self) {
        self.body = match kind::announced(&self.head) {
            kind::Announced::Pdf => Body::Pdf(Box::new(Pdf::new(&self.limits))),
            kind::Announced::Jpeg => Body::Jpeg(Box::new(Jpeg::new(&self.limits))),
            kind::Announced::Png => Body::Png(Box::new(Png::new(&self.limits))),
            kind::Announced::Zip => Body::Zip,
            kind::Announced::Xml(width) => Body::Xml(Box::new(Xml::new(width))),
            kind::Announced::Nothing => Body::Unknown,
        };
        self.body.feed(&self.head);
    }
}

impl Body {
    fn feed(&mut self, bytes: &[u8]) {
        match self {
            Self::Pdf(pdf) => pdf.feed(bytes),
            Self::Jpeg(jpeg) => jpeg.feed(bytes),
            Self::Png(png) => png.feed(bytes),
            Self::Xml(xml) => xml.feed(bytes),
            // A zip is judged by its head and its tail.
            Self::Undecided | Self::Zip | Self::Unknown => {}
        }
    }
}

/// How much of the beginning decides the kind; PDF readers look for the header this far in.
const HEAD: usize = 1024;
/// How a PDF begins.
const PDF_MAGIC: &[u8] = b"%PDF-";

#[cfg(test)]
mod tests;
