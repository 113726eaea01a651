//! Numbers too wide for a classic record. Some writers use them without need; they may only say the same again.

use std::io::{Read, Seek};

use super::{end_record::Numbers, field::Fields, read_at};
use crate::{
    fault,
    package::fault::{Fault, FaultKind, OpenError},
};

/// The zip64 end record in front of the end record at `at`: its numbers and its offset, where there is one.
pub(super) fn end(
    source: &mut (impl Read + Seek),
    at: u64,
    narrow: &Numbers,
) -> Result<Option<(Numbers, u64)>, OpenError> {
    let refuse = || Err(OpenError::Refused(Fault::of_archive(FaultKind::Zip64EndDisagrees, at)));
    let mut locator = [0; LOCATOR_SIZE];
    let present = match at.checked_sub(LOCATOR_SIZE as u64) {
        Some(place) => {
            read_at(source, place, &mut locator)?;
            locator.starts_with(LOCATOR_SIGNATURE)
        }
        None => false,
    };
    if !present {
        return if any_sentinel(narrow) && !fault::is("zip64-end-missing-taken") {
            refuse()
        } else {
            Ok(None)
        };
    }
    let Some(place) = at.checked_sub((LOCATOR_SIZE + RECORD_SIZE) as u64) else { return refuse() };
    let mut record = [0; RECORD_SIZE];
    read_at(source, place, &mut record)?;
    match wide(&record).filter(|wide| locates(&locator, place) && agree(narrow, wide)) {
        Some(wide) => Ok(Some((wide, place))),
        None => refuse(),
    }
}

/// The real sizes behind 32-bit fields, some of which may say "see the zip64 extra field". A field of the extra
/// that is there without need must repeat the header's number.
pub(super) fn widen<const N: usize>(extra: Option<&[u8]>, narrow: [u32; N]) -> Result<[u64; N], FaultKind> {
    let sentinels = narrow.iter().filter(|number| **number == u32::MAX).count();
    let mut wide = narrow.map(u64::from);
    let Some(extra) = extra else {
        return if sentinels == 0 { Ok(wide) } else { Err(FaultKind::Zip64Disagrees) };
    };
    let mut fields = Fields(extra);
    if sentinels > 0 {
        for number in wide.iter_mut().filter(|number| **number == u64::from(u32::MAX)) {
            *number = fields.u64().ok_or(FaultKind::Zip64Disagrees)?;
        }
    } else {
        for number in wide.iter().take(extra.len() / 8) {
            if fields.u64() != Some(*number) {
                return Err(FaultKind::Zip64Disagrees);
            }
        }
    }
    if !fields.0.is_empty() || extra.is_empty() {
        return Err(FaultKind::Zip64Disagrees);
    }
    Ok(wide)
}

fn locates(locator: &[u8], place: u64) -> bool {
    let mut fields = Fields(locator);
    let read = (fields.u32(), fields.u32(), fields.u64(), fields.u32());
    matches!(read, (Some(_), Some(0), Some(offset), Some(1)) if offset == place)
}

fn wide(record: &[u8]) -> Option<Numbers> {
    let mut fields = Fields(record);
    if fields.bytes(4)? != RECORD_SIGNATURE || fields.u64()? != RECORD_SIZE as u64 - 12 {
        return None;
    }
    fields.u32()?; // The versions that made it and that are needed.
    Some(Numbers {
        disk: fields.u32()?,
        directory_disk: fields.u32()?,
        records_here: fields.u64()?,
        records: fields.u64()?,
        directory_size: fields.u64()?,
        directory: fields.u64()?,
    })
}

fn agree(narrow: &Numbers, wide: &Numbers) -> bool {
    let same = |narrow: u64, sentinel: u64, wide: u64| narrow == wide || narrow == sentinel;
    same(narrow.disk.into(), NO_16, wide.disk.into())
        && same(narrow.directory_disk.into(), NO_16, wide.directory_disk.into())
        && same(narrow.records_here, NO_16, wide.records_here)
        && same(narrow.records, NO_16, wide.records)
        && same(narrow.directory_size, NO_32, wide.directory_size)
        && same(narrow.directory, NO_32, wide.directory)
}

fn any_sentinel(narrow: &Numbers) -> bool {
    narrow.records_here == NO_16
        || narrow.records == NO_16
        || narrow.directory_size == NO_32
        || narrow.directory == NO_32
}

const NO_16: u64 = u16::MAX as u64;
const NO_32: u64 = u32::MAX as u64;
const LOCATOR_SIGNATURE: &[u8] = b"PK\x06\x07";
const LOCATOR_SIZE: usize = 20;
const RECORD_SIGNATURE: &[u8] = b"PK\x06\x06";
const RECORD_SIZE: usize = 56;
