//! Writes packages: always the same bytes for the same input.
//!
//! `manifest.json` comes first and stored, then the other entries in the order of [`EntryName`]. JSON and XML are
//! deflated where that makes them smaller, papers are stored: they are compressed already. Every entry has the
//! time 1980-01-01 00:00, and no header needs patching, so the output may be a pipe.

use std::io::{self, Read, Seek, Write};

use flate2::{Compression, write::DeflateEncoder};
use thiserror::Error;

use super::{
    archive::{Archive, Entry, Method},
    digest::{Measured, copy_measured},
    fault::OpenError,
    limits::Limits,
    name::{EntryName, PaperExtension},
};

/// Writes one package to `out`, which is to be empty.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::Archive, digest::Measured, limits::Limits, name::EntryName, writer::PackageWriter};
///
/// let record: EntryName = "records/019a0000-0000-7000-8000-000000000100.json".parse()?;
/// let paper = |last: u8| format!("documents/019a0000-0000-7000-8000-00000000016{last}.pdf").parse::<EntryName>();
/// let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
/// writer.add_bytes(EntryName::Manifest, b"{}")?;
/// writer.add_bytes(record, b"{}")?;
/// writer.add_paper(paper(0)?, Cursor::new(b"%PDF-1.7"))?;
/// // Of a paper that was measured before, the manifest holds the digest already.
/// let measured = Measured::of(b"%PDF-1.4");
/// writer.add_measured(paper(1)?, &measured, b"%PDF-1.4".as_slice())?;
/// let package = writer.finish()?;
/// assert_eq!(Archive::open(Cursor::new(package), &Limits::STANDARD)?.entries().len(), 4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PackageWriter<W> {
    out: W,
    limits: Limits,
    position: u64,
    total: u64,
    listed: Vec<Listed>,
    broken: bool,
}

/// Why a package could not be written. What was written before is not a package and is to be thrown away.
///
/// ```
/// use tongzhou::package::{limits::Limits, name::EntryName, writer::{PackageWriter, WriteError}};
///
/// let record: EntryName = "records/019a0000-0000-7000-8000-000000000100.json".parse()?;
/// let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
/// // The manifest comes first.
/// assert!(matches!(writer.add_bytes(record, b"{}"), Err(WriteError::OutOfOrder)));
/// # Ok::<(), tongzhou::package::fault::FaultKind>(())
/// ```
#[derive(Debug, Error)]
pub enum WriteError {
    /// The output or a source failed.
    #[error("the package could not be written")]
    Io(#[from] io::Error),
    /// The manifest was not the first entry, or a name did not come after the one before it.
    #[error("entries must be added once each, the manifest first, in the order of their names")]
    OutOfOrder,
    /// A bound of [`Limits`] would be passed, so that no reader would accept the package.
    #[error("the package would be larger than allowed")]
    TooLarge,
    /// A source gave other bytes when it was read the second time.
    #[error("a source changed while it was being packed")]
    SourceChanged,
    /// An earlier error left the package incomplete.
    #[error("the package was given up after an earlier error")]
    GivenUp,
}

impl<W: Write> PackageWriter<W> {
    /// A writer that holds to `limits`, which are those of the readers it writes for.
    pub fn new(out: W, limits: &Limits) -> Self {
        Self { out, limits: *limits, position: 0, total: 0, listed: Vec::new(), broken: false }
    }

    /// Adds an entry from memory and tells what the manifest will say of it.
    ///
    /// # Errors
    ///
    /// See [`WriteError`].
    pub fn add_bytes(&mut self, name: EntryName, content: &[u8]) -> Result<Measured, WriteError> {
        let measured = Measured::of(content);
        let deflated = if is_compressible(&name) { deflate(content)? } else { None };
        // A ratio that readers refuse as a bomb is avoided by storing.
        let deflated =
            deflated.filter(|bytes| !self.limits.explodes(bytes.len() as u64, content.len() as u64));
        let (method, bytes) = match &deflated {
            Some(bytes) => (Method::Deflated, bytes.as_slice()),
            None => (Method::Stored, content),
        };
        self.begin(name, method, &measured, bytes.len() as u64)?;
        self.guarded(|writer| Ok(writer.out.write_all(bytes)?))?;
        Ok(measured)
    }

    /// Adds a paper, read twice: once to measure it, once to store it.
    ///
    /// # Errors
    ///
    /// See [`WriteError`].
    pub fn add_paper(
        &mut self,
        name: EntryName,
        mut content: impl Read + Seek,
    ) -> Result<Measured, WriteError> {
        let begin = content.stream_position()?;
        let measured = Measured::of_stream((&mut content).take(self.limits.of(&name).saturating_add(1)))?;
        content.seek(io::SeekFrom::Start(begin))?;
        self.add_measured(name, &measured, content)?;
        Ok(measured)
    }

    /// Stores an entry that was measured before, which is how papers are packed whose digests the manifest holds.
    ///
    /// # Errors
    ///
    /// See [`WriteError`]; [`WriteError::SourceChanged`] where `content` is not what was measured.
    pub fn add_measured(
        &mut self,
        name: EntryName,
        measured: &Measured,
        content: impl Read,
    ) -> Result<(), WriteError> {
        self.begin(name, Method::Stored, measured, measured.size)?;
        self.guarded(|writer| {
            let mut content = content.take(measured.size.saturating_add(1));
            let copied = copy_measured(&mut content, &mut writer.out)?;
            if copied == *measured { Ok(()) } else { Err(WriteError::SourceChanged) }
        })
    }

    /// Copies an entry of another package, byte for byte in its compressed form too; its content is verified on the
    /// way, and must be what `measured` says.
    ///
    /// ```
    /// use std::io::Cursor;
    /// use tongzhou::package::{archive::Archive, limits::Limits, name::EntryName, writer::PackageWriter};
    ///
    /// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
    /// // What a member passes on: another manifest, and one record as it came.
    /// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
    /// let record = archive.entries()[1];
    /// let measured = archive.read(&record, &mut std::io::sink())?;
    /// let mut writer = PackageWriter::new(Vec::new(), &Limits::STANDARD);
    /// writer.add_bytes(EntryName::Manifest, b"{}")?;
    /// writer.copy(&mut archive, &record, &measured)?;
    /// writer.finish()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// See [`WriteError`]; [`WriteError::SourceChanged`] where the content is not what was measured. A
    /// [`Fault`](super::fault::Fault) of the other package comes inside [`WriteError::Io`].
    pub fn copy<R: Read + Seek>(
        &mut self,
        archive: &mut Archive<R>,
        entry: &Entry,
        measured: &Measured,
    ) -> Result<(), WriteError> {
        if entry.method() == Method::Stored {
            return self.add_measured(entry.name(), measured, archive.reader(entry));
        }
        let found = archive.read(entry, &mut io::sink()).map_err(|error| match error {
            OpenError::Io(error) => error,
            OpenError::Refused(fault) => io::Error::other(fault),
        })?;
        if found != *measured {
            return Err(WriteError::SourceChanged);
        }
        self.begin(entry.name(), Method::Deflated, measured, entry.compressed_size())?;
        self.guarded(|writer| {
            let copied = io::copy(&mut archive.held(entry)?, &mut writer.out)?;
            if copied == entry.compressed_size() { Ok(()) } else { Err(WriteError::SourceChanged) }
        })
    }

    /// Writes the central directory and gives the output back, flushed.
    ///
    /// # Errors
    ///
    /// See [`WriteError`].
    pub fn finish(mut self) -> Result<W, WriteError> {
        if self.broken {
            return Err(WriteError::GivenUp);
        }
        let mut directory = Vec::new();
        for listed in &self.listed {
            listed.write_central(&mut directory);
        }
        let records = u16::try_from(self.listed.len()).map_err(|_| WriteError::TooLarge)?;
        let (size, offset) = (narrow(directory.len() as u64)?, narrow(self.position)?);
        let fits = u64::from(size) <= self.limits.directory
            && self.position + u64::from(size) + END_SIZE <= self.limits.archive;
        if !fits {
            return Err(WriteError::TooLarge);
        }
        directory.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        directory.extend_from_slice(&records.to_le_bytes());
        directory.extend_from_slice(&records.to_le_bytes());
        directory.extend_from_slice(&size.to_le_bytes());
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(&[0, 0]);
        self.out.write_all(&directory)?;
        self.out.flush()?;
        Ok(self.out)
    }

    /// Writes the local header, once order and limits allow the entry.
    fn begin(
        &mut self,
        name: EntryName,
        method: Method,
        measured: &Measured,
        compressed: u64,
    ) -> Result<(), WriteError> {
        if self.broken {
            return Err(WriteError::GivenUp);
        }
        let in_order = match self.listed.last() {
            None => name == EntryName::Manifest,
            Some(last) => last.name < name && !last.is_same_paper(&name),
        };
        if !in_order {
            return Err(WriteError::OutOfOrder);
        }
        let listed = Listed {
            name,
            method,
            crc32: measured.crc32,
            compressed: narrow(compressed)?,
            size: narrow(measured.size)?,
            local: narrow(self.position)?,
        };
        let header = listed.local_header();
        let position = self.position.saturating_add(header.len() as u64).saturating_add(compressed);
        let total = self.total.saturating_add(measured.size);
        if measured.size > self.limits.of(&name)
            || total > self.limits.total
            || position > self.limits.archive
            || self.listed.len() as u64 >= self.limits.entries
        {
            return Err(WriteError::TooLarge);
        }
        (self.position, self.total) = (position, total);
        self.listed.push(listed);
        self.guarded(|writer| Ok(writer.out.write_all(&header)?))
    }

    /// Remembers that the output is useless after an error in the midst of an entry.
    fn guarded(&mut self, write: impl FnOnce(&mut Self) -> Result<(), WriteError>) -> Result<(), WriteError> {
        let written = write(self);
        self.broken |= written.is_err();
        written
    }
}

/// An entry as the central directory will list it.
struct Listed {
    name: EntryName,
    method: Method,
    crc32: u32,
    compressed: u32,
    size: u32,
    local: u32,
}

impl Listed {
    fn is_same_paper(&self, name: &EntryName) -> bool {
        match (self.name, name) {
            (EntryName::Document { id, .. }, EntryName::Document { id: other, .. }) => id == *other,
            _ => false,
        }
    }

    fn local_header(&self) -> Vec<u8> {
        let name = self.name.to_string();
        let mut bytes = b"PK\x03\x04".to_vec();
        self.write_shared(&name, &mut bytes);
        bytes.extend_from_slice(name.as_bytes());
        bytes
    }

    fn write_central(&self, bytes: &mut Vec<u8>) {
        let name = self.name.to_string();
        bytes.extend_from_slice(b"PK\x01\x02");
        bytes.extend_from_slice(&MADE_BY.to_le_bytes());
        self.write_shared(&name, bytes);
        // No comment, first disk, content not declared as text.
        bytes.extend_from_slice(&[0; 6]);
        bytes.extend_from_slice(&ATTRIBUTES.to_le_bytes());
        bytes.extend_from_slice(&self.local.to_le_bytes());
        bytes.extend_from_slice(name.as_bytes());
    }

    /// The fields that both headers have, from the version needed to the length of the extra fields.
    fn write_shared(&self, name: &str, bytes: &mut Vec<u8>) {
        let method: u16 = match self.method {
            Method::Stored => 0,
            Method::Deflated => 8,
        };
        let name = u16::try_from(name.len()).unwrap_or(u16::MAX);
        for field in [NEEDED, FLAGS, method, TIME, DATE] {
            bytes.extend_from_slice(&field.to_le_bytes());
        }
        for field in [self.crc32, self.compressed, self.size] {
            bytes.extend_from_slice(&field.to_le_bytes());
        }
        bytes.extend_from_slice(&name.to_le_bytes());
        bytes.extend_from_slice(&[0, 0]);
    }
}

/// Stored are the manifest, so that it can be seen without tools, and what is compressed already.
const fn is_compressible(name: &EntryName) -> bool {
    match name {
        EntryName::Manifest => false,
        EntryName::Record(_) | EntryName::Receipt(_) | EntryName::Signature(_) => true,
        EntryName::Document { extension, .. } => match extension {
            PaperExtension::Xml => true,
            PaperExtension::Pdf | PaperExtension::Jpg | PaperExtension::Png | PaperExtension::Ofd => false,
        },
    }
}

/// The deflated bytes, where they are fewer.
fn deflate(content: &[u8]) -> io::Result<Option<Vec<u8>>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content)?;
    let deflated = encoder.finish()?;
    Ok((deflated.len() < content.len()).then_some(deflated))
}

fn narrow(number: u64) -> Result<u32, WriteError> {
    // The greatest number means "see zip64" and is not available.
    u32::try_from(number).ok().filter(|number| *number < u32::MAX).ok_or(WriteError::TooLarge)
}

/// Unix, version 2.0 of the format.
const MADE_BY: u16 = 3 << 8 | 20;
const NEEDED: u16 = 20;
const FLAGS: u16 = 0;
const TIME: u16 = 0;
/// 1980-01-01, the first day there is.
const DATE: u16 = 1 << 5 | 1;
/// A regular file that its owner may write and all may read.
const ATTRIBUTES: u32 = 0o100_644 << 16;
const END_SIZE: u64 = 22;
