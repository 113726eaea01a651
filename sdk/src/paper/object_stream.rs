//! Compressed objects of a PDF: object streams are inflated, as names hide there in every PDF since 1.5.

use flate2::{Decompress, FlushDecompress, Status};
use memchr::memchr;

use super::{
    Faults, PaperFault,
    pdf::{Names, hex, is_space},
};

/// Finds object streams and searches what they inflate to.
#[derive(Debug)]
pub(super) struct ObjectStreams {
    state: State,
    /// The last bytes seen, for recognising words; an escape not yet undone needs room too.
    window: u128,
    block: Vec<u8>,
    /// How many more bytes may come out.
    allowance: u64,
    faults: Faults,
}

#[derive(Debug)]
enum State {
    Outside,
    /// After a slash, with so many bytes in which the name may still turn out to be `/ObjStm`.
    Name(u8),
    /// After `/ObjStm`: within so many bytes `stream` must begin the data.
    Dictionary(u16),
    /// After `stream`, before the end of its line.
    LineEnd,
    Inflating(Box<Inflating>),
}

#[derive(Debug)]
struct Inflating {
    decoder: Decompress,
    names: Names,
}

impl ObjectStreams {
    pub(super) fn new(allowance: u64) -> Self {
        Self { state: State::Outside, window: 0, block: Vec::new(), allowance, faults: Faults::default() }
    }

    pub(super) fn feed(&mut self, mut bytes: &[u8]) {
        loop {
            match &mut self.state {
                State::Inflating(_) => {
                    // Blocks are cut by their place in the stream alone, so that the verdict does not depend on
                    // how the paper was fed.
                    let room = BLOCK.saturating_sub(self.block.len());
                    let (inside, rest) = bytes.split_at_checked(room).unwrap_or((bytes, &[]));
                    self.block.extend_from_slice(inside);
                    if self.block.len() < BLOCK {
                        return;
                    }
                    // What is left after the end of a stream is shorter than a block: this goes one level deep.
                    let left = self.inflate();
                    self.feed(&left);
                    bytes = rest;
                }
                State::Outside => {
                    // Most of a scan is compressed: skip to where a name may begin.
                    let Some(rest) = memchr(b'/', bytes).and_then(|at| bytes.get(at..)) else { return };
                    self.state = State::Name(NAME);
                    bytes = rest;
                }
                State::Name(_) | State::Dictionary(_) | State::LineEnd => {
                    let Some((byte, rest)) = bytes.split_first() else { return };
                    self.take(*byte);
                    bytes = rest;
                }
            }
        }
    }

    pub(super) fn finish(mut self) -> Faults {
        while matches!(self.state, State::Inflating(_)) && !self.block.is_empty() {
            let left = self.inflate();
            self.feed(&left);
        }
        self.close();
        self.faults
    }

    fn take(&mut self, byte: u8) {
        self.window = self.window << 8 | u128::from(byte);
        if let [.., b'#', high, low] = self.window.to_be_bytes()
            && high.is_ascii_hexdigit()
            && low.is_ascii_hexdigit()
        {
            self.window = self.window >> 24 << 8 | u128::from(hex(high) << 4 | hex(low));
        }
        let last = self.window.to_be_bytes();
        match &mut self.state {
            State::Name(left) => {
                *left = if byte == b'/' { NAME } else { left.saturating_sub(1) };
                if last.ends_with(b"/ObjStm") {
                    self.state = State::Dictionary(DICTIONARY);
                } else if *left == 0 {
                    self.state = State::Outside;
                }
            }
            State::Dictionary(left) => {
                *left = left.saturating_sub(1);
                if last.ends_with(b"stream") {
                    self.state = State::LineEnd;
                } else if *left == 0 {
                    self.state = State::Outside;
                }
            }
            State::LineEnd => {
                if is_space(byte) {
                    return;
                }
                let inflating = Inflating { decoder: Decompress::new(true), names: Names::default() };
                self.state = State::Inflating(Box::new(inflating));
                self.block.clear();
                self.block.push(byte);
            }
            // The feeding loop takes these without asking here.
            State::Outside | State::Inflating(_) => {}
        }
    }

    /// Inflates the block, leaves the stream where its data ends or makes no sense, and gives back what is left.
    fn inflate(&mut self) -> Vec<u8> {
        let block = std::mem::take(&mut self.block);
        let State::Inflating(inflating) = &mut self.state else { return block };
        let Inflating { decoder, names } = inflating.as_mut();
        let mut input = block.as_slice();
        let mut output = [0; OUTPUT];
        let goes_on = loop {
            let (read, written) = (decoder.total_in(), decoder.total_out());
            let status = decoder.decompress(input, &mut output, FlushDecompress::None);
            let read = usize::try_from(decoder.total_in().saturating_sub(read)).unwrap_or(usize::MAX);
            let written = decoder.total_out().saturating_sub(written);
            let inflated = usize::try_from(written).ok().and_then(|written| output.get(..written));
            names.feed(inflated.unwrap_or_default());
            input = input.get(read..).unwrap_or_default();
            let Some(left) = self.allowance.checked_sub(written) else {
                self.faults.insert(PaperFault::PdfExplodes);
                self.allowance = 0;
                break false;
            };
            self.allowance = left;
            match status {
                Ok(Status::StreamEnd) => break false,
                Ok(Status::Ok | Status::BufError) if read > 0 || written > 0 => {}
                Ok(Status::Ok | Status::BufError) if input.is_empty() => break true,
                Ok(_) | Err(_) => break false,
            }
        };
        let left = input.to_vec();
        if !goes_on {
            self.close();
        }
        left
    }

    fn close(&mut self) {
        if let State::Inflating(inflating) = std::mem::replace(&mut self.state, State::Outside) {
            self.faults |= inflating.names.finish();
        }
    }
}

/// How much is inflated at once.
const BLOCK: usize = 512;
/// How much room inflating gets at once.
const OUTPUT: usize = 4096;
/// How long `ObjStm` is when every letter is escaped.
const NAME: u8 = 18;
/// The dictionary of an object stream is short.
const DICTIONARY: u16 = 1024;

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::ZlibEncoder};
    use std::io::Write;

    fn object_stream(text: &[u8], dictionary: &str) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text).unwrap();
        let data = encoder.finish().unwrap();
        let mut bytes =
            format!("7 0 obj\n<< {dictionary} /Length {} >>\nstream\r\n", data.len()).into_bytes();
        bytes.extend(data);
        bytes.extend(b"\nendstream\nendobj\n");
        bytes
    }

    fn faults_of(bytes: &[u8], allowance: u64) -> Vec<PaperFault> {
        let mut streams = ObjectStreams::new(allowance);
        streams.feed(bytes);
        streams.finish().iter().collect()
    }

    #[test]
    fn a_script_inside_an_object_stream_is_found() {
        let bytes = object_stream(b"1 0 << /S /JavaScript /JS (x) >>", "/Type /ObjStm /Filter /FlateDecode");
        assert_eq!(faults_of(&bytes, 1000), [PaperFault::PdfActive]);
    }

    #[test]
    fn an_escaped_name_is_an_object_stream_too() {
        let bytes = object_stream(b"/Launch ", "/Type /#4F#62#6A#53#74#6D");
        assert_eq!(faults_of(&bytes, 1000), [PaperFault::PdfActive]);
    }

    #[test]
    fn each_of_several_object_streams_is_searched() {
        let mut bytes = object_stream(&[b'a'; 5000], "/Type/ObjStm");
        bytes.extend(object_stream(b"<< /S /Launch >>", "/Type/ObjStm"));
        assert_eq!(faults_of(&bytes, 10_000), [PaperFault::PdfActive]);
    }

    #[test]
    fn objects_that_inflate_beyond_the_limit_are_a_fault() {
        let bytes = object_stream(&[b' '; 100_000], "/Type /ObjStm");
        assert_eq!(faults_of(&bytes, 99_999), [PaperFault::PdfExplodes]);
        assert_eq!(faults_of(&bytes, 100_000), []);
    }

    #[test]
    fn other_streams_are_left_alone() {
        let bytes = object_stream(b"/JavaScript ", "/Type /XObject");
        assert_eq!(faults_of(&bytes, 1000), []);
    }
}
