//! PNG: the chain of chunks, each with its CRC.

use crc32fast::Hasher;

use crate::fault;

use super::{Faults, PaperFault, PaperLimits, PictureSize, exif, jpeg::Found, trailer::Trailer};

/// The walk through a PNG.
#[derive(Debug)]
pub(super) struct Png {
    limits: PaperLimits,
    state: State,
    kept: Vec<u8>,
    crc: Hasher,
    picture: Option<PictureSize>,
    data: bool,
    trailer: Trailer,
    faults: Faults,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// The eight bytes that every PNG begins with.
    Signature,
    /// Length and type of a chunk.
    Head,
    /// The data of a chunk, with so many bytes left.
    Data(Chunk, u32),
    /// The CRC of a chunk.
    Crc(Chunk),
    /// After the end of the picture.
    After,
    /// The chain broke.
    Lost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Chunk {
    /// `IHDR`: the size.
    Header,
    /// `IDAT`.
    Data,
    /// `IEND`.
    End,
    /// `eXIf`: a TIFF structure.
    Exif,
    /// `iTXt`: XMP, mostly.
    Text,
    Other,
}

impl Png {
    pub(super) fn new(limits: &PaperLimits) -> Self {
        Self {
            limits: *limits,
            state: State::Signature,
            kept: Vec::new(),
            crc: Hasher::new(),
            picture: None,
            data: false,
            trailer: Trailer::default(),
            faults: Faults::default(),
        }
    }

    pub(super) fn feed(&mut self, mut bytes: &[u8]) {
        loop {
            match self.state {
                State::Lost => return,
                State::Data(chunk, left) => {
                    let within = usize::try_from(left).unwrap_or(usize::MAX);
                    let (inside, rest) = bytes.split_at_checked(within).unwrap_or((bytes, &[]));
                    self.crc.update(inside);
                    self.keep(chunk, inside);
                    let left = left.saturating_sub(u32::try_from(inside.len()).unwrap_or(left));
                    self.state = State::Data(chunk, left);
                    if left > 0 {
                        return;
                    }
                    self.end_data(chunk);
                    bytes = rest;
                }
                State::Signature | State::Head | State::Crc(_) | State::After => {
                    let Some((byte, rest)) = bytes.split_first() else { return };
                    self.take(*byte);
                    bytes = rest;
                }
            }
        }
    }

    pub(super) fn finish(mut self) -> Found {
        if !matches!(self.state, State::After | State::Lost) {
            self.faults.insert(PaperFault::PngTruncated);
        }
        if self.trailer.is_foreign() {
            self.faults.insert(PaperFault::Polyglot);
        }
        Found { faults: self.faults, picture: self.picture }
    }

    fn take(&mut self, byte: u8) {
        if matches!(self.state, State::After) {
            return self.trailer.push(byte);
        }
        self.kept.push(byte);
        match (self.state, self.kept.as_slice()) {
            (State::Signature, [_, _, _, _, _, _, _, _]) => self.next_chunk(),
            (State::Head, &[a, b, c, d, ref name @ ..]) if name.len() == 4 => {
                let length = u32::from_be_bytes([a, b, c, d]);
                self.crc.update(name);
                let chunk = Chunk::named(name);
                let lettered = name.iter().all(u8::is_ascii_alphabetic);
                let in_place = (chunk == Chunk::Header) == self.picture.is_none();
                let sized = length < 1 << 31 && (chunk != Chunk::Header || length == HEADER);
                if !(lettered && in_place && sized) {
                    return self.lose();
                }
                self.kept.clear();
                self.state = State::Data(chunk, length);
            }
            (State::Crc(chunk), &[a, b, c, d]) => {
                if self.crc.clone().finalize() != u32::from_be_bytes([a, b, c, d])
                    && !fault::is("check-sums-of-a-picture-unread")
                {
                    self.faults.insert(PaperFault::PngBadChunk);
                }
                if chunk == Chunk::End { self.state = State::After } else { self.next_chunk() }
            }
            _ => {}
        }
    }

    /// Keeps of a chunk what will be looked at once it is whole, and no more of it than [`MOST_KEPT`].
    fn keep(&mut self, chunk: Chunk, inside: &[u8]) {
        if matches!(chunk, Chunk::Header | Chunk::Exif | Chunk::Text) {
            let room = MOST_KEPT.saturating_sub(self.kept.len());
            self.kept.extend_from_slice(inside.get(..room).unwrap_or(inside));
        }
    }

    fn end_data(&mut self, chunk: Chunk) {
        match chunk {
            Chunk::Header => match *self.kept {
                [a, b, c, d, e, f, g, h, ..] => {
                    let width = u32::from_be_bytes([a, b, c, d]);
                    let height = u32::from_be_bytes([e, f, g, h]);
                    let size = PictureSize { width, height };
                    self.picture = Some(size);
                    if width == 0 || height == 0 {
                        self.faults.insert(PaperFault::PngBadChunk);
                    }
                    if size.exceeds(&self.limits) {
                        self.faults.insert(PaperFault::PictureTooLarge);
                    }
                }
                _ => return self.lose(),
            },
            Chunk::Data => self.data = true,
            Chunk::End if !self.data => self.faults.insert(PaperFault::PngBadChunk),
            Chunk::Exif if exif::has_location(&self.kept, self.kept.len() < MOST_KEPT) => {
                self.faults.insert(PaperFault::PngGps);
            }
            Chunk::Text if exif::xmp_has_location(&self.kept) => self.faults.insert(PaperFault::PngGps),
            Chunk::End | Chunk::Exif | Chunk::Text | Chunk::Other => {}
        }
        self.kept.clear();
        self.state = State::Crc(chunk);
    }

    fn next_chunk(&mut self) {
        self.kept.clear();
        self.crc.reset();
        self.state = State::Head;
    }

    /// Without a length that can be trusted there is no next chunk.
    fn lose(&mut self) {
        self.faults.insert(PaperFault::PngBadChunk);
        self.state = State::Lost;
    }
}

impl Chunk {
    fn named(name: &[u8]) -> Self {
        match name {
            b"IHDR" => Self::Header,
            b"IDAT" => Self::Data,
            b"IEND" => Self::End,
            b"eXIf" => Self::Exif,
            b"iTXt" => Self::Text,
            _ => Self::Other,
        }
    }
}

/// The length of `IHDR`.
const HEADER: u32 = 13;
/// The most bytes kept of one chunk; Exif in a JPEG cannot be longer.
const MOST_KEPT: usize = 1 << 16;
