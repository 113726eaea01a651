//! Local headers and data descriptors, held against the central directory.

use std::io::{Read, Seek};

use super::{DescriptorWidth, central::Record, extra, field::Fields, read_at, zip64};
use crate::{
    fault,
    package::fault::{Fault, FaultKind, OpenError},
};

/// What a local header adds to the record that lists it.
pub(super) struct Local {
    /// Where the content begins.
    pub(super) data: u64,
    /// How wide a data descriptor of this entry is.
    pub(super) width: DescriptorWidth,
}

/// Reads the local header of `record` and compares every field. `end` is where the central directory begins.
pub(super) fn header(
    source: &mut (impl Read + Seek),
    record: &Record<'_>,
    end: u64,
) -> Result<Local, OpenError> {
    let refuse = |kind| Fault::of_entry(kind, record.local, record.ordinal);
    let broken = || OpenError::Refused(refuse(FaultKind::BrokenLocalHeader));
    let room = end.checked_sub(record.local).ok_or_else(|| refuse(FaultKind::Overlap))?;
    let mut fixed = [0; FIXED];
    if room < FIXED as u64 {
        return Err(broken());
    }
    read_at(source, record.local, &mut fixed)?;
    let raw = Raw::of(&fixed).ok_or_else(broken)?;
    let variable = u64::from(raw.name) + u64::from(raw.extra);
    if room < FIXED as u64 + variable {
        return Err(broken());
    }
    let mut bytes = vec![0; usize::try_from(variable).unwrap_or_default()];
    source.read_exact(&mut bytes)?;
    let (name, extra) = bytes.split_at_checked(raw.name.into()).ok_or_else(broken)?;
    let width = compare(&raw, name, extra, record).map_err(refuse)?;
    Ok(Local { data: record.local + FIXED as u64 + variable, width })
}

/// Reads the data descriptor of `record` at `at` and gives its length; `room` is how much may be read there.
pub(super) fn descriptor(
    source: &mut (impl Read + Seek),
    record: &Record<'_>,
    width: DescriptorWidth,
    at: u64,
    room: u64,
) -> Result<u64, OpenError> {
    let mut buffer = [0; DESCRIPTOR_MAX];
    let bare = match width {
        DescriptorWidth::Four => 12,
        DescriptorWidth::Eight => 20,
    };
    let refuse = |kind| OpenError::Refused(Fault::of_entry(kind, at, record.ordinal));
    if room < bare {
        return Err(refuse(FaultKind::DescriptorMissing));
    }
    let count = usize::try_from(room).unwrap_or(DESCRIPTOR_MAX).min(DESCRIPTOR_MAX);
    let bytes = buffer.get_mut(..count).unwrap_or_default();
    read_at(source, at, bytes)?;
    let signed = bytes.strip_prefix(DESCRIPTOR_SIGNATURE.as_slice());
    let signed_fits = signed.is_some_and(|bytes| states(bytes, width, record));
    let bare_fits = states(bytes, width, record);
    match (signed_fits, bare_fits) {
        // A check sum that looks like the signature.
        (_, true) if signed.is_some() && !fault::is("ambiguous-descriptor-taken") => {
            Err(refuse(FaultKind::DescriptorAmbiguous))
        }
        (true, _) => Ok(bare + DESCRIPTOR_SIGNATURE.len() as u64),
        (false, true) => Ok(bare),
        (false, false) if fault::is("descriptor-unread") => Ok(bare + DESCRIPTOR_SIGNATURE.len() as u64),
        (false, false) => Err(refuse(FaultKind::DescriptorDisagrees)),
    }
}

/// Whether the descriptor without its signature states what the central directory states.
fn states(bytes: &[u8], width: DescriptorWidth, record: &Record<'_>) -> bool {
    let mut fields = Fields(bytes);
    let size = |fields: &mut Fields<'_>| match width {
        DescriptorWidth::Four => fields.u32().map(u64::from),
        DescriptorWidth::Eight => fields.u64(),
    };
    fields.u32() == Some(record.crc32)
        && size(&mut fields) == Some(record.compressed)
        && size(&mut fields) == Some(record.size)
}

struct Raw {
    needed: u16,
    flags: u16,
    method: u16,
    time: u32,
    crc32: u32,
    compressed: u32,
    size: u32,
    name: u16,
    extra: u16,
}

impl Raw {
    fn of(fixed: &[u8]) -> Option<Self> {
        let mut fields = Fields(fixed);
        if fields.bytes(4)? != SIGNATURE {
            return None;
        }
        let (needed, flags, method) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let (time, crc32, compressed, size) = (fields.u32()?, fields.u32()?, fields.u32()?, fields.u32()?);
        let (name, extra) = (fields.u16()?, fields.u16()?);
        Some(Self { needed, flags, method, time, crc32, compressed, size, name, extra })
    }
}

fn compare(raw: &Raw, name: &[u8], extra: &[u8], record: &Record<'_>) -> Result<DescriptorWidth, FaultKind> {
    if name != record.raw_name && !fault::is("local-name-unread") {
        return Err(FaultKind::LocalNameDisagrees);
    }
    if raw.flags != record.flags {
        return Err(FaultKind::LocalFlagsDisagree);
    }
    if super::central::method(raw.method) != Ok(record.method) && !fault::is("local-method-unread") {
        return Err(FaultKind::LocalMethodDisagrees);
    }
    // Some writers state it differently in the two headers; neither may ask for more than is read here.
    if super::central::too_new(raw.needed) {
        return Err(FaultKind::UnknownVersion);
    }
    if raw.time != record.time && !fault::is("local-time-unread") {
        return Err(FaultKind::LocalTimeDisagrees);
    }
    let zip64 = extra::judge(extra)?;
    // The zip64 extra of a local header holds both sizes or is not there.
    if zip64.is_some_and(|extra| extra.len() != 16) {
        return Err(FaultKind::Zip64Disagrees);
    }
    let [size, compressed] = zip64::widen(zip64, [raw.size, raw.compressed])?;
    let deferred = record.has_descriptor();
    let same = |local: u64, central: u64| local == central || deferred && local == 0;
    if !same(size, record.size) || !same(compressed, record.compressed) {
        return Err(FaultKind::LocalSizeDisagrees);
    }
    if !same(raw.crc32.into(), record.crc32.into()) && !fault::is("local-check-sum-unread") {
        return Err(FaultKind::LocalCrcDisagrees);
    }
    Ok(if zip64.is_some() { DescriptorWidth::Eight } else { DescriptorWidth::Four })
}

pub(super) const SIGNATURE: [u8; 4] = *b"PK\x03\x04";

const FIXED: usize = 30;
const DESCRIPTOR_SIGNATURE: [u8; 4] = *b"PK\x07\x08";
const DESCRIPTOR_MAX: usize = 24;
