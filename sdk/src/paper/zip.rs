//! As much of a zip archive as tells an OFD from others, read from both ends of the paper.
//!
//! Whether two readers would agree about an archive is not asked here: nobody unpacks a paper.

use memchr::memmem;

/// Whether a zip reader would find an end record in the last bytes of a file.
pub(super) fn has_end_record(tail: &[u8]) -> bool {
    memmem::rfind_iter(tail, b"PK\x05\x06").any(|at| {
        // Disk numbers are zero and both counts of entries are equal, which chance does not bring about.
        let Some(record) = tail.get(at..).and_then(|from| from.first_chunk::<22>()) else { return false };
        let [_, _, _, _, 0, 0, 0, 0, here_low, here_high, all_low, all_high, ..] = *record else {
            return false;
        };
        here_low == all_low && here_high == all_high
    })
}

/// Whether an entry `OFD.xml` stands in the root: among the first local headers or in the central directory.
pub(super) fn names_ofd(head: &[u8], tail: &[u8]) -> bool {
    names_entry(head, b"PK\x03\x04", 30, 26) || names_entry(tail, b"PK\x01\x02", 46, 28)
}

/// Whether `bytes` hold a header of `length` bytes that begins with `signature`, gives at `at` the length of the
/// name, and is followed by the name.
fn names_entry(bytes: &[u8], signature: &[u8], length: usize, at: usize) -> bool {
    memmem::find_iter(bytes, ENTRY_POINT).any(|name| {
        let Some(header) = name.checked_sub(length).and_then(|from| bytes.get(from..name)) else {
            return false;
        };
        header.starts_with(signature)
            && header.get(at..at + 2) == Some((ENTRY_POINT.len() as u16).to_le_bytes().as_slice())
    })
}

const ENTRY_POINT: &[u8] = b"OFD.xml";
