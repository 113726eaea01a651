//! Size, CRC-32 and SHA-256 of bytes, taken in one pass.

use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};

/// What is known about an entry's bytes once they were all seen.
///
/// ```
/// use tongzhou::{package::digest::Measured, value::Sha256Digest};
///
/// let measured = Measured::of(b"abc");
/// // The CRC-32 as every unzip prints it, and the SHA-256 of FIPS 180-4.
/// assert_eq!((measured.size, measured.crc32), (3, 0x3524_41c2));
/// let sha256 = Sha256Digest::from_bytes(measured.sha256);
/// assert_eq!(sha256.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// assert_eq!(Measured::of_stream(b"abc".as_slice())?, measured);
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How many bytes.
    pub size: u64,
    /// The CRC-32 that zip archives state.
    pub crc32: u32,
    /// The SHA-256 that manifests state.
    pub sha256: [u8; 32],
}

impl Measured {
    /// Measures bytes in memory.
    pub fn of(bytes: &[u8]) -> Self {
        let mut measure = Measure::default();
        measure.update(bytes);
        measure.finish()
    }

    /// Measures everything `content` gives, in a buffer of fixed size.
    ///
    /// # Errors
    ///
    /// Those of `content`.
    pub fn of_stream(mut content: impl Read) -> io::Result<Self> {
        let mut measure = Measure::default();
        pump(&mut content, |bytes| {
            measure.update(bytes);
            Ok(())
        })?;
        Ok(measure.finish())
    }
}

/// A measurement under way.
#[derive(Default)]
pub(super) struct Measure {
    size: u64,
    crc32: crc32fast::Hasher,
    sha256: Sha256,
}

impl Measure {
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.size = self.size.saturating_add(bytes.len() as u64);
        self.crc32.update(bytes);
        self.sha256.update(bytes);
    }

    pub(super) fn finish(self) -> Measured {
        Measured { size: self.size, crc32: self.crc32.finalize(), sha256: self.sha256.finalize().into() }
    }
}

/// Copies `content` to `sink` and measures what passes.
pub(crate) fn copy_measured(content: &mut impl Read, sink: &mut impl Write) -> io::Result<Measured> {
    let mut measure = Measure::default();
    pump(content, |bytes| {
        measure.update(bytes);
        sink.write_all(bytes)
    })?;
    Ok(measure.finish())
}

/// Hands `content` on in pieces that stay in the processor's cache.
pub(super) fn pump(content: &mut impl Read, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut buffer = vec![0; PIECE];
    loop {
        match content.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(count) => each(buffer.get(..count).unwrap_or_default())?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

const PIECE: usize = 64 * 1024;
