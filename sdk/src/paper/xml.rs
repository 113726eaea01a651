//! XML: whether it declares a document type, and whether its root element ends.
//!
//! Only the markup is followed, character by character; names, attributes and encodings are for whoever parses
//! the document. In UTF-8 and GB18030 alike the signs that matter here never occur inside another character.

use super::{Faults, PaperFault};

/// How a document's characters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharWidth {
    /// ASCII and what extends it: UTF-8, GB18030, GBK.
    Byte,
    /// UTF-16, low byte first.
    LittleEndian,
    /// UTF-16, high byte first.
    BigEndian,
}

impl CharWidth {
    /// The characters of `bytes`, those beyond one byte replaced.
    pub(super) fn narrow(self, bytes: &[u8]) -> impl Iterator<Item = u8> {
        let mut first = None;
        bytes.iter().filter_map(move |byte| self.narrow_byte(&mut first, *byte))
    }

    fn narrow_byte(self, first: &mut Option<u8>, byte: u8) -> Option<u8> {
        if self == Self::Byte {
            return Some(byte);
        }
        let Some(first) = first.take() else {
            *first = Some(byte);
            return None;
        };
        match if self == Self::BigEndian { (first, byte) } else { (byte, first) } {
            (0, low) => Some(low),
            _ => Some(BEYOND),
        }
    }
}

/// The walk through an XML document.
#[derive(Debug)]
pub(super) struct Xml {
    width: CharWidth,
    first: Option<u8>,
    state: State,
    /// The last characters seen, for recognising the ends of comments and the like.
    window: u64,
    depth: u64,
    faults: Faults,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Text,
    /// After `<`.
    Open,
    /// After `<!`, with so many characters of the keyword read.
    Declaration(u8),
    Comment,
    Data,
    Instruction,
    StartTag,
    Quoted(u8),
    EndTag,
    /// After a document type declaration, or after the root element: nothing more to learn.
    Done,
}

impl Xml {
    pub(super) fn new(width: CharWidth) -> Self {
        Self { width, first: None, state: State::Text, window: 0, depth: 0, faults: Faults::default() }
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if self.state == State::Done {
                return;
            }
            if let Some(char) = self.width.narrow_byte(&mut self.first, *byte) {
                self.take(char);
            }
        }
    }

    pub(super) fn finish(mut self) -> Faults {
        if self.state != State::Done {
            self.faults.insert(PaperFault::XmlTruncated);
        }
        self.faults
    }

    fn take(&mut self, char: u8) {
        self.window = self.window << 8 | u64::from(char);
        let last = self.window.to_be_bytes();
        match (self.state, char) {
            (State::Text, b'<') => self.state = State::Open,
            (State::Open, b'?') => self.turn(State::Instruction),
            (State::Open, b'!') => self.turn(State::Declaration(0)),
            (State::Open, b'/') => self.state = State::EndTag,
            (State::Open, _) => {
                self.depth = self.depth.saturating_add(1);
                self.state = State::StartTag;
                self.start_tag(char, false);
            }
            (State::Declaration(read), _) => self.declaration(read + 1, &last),
            (State::Comment, b'>') if last.ends_with(b"-->") => self.state = State::Text,
            (State::Data, b'>') if last.ends_with(b"]]>") => self.state = State::Text,
            (State::Instruction, b'>') if last.ends_with(b"?>") => self.state = State::Text,
            (State::StartTag, _) => self.start_tag(char, last.ends_with(b"/>")),
            (State::Quoted(quote), _) if char == quote => self.state = State::StartTag,
            (State::EndTag, b'>') => self.end_element(),
            (
                State::Text
                | State::Comment
                | State::Data
                | State::Instruction
                | State::Quoted(_)
                | State::EndTag
                | State::Done,
                _,
            ) => {}
        }
    }

    /// Enters what ends in a word of its own: its opening must not count as part of that word (`<!-->`).
    fn turn(&mut self, state: State) {
        self.state = state;
        self.window = 0;
    }

    fn declaration(&mut self, read: u8, last: &[u8; 8]) {
        if read == 2 && last.ends_with(b"--") {
            self.turn(State::Comment);
        } else if read == 7 && last.ends_with(b"DOCTYPE") {
            self.faults.insert(PaperFault::XmlDoctype);
            self.state = State::Done;
        } else if read == 7 && last.ends_with(b"[CDATA[") {
            self.turn(State::Data);
        } else if read >= 7 {
            // No such declaration: not for us to say what a parser makes of it.
            self.state = State::Text;
        } else {
            self.state = State::Declaration(read);
        }
    }

    fn start_tag(&mut self, char: u8, empty: bool) {
        match char {
            b'"' | b'\'' => self.state = State::Quoted(char),
            b'>' if empty => self.end_element(),
            b'>' => self.state = State::Text,
            _ => {}
        }
    }

    fn end_element(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        self.state = if self.depth == 0 { State::Done } else { State::Text };
    }
}

/// Stands for any character beyond one byte.
const BEYOND: u8 = 0xFF;

#[cfg(test)]
mod tests {
    use super::*;

    fn faults_of(text: &str) -> Vec<PaperFault> {
        let mut xml = Xml::new(CharWidth::Byte);
        xml.feed(text.as_bytes());
        xml.finish().iter().collect()
    }

    #[test]
    fn a_whole_document_has_no_fault() {
        assert_eq!(
            faults_of(
                "<?xml version='1.0'?><!-- <a> --><票 a='>' b=\"/>\"><b/><c><![CDATA[</票>]]></c></票>\n"
            ),
            []
        );
    }

    #[test]
    fn a_document_type_declaration_is_a_fault() {
        assert_eq!(
            faults_of("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
            [PaperFault::XmlDoctype]
        );
    }

    #[test]
    fn a_declaration_inside_a_comment_is_none() {
        assert_eq!(faults_of("<!--<!DOCTYPE a>--><a/>"), []);
        assert_eq!(faults_of("<!--><!DOCTYPE a>--><a/>"), []);
    }

    #[test]
    fn a_root_element_must_end() {
        assert_eq!(faults_of("<a><b></b>"), [PaperFault::XmlTruncated]);
        assert_eq!(faults_of("<a><b></b></a"), [PaperFault::XmlTruncated]);
        assert_eq!(faults_of("<?xml version='1.0'?>"), [PaperFault::XmlTruncated]);
    }
}
