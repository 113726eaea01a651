//! The header of a sealed file, measured before anybody parses it.

use std::io::{Read, Seek, SeekFrom};

use super::fault::{SealFault, UnsealError};

/// How long the header of a sealed file may be: room for more recipients than a package may have, and for what
/// other programs put between them.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::sealing::{Identity, MAX_HEADER_BYTES, Opened, SealFault, UnsealError};
///
/// let mut endless = b"age-encryption.org/v1\n".to_vec();
/// endless.resize(MAX_HEADER_BYTES + 1, b'-');
/// let opened = Opened::open(Cursor::new(endless), &[Identity::generate()]);
/// assert!(matches!(opened, Err(UnsealError::Refused(SealFault::HeaderTooLong))));
/// ```
pub const MAX_HEADER_BYTES: usize = 128 * 1024;

/// Whether a file begins as a sealed one does.
///
/// ```
/// assert!(tongzhou::sealing::is_sealed(b"age-encryption.org/v1\n-> X25519 "));
/// assert!(!tongzhou::sealing::is_sealed(b"PK\x03\x04"));
/// ```
pub fn is_sealed(beginning: &[u8]) -> bool {
    beginning.starts_with(MAGIC) || beginning.starts_with(ARMOUR)
}

/// Sees to it that `source` begins with a header that ends within its bound, and goes back to the beginning.
pub(super) fn measure(source: &mut (impl Read + Seek)) -> Result<(), UnsealError> {
    let mut bytes = Vec::new();
    source.seek(SeekFrom::Start(0))?;
    source.by_ref().take(MAX_HEADER_BYTES as u64).read_to_end(&mut bytes)?;
    source.seek(SeekFrom::Start(0))?;
    if bytes.starts_with(ARMOUR) {
        return Err(SealFault::Armoured.into());
    }
    if !bytes.starts_with(MAGIC) {
        return Err(SealFault::NotSealed.into());
    }
    // The last line begins with three dashes, then a space and the check of the lines before.
    let Some(last) = memchr::memmem::find(&bytes, b"\n--- ") else {
        return Err(SealFault::HeaderTooLong.into());
    };
    let rest = bytes.get(last + 1..).unwrap_or_default();
    if memchr::memchr(b'\n', rest).is_some() { Ok(()) } else { Err(SealFault::HeaderTooLong.into()) }
}

const MAGIC: &[u8] = b"age-encryption.org/v1\n";
const ARMOUR: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
