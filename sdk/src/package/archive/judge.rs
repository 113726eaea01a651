//! The verdict on an archive's shape, stage by stage; nothing here inflates.

use std::{
    collections::HashSet,
    io::{Read, Seek, SeekFrom},
};

use super::{Entry, Method, central, central::Record, end_record, local, read_at};
use crate::{
    fault,
    package::{
        fault::{Fault, FaultKind, OpenError},
        limits::Limits,
        name::{EntryName, Named},
    },
};

/// Judges everything but the entries' content.
pub(super) fn judge(source: &mut (impl Read + Seek), limits: &Limits) -> Result<Vec<Entry>, OpenError> {
    let length = source.seek(SeekFrom::End(0))?;
    let end = end_record::find(source, length, limits)?;
    let mut directory = vec![0; usize::try_from(end.directory_size).unwrap_or_default()];
    read_at(source, end.directory, &mut directory)?;
    let records = central::records(&directory, end.directory, end.records)?;
    check_names(&records)?;
    check_sizes(&records, limits)?;
    let mut entries = tile(source, &records, end.directory)?;
    entries.sort_unstable_by_key(Entry::ordinal);
    Ok(entries)
}

/// No two records of one name, no two papers of one id.
fn check_names(records: &[Record<'_>]) -> Result<(), Fault> {
    let mut names = HashSet::with_capacity(records.len());
    let mut papers = HashSet::new();
    for record in records {
        if !names.insert(record.named) && !fault::is("name-twice-taken") {
            return Err(record.fault(FaultKind::DuplicateName));
        }
        if let Named::File(EntryName::Document { id, .. }) = record.named
            && !papers.insert(id)
            && !fault::is("paper-id-twice-taken")
        {
            return Err(record.fault(FaultKind::SharedPaperId));
        }
    }
    Ok(())
}

fn check_sizes(records: &[Record<'_>], limits: &Limits) -> Result<(), Fault> {
    let (mut total, mut json) = (0_u64, 0_u64);
    for record in records {
        let most = match record.named {
            Named::File(name) => limits.of(&name),
            Named::Folder(_) if record.size > 0 => return Err(record.fault(FaultKind::FolderNotEmpty)),
            Named::Folder(_) => 0,
        };
        if record.size > most && !fault::is("entry-of-any-size") {
            return Err(record.fault(FaultKind::EntryTooLarge));
        }
        if limits.explodes(record.compressed, record.size) && !fault::is("expansion-unbounded") {
            return Err(record.fault(FaultKind::RatioTooHigh));
        }
        total = total.saturating_add(record.size);
        if !matches!(record.named, Named::File(EntryName::Document { .. })) {
            json = json.saturating_add(record.size);
        }
        if (total > limits.total && !fault::is("sizes-not-added-up")) || json > limits.json_total {
            return Err(record.fault(FaultKind::TotalTooLarge));
        }
    }
    Ok(())
}

/// Walks the local headers in the order of the file and demands that they fill it up to the central directory.
fn tile(
    source: &mut (impl Read + Seek),
    records: &[Record<'_>],
    directory: u64,
) -> Result<Vec<Entry>, OpenError> {
    let mut order: Vec<&Record<'_>> = records.iter().collect();
    order.sort_by_key(|record| record.local);
    let mut entries = Vec::with_capacity(order.len());
    let mut reached = 0;
    for (at, record) in order.iter().enumerate() {
        if record.local != reached && !(fault::is("bytes-between-entries-taken") && record.local > reached) {
            return Err(misfit(source, reached, record.local, Some(record))?.into());
        }
        let next = order.get(at + 1).map_or(directory, |next| next.local);
        let local = local::header(source, record, directory)?;
        let data_end = local.data.checked_add(record.compressed).filter(|end| *end <= next);
        let Some(data_end) = data_end else {
            return Err(Fault::of_entry(FaultKind::Overlap, record.local, record.ordinal).into());
        };
        reached = data_end;
        if record.has_descriptor() {
            let room = directory - data_end;
            let length = local::descriptor(source, record, local.width, data_end, room)?;
            reached += length;
        }
        match record.named {
            Named::File(name) => entries.push(Entry {
                name,
                ordinal: record.ordinal,
                method: record.method,
                size: record.size,
                compressed: record.compressed,
                crc32: record.crc32,
                data: local.data,
                early: (record.has_descriptor() && record.method == Method::Stored).then_some(local.width),
            }),
            Named::Folder(_) => check_folder(source, record, local.data)?,
        }
    }
    if reached != directory {
        return Err(misfit(source, reached, directory, None)?.into());
    }
    Ok(entries)
}

/// What it is that the next part begins at `next` and not at `reached`.
fn misfit(
    source: &mut (impl Read + Seek),
    reached: u64,
    next: u64,
    record: Option<&Record<'_>>,
) -> std::io::Result<Fault> {
    let mut signature = [0; 4];
    if next > reached && next - reached >= 4 {
        read_at(source, reached, &mut signature)?;
    }
    let kind = if next < reached {
        FaultKind::Overlap
    } else if signature == local::SIGNATURE {
        FaultKind::HiddenEntry
    } else if reached == 0 {
        FaultKind::PrefixBytes
    } else {
        FaultKind::Gap
    };
    Ok(Fault { kind, offset: reached, entry: record.map(|record| record.ordinal) })
}

/// A directory entry holds nothing, or nothing deflated: one empty block, fixed or stored.
fn check_folder(source: &mut (impl Read + Seek), record: &Record<'_>, data: u64) -> Result<(), OpenError> {
    let mut buffer = [0; EMPTY_STORED_BLOCK.len()];
    let held = usize::try_from(record.compressed).ok().and_then(|count| buffer.get_mut(..count));
    let empty = match (record.method, held) {
        (_, None) => false,
        (Method::Stored, Some(held)) => held.is_empty(),
        (Method::Deflated, Some(held)) => {
            read_at(source, data, held)?;
            held.is_empty() || held == EMPTY_FIXED_BLOCK || held == EMPTY_STORED_BLOCK
        }
    };
    if empty && record.crc32 == 0 {
        Ok(())
    } else {
        Err(Fault::of_entry(FaultKind::FolderNotEmpty, data, record.ordinal).into())
    }
}

const EMPTY_FIXED_BLOCK: &[u8] = &[0x03, 0x00];
const EMPTY_STORED_BLOCK: &[u8] = &[0x01, 0x00, 0x00, 0xFF, 0xFF];
