//! What there is to check: files found, opened and cut into pieces that fit into memory.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use tongzhou::{
    code::{Code, lists::DocumentType},
    json,
    limits::Limits,
    sealing::is_sealed,
};

use crate::speech::What;

/// What a path turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One JSON document.
    Document,
    /// A package.
    Package,
    /// One JSON document a line.
    Lines,
}

/// What a file is: lines by its name, a package by its first bytes or name, else a document.
pub(crate) fn kind_of(path: &Path) -> io::Result<Kind> {
    if has_lines(path) {
        return Ok(Kind::Lines);
    }
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let mut magic = [0; MAGIC];
    let mut file = File::open(path)?;
    let mut filled = 0;
    while let Some(rest) = magic.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest)? {
            0 => break,
            more => filled += more,
        }
    }
    let zip = is_archive(&magic) || extension.eq_ignore_ascii_case("tzpkg");
    Ok(if zip { Kind::Package } else { Kind::Document })
}

/// The type that a document says it is of, if the standard knows it.
pub(crate) fn type_of(document: &[u8]) -> Option<DocumentType> {
    let text = json::text_of(document).ok()?;
    DocumentType::from_code(&json::text_member(text, "documentType")?)
}

/// Whether a path stands for standard input.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether these bytes begin as an archive does, or as a sealed one.
pub(crate) fn is_archive(beginning: &[u8]) -> bool {
    beginning.starts_with(b"PK") || is_sealed(beginning)
}

/// Whether a file has one document a line, which its name says.
pub(crate) fn has_lines(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    ["ndjson", "jsonl"].iter().any(|lines| extension.eq_ignore_ascii_case(lines))
}

/// The endings of the files in a folder that are checked.
const CHECKED: [&str; 5] = [".json", ".tzpkg", ".ndjson", ".jsonl", ".tzpkg.age"];

/// The endings of files that lie beside directories and keys, and are no documents.
const BESIDE: [&str; 2] = [".jws.json", ".pub.json"];

/// How many bytes tell what a file is.
const MAGIC: usize = 64;

/// The files to check: each path as it is, and for a folder every document, package and file of lines below it,
/// in the order of their names.
pub(crate) fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, (PathBuf, io::Error)> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            below(path, &mut files)?;
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn below(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), (PathBuf, io::Error)> {
    let fault = |error| (folder.to_owned(), error);
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        // Links are not followed: a link may lead back up, and a folder is then never done.
        entries.push((entry.path(), entry.file_type().map_err(fault)?));
    }
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    for (path, file_type) in entries {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_ascii_lowercase();
        if file_type.is_dir() {
            below(&path, files)?;
        } else if path.ends_with(PACKING) || BESIDE.iter().any(|ending| name.ends_with(ending)) {
            // No document of the standard: it says how a working folder is packed, or belongs to what lies beside it.
        } else if file_type.is_file() && CHECKED.iter().any(|ending| name.ends_with(ending)) {
            files.push(path);
        }
    }
    Ok(())
}

/// One whole input, up to one byte more than `limit`, so that whoever checks it sees that it is too long.
pub(crate) fn read_up_to(source: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A whole file, which is refused where it is larger than `limit`: no file of its kind is.
pub(crate) fn file_up_to(path: &Path, limit: usize) -> Result<Vec<u8>, What> {
    let read = || read_up_to(File::open(path)?, limit);
    match read() {
        Ok(bytes) if bytes.len() > limit => Err(What::TooLarge(path.to_owned(), limit)),
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(What::Read(path.to_owned(), error)),
    }
}

/// A whole file that may be one document.
pub(crate) fn document(path: &Path) -> Result<Vec<u8>, What> {
    file_up_to(path, Limits::default().document_bytes)
}

/// What comes on standard input, whole: a package is read from its end, for which it is kept in memory and not in
/// a file that others may find. No more is taken than a document or a package may have, and one byte.
pub(crate) fn standard(mut source: impl Read, limits: &Limits) -> io::Result<Vec<u8>> {
    let mut bytes = read_up_to(&mut source, 1)?;
    // A document begins otherwise than a sealed package, whose first letters these are.
    let limit = if is_archive(&bytes) || bytes == b"ag" {
        usize::try_from(limits.package.archive).unwrap_or(usize::MAX - 1)
    } else {
        limits.document_bytes
    };
    let more = limit.saturating_sub(bytes.len());
    bytes.extend(read_up_to(source, more)?);
    Ok(bytes)
}

/// Some lines of a file, read together.
#[derive(Debug)]
pub(crate) struct Block {
    /// The number of the first line, counted from 1.
    pub(crate) first_line: usize,
    /// Whole lines, each with its newline except perhaps the last. A line beyond the limit is cut to one byte
    /// more than the limit.
    pub(crate) bytes: Vec<u8>,
}

/// Cuts a file of lines into blocks of about a megabyte. Memory is bounded by that and the limit of a line.
pub(crate) struct Blocks<R> {
    source: BufReader<R>,
    next_line: usize,
    line_limit: usize,
}

impl<R: Read> Blocks<R> {
    /// The blocks of `source`, none of whose lines is taken beyond `line_limit` and one byte.
    pub(crate) fn new(source: R, line_limit: usize) -> Self {
        Self { source: BufReader::with_capacity(256 << 10, source), next_line: 1, line_limit }
    }

    /// Takes one line into `bytes`; false at the end of the source.
    fn line(&mut self, bytes: &mut Vec<u8>) -> io::Result<bool> {
        let start = bytes.len();
        loop {
            let available = self.source.fill_buf()?;
            if available.is_empty() {
                return Ok(bytes.len() > start);
            }
            let newline = memchr::memchr(b'\n', available);
            let taken = newline.map_or(available.len(), |at| at + 1);
            let room = (self.line_limit + 1).saturating_sub(bytes.len() - start);
            let content = newline.unwrap_or(available.len());
            bytes.extend_from_slice(available.get(..content.min(room)).unwrap_or_default());
            self.source.consume(taken);
            if newline.is_some() {
                bytes.push(b'\n');
                return Ok(true);
            }
        }
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = io::Result<Block>;

    fn next(&mut self) -> Option<Self::Item> {
        let first_line = self.next_line;
        let mut bytes = Vec::with_capacity(BLOCK + (64 << 10));
        while bytes.len() < BLOCK {
            match self.line(&mut bytes) {
                Ok(true) => self.next_line += 1,
                Ok(false) => break,
                Err(error) => return Some(Err(error)),
            }
        }
        (!bytes.is_empty()).then_some(Ok(Block { first_line, bytes }))
    }
}

/// What says how a working folder is packed; no document of the standard.
pub(crate) const PACKING: &str = "packing.json";

/// How many bytes of lines are checked together.
const BLOCK: usize = 1 << 20;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn of_standard_input_no_more_is_taken_than_may_be_there() {
        let mut limits = Limits { document_bytes: 10, ..Limits::default() };
        limits.package.archive = 20;
        for (begins, length, taken) in [
            (&b"PK"[..], 15, 15),
            (b"PK", 20, 20),
            (b"PK", 100, 21),
            (b"{ ", 9, 9),
            (b"{ ", 10, 10),
            (b"{ ", 100, 11),
            (b"{", 0, 0),
            (b"P", 1, 1),
        ] {
            let source = begins.iter().copied().chain(std::iter::repeat(b' ')).take(length);
            let source: Vec<u8> = source.collect();
            let read = standard(source.as_slice(), &limits).unwrap();
            assert_eq!(read, source.get(..taken).unwrap(), "{length}");
        }
    }
}
