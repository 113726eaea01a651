//! The end of the file: the end record, with its zip64 companion where there is one.

use std::io::{Read, Seek};

use memchr::memmem;

use super::{central, field::Fields, read_at, zip64};
use crate::{
    fault,
    package::{
        fault::{Fault, FaultKind, OpenError},
        limits::Limits,
    },
};

/// Where the central directory lies and how many records it is said to hold.
pub(super) struct End {
    pub(super) directory: u64,
    pub(super) directory_size: u64,
    pub(super) records: u64,
}

/// The numbers of an end record, as wide as zip64 has them.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    pub(super) disk: u32,
    pub(super) directory_disk: u32,
    pub(super) records_here: u64,
    pub(super) records: u64,
    pub(super) directory_size: u64,
    pub(super) directory: u64,
}

/// Finds the one end record, at the very end, and checks that the central directory ends where it begins.
pub(super) fn find(source: &mut (impl Read + Seek), length: u64, limits: &Limits) -> Result<End, OpenError> {
    let refuse = |kind, offset| Err(OpenError::Refused(Fault::of_archive(kind, offset)));
    if length > limits.archive {
        return refuse(FaultKind::ArchiveTooLarge, limits.archive);
    }
    let Some(at) = length.checked_sub(END_SIZE) else {
        return refuse(FaultKind::NoEndRecord, 0);
    };
    let tail = Tail::read(source, length)?;
    let Some(narrow) = tail.from(at).and_then(numbers).filter(|(_, comment)| *comment == 0) else {
        let (kind, offset) = tail.misplaced_end();
        return refuse(kind, offset);
    };
    if let Some(other) = tail.rival(at) {
        return refuse(FaultKind::SecondEndRecord, other);
    }
    let (narrow, _) = narrow;
    let zip64 = zip64::end(source, at, &narrow)?;
    let (numbers, end_of_directory) = zip64.unwrap_or((narrow, at));
    if (numbers.disk != 0 && !fault::is("volumes-unread"))
        || numbers.directory_disk != 0
        || numbers.records_here != numbers.records
    {
        return refuse(FaultKind::MultiDisk, at);
    }
    check_place(source, &numbers, end_of_directory)?;
    if numbers.records > limits.entries && !fault::is("entries-unbounded") {
        return refuse(FaultKind::TooManyEntries, at);
    }
    if numbers.directory_size > limits.directory && !fault::is("directory-unbounded") {
        return refuse(FaultKind::DirectoryTooLarge, numbers.directory);
    }
    Ok(End { directory: numbers.directory, directory_size: numbers.directory_size, records: numbers.records })
}

/// Demands that the central directory ends exactly where the end records begin, and says what else lies there.
fn check_place(source: &mut (impl Read + Seek), numbers: &Numbers, end: u64) -> Result<(), OpenError> {
    let refuse = |kind, offset| Err(OpenError::Refused(Fault::of_archive(kind, offset)));
    let stated = numbers.directory.checked_add(numbers.directory_size);
    let Some(stated) = stated.filter(|stated| *stated <= end) else {
        return refuse(FaultKind::DirectoryOutOfPlace, numbers.directory);
    };
    if stated == end {
        return Ok(());
    }
    let mut signature_at = |offset| -> std::io::Result<[u8; 4]> {
        let mut signature = [0; 4];
        read_at(source, offset, &mut signature)?;
        Ok(signature)
    };
    if signature_at(stated)? == SIGNATURE {
        return refuse(FaultKind::SecondEndRecord, stated);
    }
    // Offsets that count from a later byte than the file's first: the archive was put behind something else.
    if numbers.directory_size > 0 && signature_at(end - numbers.directory_size)? == central::SIGNATURE {
        return refuse(FaultKind::PrefixBytes, 0);
    }
    refuse(FaultKind::GapBeforeEndRecord, stated)
}

/// The last bytes of the file: as many as an end record with the longest comment takes.
struct Tail {
    bytes: Vec<u8>,
    start: u64,
    length: u64,
}

impl Tail {
    fn read(source: &mut (impl Read + Seek), length: u64) -> std::io::Result<Self> {
        let size = length.min(END_SIZE + u64::from(u16::MAX));
        let start = length - size;
        let mut bytes = vec![0; usize::try_from(size).unwrap_or_default()];
        read_at(source, start, &mut bytes)?;
        Ok(Self { bytes, start, length })
    }

    fn from(&self, offset: u64) -> Option<&[u8]> {
        self.bytes.get(usize::try_from(offset.checked_sub(self.start)?).ok()?..)
    }

    /// All whole end records, each with its offset and where its comment ends.
    fn end_records(&self) -> impl DoubleEndedIterator<Item = (u64, u64)> {
        let found: Vec<_> = memmem::find_iter(&self.bytes, &SIGNATURE)
            .filter_map(|at| {
                let (_, comment) = numbers(self.bytes.get(at..)?)?;
                let offset = self.start + at as u64;
                Some((offset, offset + END_SIZE + u64::from(comment)))
            })
            .collect();
        found.into_iter()
    }

    /// An end record before the real one whose comment reaches just to the end of the file: readers that search
    /// from the front, or that test the comment's length, take that one.
    fn rival(&self, real: u64) -> Option<u64> {
        self.end_records().find(|(at, end)| *at != real && *end == self.length).map(|(at, _)| at)
    }

    /// Why there is no end record at the very end.
    fn misplaced_end(&self) -> (FaultKind, u64) {
        let Some((at, end)) = self.end_records().rfind(|(_, end)| *end <= self.length) else {
            return (FaultKind::NoEndRecord, self.length);
        };
        if end == self.length { (FaultKind::ArchiveComment, at) } else { (FaultKind::TrailingBytes, end) }
    }
}

/// The numbers and the comment's length of an end record.
fn numbers(bytes: &[u8]) -> Option<(Numbers, u16)> {
    let mut fields = Fields(bytes);
    if fields.bytes(4)? != SIGNATURE {
        return None;
    }
    let numbers = Numbers {
        disk: fields.u16()?.into(),
        directory_disk: fields.u16()?.into(),
        records_here: fields.u16()?.into(),
        records: fields.u16()?.into(),
        directory_size: fields.u32()?.into(),
        directory: fields.u32()?.into(),
    };
    Some((numbers, fields.u16()?))
}

const SIGNATURE: [u8; 4] = *b"PK\x05\x06";
const END_SIZE: u64 = 22;
