//! PDF: its end, and the names that make it encrypted, active or a carrier of other files.
//!
//! Readers reach objects by byte offset, so that what looks like a comment, a string or a stream to one who
//! reads from the beginning may be an object to them. Names therefore count **wherever** they are written, `#`
//! escapes undone. Only names too long to turn up in compressed data by chance are looked for (the slash, six
//! letters, and a delimiter), `/Encrypt` only before a dictionary or a reference. The price is a page whose
//! *uncompressed* text spells such a name, slash included; scanned papers have none.
//!
//! Objects inside compressed object streams are inflated and searched in the same way; streams nested in other
//! filters than Flate are not. `/OpenAction` and `/AA` are no fault: word processors write them to choose the
//! first page, and an action that does harm has one of the names looked for.

use memchr::{memchr, memmem};

use super::{Faults, PaperFault, PaperLimits, object_stream::ObjectStreams};

/// The search through a PDF.
#[derive(Debug)]
pub(super) struct Pdf {
    names: Names,
    objects: ObjectStreams,
}

impl Pdf {
    pub(super) fn new(limits: &PaperLimits) -> Self {
        Self { names: Names::default(), objects: ObjectStreams::new(limits.pdf_objects) }
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.names.feed(bytes);
        self.objects.feed(bytes);
    }

    pub(super) fn finish(self, tail: &[u8], length: u64) -> Faults {
        let mut faults = self.names.finish();
        faults |= self.objects.finish();
        if !ends_well(tail, length) {
            faults.insert(PaperFault::PdfTruncated);
        }
        faults
    }
}

/// Searches plain PDF syntax for the names that matter.
#[derive(Debug, Default)]
pub(super) struct Names {
    state: State,
    name: Vec<u8>,
    faults: Faults,
}

#[derive(Clone, Copy, Debug, Default)]
enum State {
    #[default]
    Outside,
    Name,
    /// Inside a name, after `#` and perhaps one digit.
    Escape(Option<u8>),
    /// After `/Encrypt`, before its value.
    EncryptValue,
}

impl Names {
    pub(super) fn feed(&mut self, mut bytes: &[u8]) {
        loop {
            if let State::Outside = self.state {
                let Some(rest) = memchr(b'/', bytes).and_then(|at| bytes.get(at + 1..)) else { return };
                self.begin();
                bytes = rest;
            }
            let Some((byte, rest)) = bytes.split_first() else { return };
            self.take(*byte);
            bytes = rest;
        }
    }

    pub(super) fn finish(mut self) -> Faults {
        // The end of the bytes ends a name as well as white space does.
        self.take(b'\n');
        self.faults
    }

    fn begin(&mut self) {
        self.name.clear();
        self.state = State::Name;
    }

    fn take(&mut self, byte: u8) {
        match (self.state, byte) {
            (State::Outside, b'/') => self.begin(),
            (State::Outside, _) => {}
            (State::Name, b'#') => self.state = State::Escape(None),
            (State::Name, _) if is_regular(byte) => self.push(byte),
            (State::Name, _) => self.end_name(byte),
            (State::Escape(None), _) if byte.is_ascii_hexdigit() => self.state = State::Escape(Some(byte)),
            (State::Escape(Some(high)), _) if byte.is_ascii_hexdigit() => {
                self.push(hex(high) << 4 | hex(byte));
                self.state = State::Name;
            }
            (State::Escape(digit), _) => {
                // No escape after all: the sign stands for itself.
                self.push(b'#');
                if let Some(digit) = digit {
                    self.push(digit);
                }
                self.state = State::Name;
                self.take(byte);
            }
            (State::EncryptValue, _) if is_space(byte) => {}
            (State::EncryptValue, _) => self.encrypt_value(byte),
        }
    }

    fn push(&mut self, byte: u8) {
        // One byte too long is enough to differ from every name of the table.
        if self.name.len() <= LONGEST {
            self.name.push(byte);
        }
    }

    fn end_name(&mut self, delimiter: u8) {
        self.state = State::Outside;
        if self.name == b"Encrypt" {
            self.state = State::EncryptValue;
        } else if let Some((_, fault)) = NAMES.iter().find(|(name, _)| *name == self.name) {
            self.faults.insert(*fault);
        }
        if !is_space(delimiter) {
            self.take(delimiter);
        }
    }

    /// A reference, a dictionary, or a comment that may hide one.
    fn encrypt_value(&mut self, byte: u8) {
        if byte.is_ascii_digit() || matches!(byte, b'<' | b'%') {
            self.faults.insert(PaperFault::PdfEncrypted);
        }
        self.state = State::Outside;
        self.take(byte);
    }
}

/// Whether the last kilobyte holds `%%EOF`, and before it the offset of a cross-reference table that lies inside
/// the file.
fn ends_well(tail: &[u8], length: u64) -> bool {
    let near = tail.get(tail.len().saturating_sub(END_MARK_WITHIN)..).unwrap_or_default();
    let skipped = tail.len().saturating_sub(near.len());
    let Some(end) = memmem::rfind(near, b"%%EOF").and_then(|at| tail.get(..skipped + at)) else {
        return false;
    };
    let Some(start) = memmem::rfind(end, STARTXREF) else { return false };
    let between = end.get(start + STARTXREF.len()..).unwrap_or_default();
    let mut words = between.split(|byte| is_space(*byte)).filter(|word| !word.is_empty());
    let offset = words
        .next()
        .and_then(|word| std::str::from_utf8(word).ok())
        .and_then(|word| word.parse::<u64>().ok());
    let starts_at = length.saturating_sub((tail.len().saturating_sub(start)) as u64);
    offset.is_some_and(|offset| 0 < offset && offset < starts_at)
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

pub(super) fn hex(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        b'A'..=b'F' => digit - b'A' + 10,
        _ => 0,
    }
}

const NAMES: [(&[u8], PaperFault); 10] = [
    (b"JavaScript", PaperFault::PdfActive),
    (b"Launch", PaperFault::PdfActive),
    (b"SubmitForm", PaperFault::PdfActive),
    (b"ImportData", PaperFault::PdfActive),
    (b"Rendition", PaperFault::PdfActive),
    (b"RichMedia", PaperFault::PdfActive),
    (b"RichMediaExecute", PaperFault::PdfActive),
    (b"EmbeddedFile", PaperFault::PdfAttachment),
    (b"EmbeddedFiles", PaperFault::PdfAttachment),
    (b"FileAttachment", PaperFault::PdfAttachment),
];
/// The longest name of the table.
const LONGEST: usize = 16;
/// Readers accept the end mark this far from the end.
const END_MARK_WITHIN: usize = 1024;
const STARTXREF: &[u8] = b"startxref";

#[cfg(test)]
mod tests {
    use super::*;

    fn faults_of(text: &str) -> Vec<PaperFault> {
        let mut names = Names::default();
        names.feed(text.as_bytes());
        names.finish().iter().collect()
    }

    #[test]
    fn an_escaped_name_is_the_name() {
        assert_eq!(faults_of("<</S/J#61vaScr#69pt>>"), [PaperFault::PdfActive]);
        assert_eq!(faults_of("<</S /#4c#61#75nch"), [PaperFault::PdfActive]);
    }

    #[test]
    fn a_longer_name_is_another_name() {
        assert_eq!(faults_of("/EncryptMetadata true /JavaScripts /LaunchPad /Launch#41 /Launch#4"), []);
    }

    #[test]
    fn encryption_needs_a_value() {
        assert_eq!(faults_of("/Encrypt 5 0 R"), [PaperFault::PdfEncrypted]);
        assert_eq!(faults_of("/Encrypt<</V 4>>"), [PaperFault::PdfEncrypted]);
        assert_eq!(faults_of("/Encrypt % why\n 5 0 R"), [PaperFault::PdfEncrypted]);
        assert_eq!(faults_of("/Encrypt null"), []);
        assert_eq!(faults_of("(/Encrypt) Tj"), []);
    }

    #[test]
    fn names_may_touch_each_other() {
        assert_eq!(
            faults_of("/S/Launch/EmbeddedFiles/Encrypt 1 0 R"),
            [PaperFault::PdfEncrypted, PaperFault::PdfActive, PaperFault::PdfAttachment]
        );
        assert_eq!(faults_of("/Encrypt/Launch"), [PaperFault::PdfActive]);
    }

    #[test]
    fn choosing_the_first_page_is_no_action() {
        assert_eq!(faults_of("/OpenAction [3 0 R /Fit] /OpenAction << /S /GoTo /D [3 0 R /Fit] >>"), []);
    }

    #[test]
    fn an_end_mark_needs_an_offset_inside_the_file() {
        let ends = |text: &str| ends_well(text.as_bytes(), text.len() as u64);
        assert!(ends("%PDF-1.4 xref trailer startxref\n9\n%%EOF\n"));
        assert!(!ends("%PDF-1.4 xref trailer startxref\n0\n%%EOF\n"));
        assert!(!ends("%PDF-1.4 xref trailer startxref\n9000\n%%EOF\n"));
        assert!(!ends("%PDF-1.4 xref trailer startxref\n9\n%%EO"));
        assert!(!ends("%PDF-1.4 xref trailer\n9\n%%EOF"));
    }
}
