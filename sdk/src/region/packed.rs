//! The table of regions as it lies in the program: fixed-size records sorted by code, then the names.
//!
//! All numbers are big-endian. A head of 8 bytes (`TZRG`, then the count of records), that many records of 8
//! bytes, and the names, each a byte with its length before its UTF-8:
//!
//! | bytes | what a record holds |
//! |---|---|
//! | 3 | the code |
//! | 1 | first year less 1948, or 0 |
//! | 1 | last year less 1948, or 0 |
//! | 3 | scope in the upper 2 bits, then where among the names its own begins |

use tongzhou_schema::REGIONS;

use super::Scope;

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) code: u32,
    pub(super) valid_from: Option<u16>,
    pub(super) valid_to: Option<u16>,
    pub(super) scope: Scope,
    name_at: u32,
}

/// The record of a code.
pub(super) fn find(code: u32) -> Option<Record> {
    let (records, _) = parts();
    let row = records.binary_search_by_key(&code, |&[a, b, c, ..]| u32::from_be_bytes([0, a, b, c])).ok()?;
    records.get(row).map(|&record| unpacked(record))
}

/// The name of a record; empty only if the table were damaged, which a test rules out.
pub(super) fn name(record: Record) -> &'static str {
    let (_, names) = parts();
    usize::try_from(record.name_at)
        .ok()
        .and_then(|at| names.get(at..)?.split_first())
        .and_then(|(length, rest)| rest.get(..usize::from(*length)))
        .and_then(|bytes| str::from_utf8(bytes).ok())
        .unwrap_or_default()
}

/// The records and the names.
fn parts() -> (&'static [[u8; RECORD]], &'static [u8]) {
    let Some((&[_, _, _, _, a, b, c, d], rest)) = REGIONS.split_first_chunk::<HEAD>() else {
        return (&[], &[]);
    };
    let count = u32::from_be_bytes([a, b, c, d]);
    let bytes = usize::try_from(count).unwrap_or(0).saturating_mul(RECORD);
    let Some((records, names)) = rest.split_at_checked(bytes) else { return (&[], &[]) };
    (records.as_chunks().0, names)
}

fn unpacked([a, b, c, from, to, x, y, z]: [u8; RECORD]) -> Record {
    let year = |since: u8| (since > 0).then(|| YEAR_ZERO + u16::from(since));
    let scope = match x >> 6 {
        0 => Scope::Division,
        1 => Scope::Heading,
        _ => Scope::Permit,
    };
    Record {
        code: u32::from_be_bytes([0, a, b, c]),
        valid_from: year(from),
        valid_to: year(to),
        scope,
        name_at: u32::from_be_bytes([0, x & 0x3F, y, z]),
    }
}

/// Bytes of the head.
pub(super) const HEAD: usize = 8;
/// Bytes of a record.
pub(super) const RECORD: usize = 8;
/// The year that the byte 0 would stand for, did it not mean "open".
pub(super) const YEAR_ZERO: u16 = 1948;
