//! Records of the central directory.

use super::{Method, extra, field::Fields, zip64};
use crate::{
    fault,
    package::{
        fault::{Fault, FaultKind},
        name::Named,
    },
};

/// One record, judged by itself.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) ordinal: u32,
    /// Where the record lies in the file, for faults.
    pub(super) at: u64,
    pub(super) raw_name: &'a [u8],
    pub(super) named: Named,
    pub(super) flags: u16,
    pub(super) method: Method,
    pub(super) time: u32,
    pub(super) crc32: u32,
    pub(super) compressed: u64,
    pub(super) size: u64,
    pub(super) local: u64,
}

impl Record<'_> {
    pub(super) const fn has_descriptor(&self) -> bool {
        self.flags & FLAG_DESCRIPTOR != 0
    }

    pub(super) const fn fault(&self, kind: FaultKind) -> Fault {
        Fault::of_entry(kind, self.at, self.ordinal)
    }
}

/// All records; `directory` is the whole central directory, which lies at `at` in the file.
pub(super) fn records(directory: &[u8], at: u64, stated: u64) -> Result<Vec<Record<'_>>, Fault> {
    let mut fields = Fields(directory);
    let mut records = Vec::new();
    for ordinal in 0..u32::try_from(stated).unwrap_or(u32::MAX) {
        let offset = at + (directory.len() - fields.0.len()) as u64;
        if fields.0.is_empty() {
            return Err(Fault::of_archive(FaultKind::EntryCountDisagrees, offset));
        }
        let raw =
            Raw::take(&mut fields).ok_or(Fault::of_entry(FaultKind::BrokenDirectory, offset, ordinal))?;
        records.push(raw.judge(ordinal, offset).map_err(|kind| Fault::of_entry(kind, offset, ordinal))?);
    }
    if !fields.0.is_empty() {
        let offset = at + (directory.len() - fields.0.len()) as u64;
        return Err(Fault::of_archive(FaultKind::EntryCountDisagrees, offset));
    }
    Ok(records)
}

/// The fields as they stand.
struct Raw<'a> {
    needed: u16,
    flags: u16,
    method: u16,
    time: u32,
    crc32: u32,
    compressed: u32,
    size: u32,
    disk: u16,
    attributes: u32,
    local: u32,
    name: &'a [u8],
    extra: &'a [u8],
    comment: &'a [u8],
}

impl<'a> Raw<'a> {
    fn take(fields: &mut Fields<'a>) -> Option<Self> {
        if fields.bytes(4)? != SIGNATURE {
            return None;
        }
        fields.u16()?; // Who made it.
        let (needed, flags, method) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let (time, crc32, compressed, size) = (fields.u32()?, fields.u32()?, fields.u32()?, fields.u32()?);
        let (name, extra, comment) = (fields.u16()?, fields.u16()?, fields.u16()?);
        let disk = fields.u16()?;
        fields.u16()?; // Whether the content was text.
        let (attributes, local) = (fields.u32()?, fields.u32()?);
        let (name, extra) = (fields.bytes(name.into())?, fields.bytes(extra.into())?);
        let comment = fields.bytes(comment.into())?;
        Some(Self {
            needed,
            flags,
            method,
            time,
            crc32,
            compressed,
            size,
            disk,
            attributes,
            local,
            name,
            extra,
            comment,
        })
    }

    fn judge(self, ordinal: u32, at: u64) -> Result<Record<'a>, FaultKind> {
        let named = Named::parse(self.name)?;
        if self.flags & FLAGS_ENCRYPTED != 0 && !fault::is("encryption-unread") {
            return Err(FaultKind::Encrypted);
        }
        if self.flags & !FLAGS_ACCEPTED != 0 && !fault::is("flags-unread") {
            return Err(FaultKind::UnknownFlags);
        }
        let zip64 = extra::judge(self.extra)?;
        let method = method(self.method)?;
        if too_new(self.needed) && !fault::is("version-needed-unread") {
            return Err(FaultKind::UnknownVersion);
        }
        if self.disk != 0 {
            return Err(FaultKind::MultiDisk);
        }
        if !self.comment.is_empty() && !fault::is("comment-of-an-entry-taken") {
            return Err(FaultKind::EntryComment);
        }
        check_attributes(self.attributes, named)?;
        let [size, compressed, local] = zip64::widen(zip64, [self.size, self.compressed, self.local])?;
        if method == Method::Stored && size != compressed && !fault::is("sizes-of-stored-unread") {
            return Err(FaultKind::StoredSizesDisagree);
        }
        let (raw_name, flags, time, crc32) = (self.name, self.flags, self.time, self.crc32);
        Ok(Record { ordinal, at, raw_name, named, flags, method, time, crc32, compressed, size, local })
    }
}

/// Whether an entry asks for more of the zip format than is read here. The low byte counts; the high one says for which
/// system.
pub(super) const fn too_new(needed: u16) -> bool {
    needed & 0xFF > NEWEST_VERSION
}

pub(super) const fn method(number: u16) -> Result<Method, FaultKind> {
    match number {
        0 => Ok(Method::Stored),
        8 => Ok(Method::Deflated),
        _ => Err(FaultKind::UnknownMethod),
    }
}

/// Unix types are looked at whatever system the record names, since some readers do so too.
fn check_attributes(attributes: u32, named: Named) -> Result<(), FaultKind> {
    let folder = matches!(named, Named::Folder(_));
    match attributes >> 16 & UNIX_TYPE {
        0 => {}
        UNIX_REGULAR if !folder => {}
        UNIX_FOLDER if folder => {}
        UNIX_REGULAR | UNIX_FOLDER => return Err(FaultKind::FolderMarkDisagrees),
        UNIX_LINK if fault::is("link-taken") => {}
        UNIX_LINK => return Err(FaultKind::Symlink),
        _ if fault::is("pipe-taken") => {}
        _ => return Err(FaultKind::SpecialFile),
    }
    if attributes & DOS_REPARSE_POINT != 0 {
        return Err(FaultKind::Symlink);
    }
    if attributes & (DOS_VOLUME | DOS_DEVICE) != 0 {
        return Err(FaultKind::SpecialFile);
    }
    if attributes & DOS_FOLDER != 0 && !folder {
        return Err(FaultKind::FolderMarkDisagrees);
    }
    Ok(())
}

pub(super) const SIGNATURE: [u8; 4] = *b"PK\x01\x02";

const FLAG_DESCRIPTOR: u16 = 1 << 3;
/// Encrypted, strongly encrypted, header values masked.
const FLAGS_ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;
/// How hard the deflater tried, a data descriptor follows, the name is UTF-8.
const FLAGS_ACCEPTED: u16 = 0b11 << 1 | FLAG_DESCRIPTOR | 1 << 11;
/// 4.5, which has zip64.
const NEWEST_VERSION: u16 = 45;

const UNIX_TYPE: u32 = 0o170_000;
const UNIX_REGULAR: u32 = 0o100_000;
const UNIX_FOLDER: u32 = 0o040_000;
const UNIX_LINK: u32 = 0o120_000;
const DOS_VOLUME: u32 = 0x08;
const DOS_FOLDER: u32 = 0x10;
const DOS_DEVICE: u32 = 0x40;
const DOS_REPARSE_POINT: u32 = 0x400;
