//! JPEG: the chain of markers from the start of the picture to its end.
//!
//! Entropy-coded data is skipped, not decoded. Segments are skipped by their length, except those that give the
//! size and those that may give the place. After the end, a further JPEG (phones append previews and gain maps)
//! is walked for its size and its place alone; anything else is for the [`Trailer`] to judge.

use memchr::memchr;

use crate::fault;

use super::{Faults, PaperFault, PaperLimits, PictureSize, exif, trailer::Trailer};

/// The walk through a JPEG.
#[derive(Debug)]
pub(super) struct Jpeg {
    limits: PaperLimits,
    state: State,
    kept: Vec<u8>,
    size: Option<PictureSize>,
    first: Option<PictureSize>,
    scanned: bool,
    further: bool,
    trailer: Trailer,
    faults: Faults,
}

/// What a picture came to.
pub(super) struct Found {
    pub(super) faults: Faults,
    pub(super) picture: Option<PictureSize>,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// How many bytes of `FF D8` have come.
    Start(u8),
    /// Before the `FF` of a marker.
    Marker,
    /// After it.
    Code,
    /// Before the two bytes of a segment's length; the first of them, once it has come.
    Length(Segment, Option<u8>),
    /// Inside a segment, with so many bytes left.
    Inside(Segment, u16),
    /// Inside entropy-coded data.
    Entropy,
    /// After an `FF` inside entropy-coded data.
    EntropyCode,
    /// After the end of the picture.
    After,
    /// The chain broke.
    Lost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Segment {
    /// SOF, DHP: precision, lines, samples a line.
    Frame,
    /// DNL: the number of lines, where the frame did not know it.
    Lines,
    /// SOS: entropy-coded data follows.
    Scan,
    /// APP1: Exif or XMP.
    App1,
    Other,
}

impl Jpeg {
    pub(super) fn new(limits: &PaperLimits) -> Self {
        Self {
            limits: *limits,
            state: State::Start(0),
            kept: Vec::new(),
            size: None,
            first: None,
            scanned: false,
            further: false,
            trailer: Trailer::default(),
            faults: Faults::default(),
        }
    }

    pub(super) fn feed(&mut self, mut bytes: &[u8]) {
        loop {
            // Long runs first: they need not be looked at byte by byte.
            match self.state {
                State::Lost => return,
                State::Inside(segment, left) => {
                    let (inside, rest) = bytes.split_at_checked(usize::from(left)).unwrap_or((bytes, &[]));
                    if !matches!(segment, Segment::Scan | Segment::Other) {
                        self.kept.extend_from_slice(inside);
                    }
                    let left = left.saturating_sub(u16::try_from(inside.len()).unwrap_or(left));
                    self.state = State::Inside(segment, left);
                    if left > 0 {
                        return;
                    }
                    self.end_segment(segment);
                    bytes = rest;
                }
                State::Entropy => match memchr(0xFF, bytes).and_then(|at| bytes.get(at + 1..)) {
                    Some(rest) => {
                        self.state = State::EntropyCode;
                        bytes = rest;
                    }
                    None => return,
                },
                _ => {
                    let Some((byte, rest)) = bytes.split_first() else { return };
                    self.take(*byte);
                    bytes = rest;
                }
            }
        }
    }

    pub(super) fn finish(mut self) -> Found {
        if !self.further && !matches!(self.state, State::After) && !fault::is("end-of-a-photo-unread") {
            self.faults.insert(PaperFault::JpegTruncated);
        }
        if self.trailer.is_foreign() {
            self.faults.insert(PaperFault::Polyglot);
        }
        Found { faults: self.faults, picture: self.first }
    }

    fn take(&mut self, byte: u8) {
        match self.state {
            State::Start(0) if byte == 0xFF => self.state = State::Start(1),
            State::Start(1) if byte == 0xD8 => self.state = State::Marker,
            State::Start(_) => self.lose(),
            State::Marker if byte == 0xFF => self.state = State::Code,
            State::Marker => self.lose(),
            State::Code => self.marker(byte),
            State::EntropyCode => match byte {
                // A stuffed zero, a restart: the data goes on.
                0x00 | 0xD0..=0xD7 => self.state = State::Entropy,
                _ => self.marker(byte),
            },
            State::Length(segment, None) => self.state = State::Length(segment, Some(byte)),
            State::Length(segment, Some(high)) => match u16::from_be_bytes([high, byte]).checked_sub(2) {
                Some(left) => self.state = State::Inside(segment, left),
                None => self.lose(),
            },
            State::After => {
                self.trailer.push(byte);
                if self.trailer.begins_jpeg() {
                    self.further = true;
                    self.size = None;
                    self.scanned = false;
                    self.state = State::Code;
                }
            }
            // The feeding loop takes these without asking here.
            State::Inside(..) | State::Entropy | State::Lost => {}
        }
    }

    fn marker(&mut self, code: u8) {
        self.kept.clear();
        self.state = match code {
            0xFF => return,
            0x01 | 0xD0..=0xD7 => State::Marker,
            0xD9 => return self.end_picture(),
            0x00 | 0x02..=0xBF | 0xD8 => return self.lose(),
            // DHT, JPG and DAC share the range of the frames.
            0xC4 | 0xC8 | 0xCC => State::Length(Segment::Other, None),
            0xC0..=0xCF | 0xDE => State::Length(Segment::Frame, None),
            0xDA => State::Length(Segment::Scan, None),
            0xDC => State::Length(Segment::Lines, None),
            0xE1 => State::Length(Segment::App1, None),
            0xDB | 0xDD | 0xDF | 0xE0 | 0xE2..=0xFE => State::Length(Segment::Other, None),
        };
    }

    fn end_segment(&mut self, segment: Segment) {
        self.state = State::Marker;
        match segment {
            Segment::Frame => match *self.kept {
                [_, height_high, height_low, width_high, width_low, ..] => self.frame(PictureSize {
                    width: u16::from_be_bytes([width_high, width_low]).into(),
                    height: u16::from_be_bytes([height_high, height_low]).into(),
                }),
                _ => self.lose(),
            },
            Segment::Lines => match (self.kept.as_slice(), self.size) {
                ([high, low], Some(size)) if size.height == 0 => {
                    self.frame(PictureSize { height: u16::from_be_bytes([*high, *low]).into(), ..size });
                }
                _ => {}
            },
            Segment::Scan => {
                if self.size.is_none() {
                    return self.lose();
                }
                self.scanned = true;
                self.state = State::Entropy;
            }
            Segment::App1 => {
                let located = match self.kept.strip_prefix(b"Exif\0\0") {
                    Some(tiff) => exif::has_location(tiff, true),
                    None => exif::xmp_has_location(&self.kept),
                };
                if located {
                    self.faults.insert(PaperFault::JpegGps);
                }
            }
            Segment::Other => {}
        }
        self.kept.clear();
    }

    fn frame(&mut self, size: PictureSize) {
        if size.exceeds(&self.limits) {
            self.faults.insert(PaperFault::PictureTooLarge);
        }
        self.size = Some(size);
        if !self.further {
            self.first = Some(size);
        }
    }

    fn end_picture(&mut self) {
        let whole = self.scanned && self.size.is_some_and(|size| size.width > 0 && size.height > 0);
        if !whole {
            return self.lose();
        }
        if !self.trailer.is_foreign() {
            // What follows this picture begins anew, perhaps with one more picture.
            self.trailer = Trailer::default();
        }
        self.state = State::After;
    }

    /// The chain broke: of the picture itself that is a fault, of what follows it the end of the walk.
    fn lose(&mut self) {
        self.state = if self.further { State::After } else { State::Lost };
    }
}
