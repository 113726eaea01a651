//! The strict reader of zip archives.
//!
//! [`Archive::open`] judges the whole shape and inflates nothing; [`Archive::reader`] then gives one entry's
//! bytes, bounded by the size that the archive states, and verifies size and check sum before it gives the last
//! of them. Memory is bounded by [`Limits`] and two fixed buffers, whatever the archive's size.
//!
//! Where the zip format leaves a choice, the reader decides so:
//!
//! - Comments, of the archive or of an entry, are refused: no manifest covers them, and an end record hides there.
//! - Entries tile the file: the first begins at byte 0, each next one where the last ended, then the central
//!   directory, then the end records. The order of the central directory is free.
//! - A data descriptor may have a signature or not and must repeat the central directory; its sizes are eight
//!   bytes wide exactly where the local header has a zip64 extra field. Stored content with a data descriptor is
//!   read, unless it holds a descriptor that would end it early for a reader of streams.
//! - Zip64 numbers are read where they are needed or say the same again.
//! - Extra fields are an allow-list of times, Unix ids and zip64. A Unicode path is refused even if it repeats
//!   the name: names are ASCII.
//! - A directory entry is for a folder of the layout and holds nothing. The version needed, 4.5 at the most, and the
//!   system that made an entry may differ between the headers; flags, method, time, sizes and check sum may not.

mod central;
mod early_descriptor;
mod end_record;
mod entry_reader;
mod extra;
mod field;
mod judge;
mod local;
mod zip64;

pub use self::entry_reader::EntryReader;

use std::{
    fmt,
    io::{self, Read, Seek, SeekFrom, Write},
};

use sha2::{Digest, Sha256};

use self::entry_reader::Inflater;
use super::{
    digest::{Measured, pump},
    fault::OpenError,
    limits::Limits,
    name::EntryName,
};

/// An archive whose shape has been judged and accepted.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::Archive, limits::Limits, name::{EntryName, Folder}};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let mut archive = Archive::open(Cursor::new(shipped("fifteen.tzpkg")), &Limits::STANDARD)?;
/// let folder = |entry: &&_| tongzhou::package::archive::Entry::name(entry).folder();
/// assert_eq!(archive.entries().iter().filter(|entry| folder(entry) == Some(Folder::Documents)).count(), 12);
/// assert_eq!(archive.inflated_bytes(), 0);
/// // To a file, a socket, or nowhere, as here: the digest is taken on the way.
/// let manifest = archive.find(&EntryName::Manifest).ok_or("no manifest")?;
/// assert_eq!(archive.read(&manifest, &mut std::io::sink())?.size, 5521);
/// assert_eq!(archive.inflated_bytes(), 5521);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Archive<R> {
    source: R,
    entries: Vec<Entry>,
    inflater: Inflater,
    inflated: u64,
}

impl<R> fmt::Debug for Archive<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}

impl<R: Read + Seek> Archive<R> {
    /// Judges the archive that `source` holds from its first byte to its last.
    ///
    /// # Errors
    ///
    /// [`OpenError::Refused`] with the first fault found, [`OpenError::Io`] where `source` fails.
    ///
    /// ```
    /// use tongzhou::package::{archive::Archive, limits::Limits, name::EntryName, writer::PackageWriter};
    ///
    /// let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
    /// writer.add_bytes(EntryName::Manifest, b"{}")?;
    /// let bytes = writer.finish()?;
    ///
    /// let mut archive = Archive::open(std::io::Cursor::new(bytes), &Limits::STANDARD)?;
    /// let manifest = archive.find(&EntryName::Manifest).ok_or("no manifest")?;
    /// let mut json = Vec::new();
    /// archive.read(&manifest, &mut json)?;
    /// assert_eq!(json, b"{}");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn open(mut source: R, limits: &Limits) -> Result<Self, OpenError> {
        let entries = judge::judge(&mut source, limits)?;
        Ok(Self { source, entries, inflater: Inflater::default(), inflated: 0 })
    }

    /// The entries in the order of the central directory. Directory entries are left out.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of this name.
    pub fn find(&self, name: &EntryName) -> Option<Entry> {
        self.entries.iter().find(|entry| entry.name == *name).copied()
    }

    /// How many bytes of content were given out so far, by all readers together: 0 after [`Archive::open`].
    pub const fn inflated_bytes(&self) -> u64 {
        self.inflated
    }

    /// A reader of one entry's content. The entry must come from this archive.
    ///
    /// ```
    /// use std::io::{Cursor, Read};
    /// use tongzhou::package::{archive::Archive, limits::Limits, name::EntryName};
    ///
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
    /// let manifest = archive.find(&EntryName::Manifest).ok_or("no manifest")?;
    /// let mut first = [0];
    /// archive.reader(&manifest).read_exact(&mut first)?;
    /// assert_eq!(first, *b"{");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn reader(&mut self, entry: &Entry) -> EntryReader<'_, R> {
        EntryReader::new(&mut self.source, &mut self.inflater, &mut self.inflated, *entry)
    }

    /// The bytes that hold an entry's content, compressed as they are. Nothing verifies them: whoever copies them has
    /// read the entry before.
    pub(in crate::package) fn held(&mut self, entry: &Entry) -> io::Result<io::Take<&mut R>> {
        self.source.seek(SeekFrom::Start(entry.data))?;
        Ok((&mut self.source).take(entry.compressed))
    }

    /// Writes one entry's content to `sink` and takes its SHA-256 in the same pass.
    ///
    /// # Errors
    ///
    /// [`OpenError::Refused`] where the content is not what the headers state; `sink` may then hold bytes that
    /// are to be thrown away. [`OpenError::Io`] where `sink` or the source fails.
    pub fn read(&mut self, entry: &Entry, sink: &mut impl Write) -> Result<Measured, OpenError> {
        let mut sha256 = Sha256::new();
        pump(&mut self.reader(entry), |bytes| {
            sha256.update(bytes);
            sink.write_all(bytes)
        })?;
        // The reader has verified both numbers before it gave the last bytes.
        Ok(Measured { size: entry.size, crc32: entry.crc32, sha256: sha256.finalize().into() })
    }
}

/// One entry of an accepted archive, as its headers state it.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::{Archive, Method}, limits::Limits};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let archive = Archive::open(Cursor::new(shipped("fifteen.tzpkg")), &Limits::STANDARD)?;
/// // Info-ZIP lists it as: 9631 Defl:N 2755 71% 1980-01-01 00:00 da716a4b.
/// let application = &archive.entries()[1];
/// assert_eq!(application.name().to_string(), "records/019a0000-0000-7000-8000-000000000600.json");
/// assert_eq!((application.ordinal(), application.method()), (1, Method::Deflated));
/// assert_eq!((application.size(), application.compressed_size()), (9631, 2755));
/// assert_eq!(application.crc32(), 0xda71_6a4b);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    name: EntryName,
    ordinal: u32,
    method: Method,
    size: u64,
    compressed: u64,
    crc32: u32,
    data: u64,
    early: Option<DescriptorWidth>,
}

impl Entry {
    /// The name.
    pub const fn name(&self) -> EntryName {
        self.name
    }

    /// The place in the central directory, counted from 0.
    pub const fn ordinal(&self) -> u32 {
        self.ordinal
    }

    /// How the content is held.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The content's size in bytes.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// How many bytes of the archive hold the content.
    pub const fn compressed_size(&self) -> u64 {
        self.compressed
    }

    /// The content's CRC-32.
    pub const fn crc32(&self) -> u32 {
        self.crc32
    }
}

/// How an entry's content is held.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::{Archive, Method}, limits::Limits};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
/// // The manifest comes first and stored, so that it can be found with bare hands.
/// assert_eq!(archive.entries()[0].method(), Method::Stored);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// As it is (method 0).
    Stored,
    /// Deflated (method 8, RFC 1951).
    Deflated,
}

/// How wide the sizes in a data descriptor are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DescriptorWidth {
    Four,
    Eight,
}

/// Fills `buffer` from `offset` of the source.
fn read_at(source: &mut (impl Read + Seek), offset: u64, buffer: &mut [u8]) -> io::Result<()> {
    source.seek(SeekFrom::Start(offset))?;
    source.read_exact(buffer)
}
