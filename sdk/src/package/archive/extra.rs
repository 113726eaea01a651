//! Extra fields: only those that are known, well-formed and harmless.

use super::field::Fields;
use crate::{fault, package::fault::FaultKind};

/// Judges all extra fields of one header and gives the content of the zip64 one.
pub(super) fn judge(bytes: &[u8]) -> Result<Option<&[u8]>, FaultKind> {
    let mut fields = Fields(bytes);
    let mut seen = [false; KNOWN.len()];
    let mut zip64 = None;
    while !fields.0.is_empty() {
        let (Some(id), Some(length)) = (fields.u16(), fields.u16()) else {
            return Err(FaultKind::MalformedExtra);
        };
        let Some(body) = fields.bytes(length.into()) else {
            return Err(FaultKind::MalformedExtra);
        };
        let known = KNOWN.iter().zip(&mut seen).find(|((known, _), _)| *known == id);
        let Some(((_, well_formed), seen)) = known else {
            if fault::is("unknown-extra-field-taken") {
                continue;
            }
            return Err(unaccepted(id));
        };
        if std::mem::replace(seen, true) && !fault::is("extra-field-twice-taken") {
            return Err(FaultKind::RepeatedExtra);
        }
        if !well_formed(body) {
            return Err(FaultKind::MalformedExtra);
        }
        if id == ZIP64 {
            zip64 = Some(body);
        }
    }
    Ok(zip64)
}

fn unaccepted(id: u16) -> FaultKind {
    match id {
        // Info-ZIP Unicode path, Xceed Unicode, extended language encoding, and two of ZipIt for Macintosh.
        0x7075 | 0x554E | 0x0008 | 0x2605 | 0x2705 => FaultKind::RenamingExtra,
        // Strong encryption header, its certificate stores and recipients, WinZip AES.
        0x0014..=0x0017 | 0x0019 | 0x9901 => FaultKind::Encrypted,
        _ => FaultKind::UnknownExtra,
    }
}

/// Three optional times, as many as the flags and the header's kind have.
fn is_extended_timestamp(body: &[u8]) -> bool {
    matches!(body.len(), 1 | 5 | 9 | 13) && body.first().is_some_and(|flags| *flags <= 0b111)
}

/// Four reserved bytes, then attribute 1 with three times.
fn is_ntfs_times(body: &[u8]) -> bool {
    let mut fields = Fields(body);
    body.len() == 32 && fields.u32().is_some() && fields.u16() == Some(1) && fields.u16() == Some(24)
}

/// Version 1, then user and group id, each behind its size.
fn is_unix_ids(body: &[u8]) -> bool {
    let mut fields = Fields(body);
    let id = |fields: &mut Fields<'_>| {
        let size = fields.bytes(1).and_then(|size| size.first().copied());
        size.is_some_and(|size| size <= 8 && fields.bytes(size.into()).is_some())
    };
    fields.bytes(1) == Some(&[1]) && id(&mut fields) && id(&mut fields) && fields.0.is_empty()
}

type WellFormed = fn(&[u8]) -> bool;

const ZIP64: u16 = 0x0001;
const KNOWN: [(u16, WellFormed); 7] = [
    (ZIP64, |body| body.len() <= 24),
    (0x000A, is_ntfs_times),
    (0x5455, is_extended_timestamp),
    (0x7875, is_unix_ids),
    // Older Info-ZIP Unix: times with or without ids, then 16-bit ids in the local header only.
    (0x5855, |body| matches!(body.len(), 8 | 12)),
    (0x7855, |body| matches!(body.len(), 0 | 4)),
    // Java's mark of an executable archive.
    (0xCAFE, |body| body.is_empty()),
];
