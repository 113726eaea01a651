//! The end of a paper: its last bytes, and what may follow a picture's end.

/// The last bytes of a paper, [`TAIL`] of them.
#[derive(Debug, Default)]
pub(super) struct Tail(Vec<u8>);

impl Tail {
    pub(super) fn feed(&mut self, chunk: &[u8]) {
        if let Some(last) = chunk.len().checked_sub(TAIL).and_then(|from| chunk.get(from..)) {
            self.0.clear();
            self.0.extend_from_slice(last);
            return;
        }
        if self.0.len() + chunk.len() > 2 * TAIL {
            self.0.drain(..self.0.len().saturating_sub(TAIL));
        }
        self.0.extend_from_slice(chunk);
    }

    /// At most [`TAIL`] bytes; fewer only if the paper is shorter.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.get(self.0.len().saturating_sub(TAIL)..).unwrap_or_default()
    }
}

/// What follows the end of a picture. Cameras put maker's data, thumbnails and short films there, so that bytes
/// after the end are no fault by themselves; a second file kind is.
#[derive(Debug, Default)]
pub(super) struct Trailer {
    window: u64,
    seen: u64,
    foreign: bool,
}

impl Trailer {
    pub(super) fn push(&mut self, byte: u8) {
        if self.seen == 0 && (byte == 0 || byte.is_ascii_whitespace()) {
            return;
        }
        self.window = self.window << 8 | u64::from(byte);
        self.seen = self.seen.saturating_add(1);
        let last = self.window.to_be_bytes();
        if self.seen == 4 {
            self.foreign |= LEADING_MAGICS.iter().any(|magic| last.ends_with(magic));
        }
        self.foreign |= last.ends_with(b"%PDF-") || last == *b"\x89PNG\r\n\x1A\n";
    }

    /// Whether the trailer begins with a JPEG picture: said once, when its third byte has come.
    pub(super) fn begins_jpeg(&self) -> bool {
        self.seen == 3 && self.window == 0x00FF_D8FF
    }

    /// Whether another kind of file follows the picture.
    pub(super) fn is_foreign(&self) -> bool {
        self.foreign
    }
}

/// Archives, programs and pages that would begin where the picture ends. Four bytes are too few to look for in
/// the middle of a film.
const LEADING_MAGICS: &[&[u8]] = &[
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x7FELF",
    b"GIF8",
    b"<?xm",
    b"<htm",
    b"<HTM",
    b"<scr",
    b"<svg",
    b"<!DO",
    b"<!do",
];
/// A zip's end record may stand this far before the end: 22 bytes and the longest comment.
const TAIL: usize = 22 + 0xFFFF;
