//! Stored content followed by a data descriptor: a reader of streams has no length to go by and ends the entry
//! at the first descriptor that fits what it has read. Content that holds such a descriptor is read differently
//! by a reader that goes by the central directory.

use memchr::memmem;

use super::{DescriptorWidth, field::Fields};

/// Looks for a fitting descriptor in content that passes by.
pub(super) struct Watch {
    width: DescriptorWidth,
    /// The bytes before those held.
    passed: u64,
    crc32: crc32fast::Hasher,
    held: Vec<u8>,
}

impl Watch {
    pub(super) fn new(width: DescriptorWidth) -> Self {
        Self { width, passed: 0, crc32: crc32fast::Hasher::new(), held: Vec::new() }
    }

    /// Takes the next bytes and says whether a fitting descriptor has been seen whole.
    pub(super) fn sees(&mut self, bytes: &[u8]) -> bool {
        let mut held = std::mem::take(&mut self.held);
        held.extend_from_slice(bytes);
        let length = match self.width {
            DescriptorWidth::Four => 16,
            DescriptorWidth::Eight => 24,
        };
        // A signature nearer to the end than a descriptor is long waits for more bytes.
        let ready = (held.len() + 1).saturating_sub(length);
        let mut from = 0;
        let mut seen = false;
        for at in memmem::find_iter(&held, SIGNATURE).take_while(|at| *at < ready) {
            self.pass(held.get(from..at).unwrap_or_default());
            from = at;
            seen |= self.fits(held.get(at + SIGNATURE.len()..).unwrap_or_default());
        }
        let keep_from = ready.max(from);
        self.pass(held.get(from..keep_from).unwrap_or_default());
        held.drain(..keep_from);
        self.held = held;
        seen
    }

    fn pass(&mut self, bytes: &[u8]) {
        self.crc32.update(bytes);
        self.passed += bytes.len() as u64;
    }

    /// Whether what follows the signature states just the bytes before it.
    fn fits(&self, descriptor: &[u8]) -> bool {
        let mut fields = Fields(descriptor);
        let crc32 = fields.u32();
        let size = match self.width {
            DescriptorWidth::Four => fields.u32().map(u64::from),
            DescriptorWidth::Eight => fields.u64(),
        };
        crc32 == Some(self.crc32.clone().finalize()) && size == Some(self.passed)
    }
}

const SIGNATURE: &[u8] = b"PK\x07\x08";
