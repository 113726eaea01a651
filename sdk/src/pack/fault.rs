//! What a working folder lacks or has too much. Files are told by their role and number: a file's name can name
//! the child.

use std::fmt;

use crate::{json::Position, report::place::PlacedFinding, text::Lang};

/// Why a working folder cannot be packed: which file, and what about it.
#[derive(Clone, Debug)]
pub struct FolderFault {
    /// The file.
    pub file: FolderFile,
    /// What is wrong with it.
    pub fault: FileFault,
    /// Where `packing.json` speaks of the file, where it does.
    pub position: Option<Position>,
    /// Why the file cannot be read or is not what belongs there, place by place; the words are those of rules.
    pub findings: Vec<PlacedFinding>,
}

/// A file of a working folder by its role. Numbers count from 1, in the order of the names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderFile {
    /// `packing.json`.
    Packing,
    /// `application.json`.
    Application,
    /// A file in `consents`.
    Consent(usize),
    /// A file in `receipts`.
    Receipt(usize),
    /// A file in `documents`.
    Document(usize),
    /// A member of the list `documents` in `packing.json`, in the order of the list.
    Listed(usize),
}

/// What is wrong with a file of a working folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is not there.
    Missing,
    /// It is a folder, a link or something else that is no plain file.
    NotAFile,
    /// It is larger than a package may hold.
    TooLarge,
    /// It is not JSON as the standard wants it.
    NotJson,
    /// It is JSON and no `packing.json`.
    NotPacking,
    /// It is another document than the place it lies in says.
    OtherDocument,
    /// It has no id of the standard's form.
    NoId,
    /// Another file has the same id or is the same file.
    Repeated,
    /// It is in `documents`, and `packing.json` does not list it.
    NotListed,
    /// Its name has none of the endings that papers have.
    UnknownEnding,
    /// It says no package id, and none was given otherwise.
    NoPackageId,
    /// It says no time of packing, and none was given otherwise.
    NoCreationTime,
}

impl std::error::Error for FolderFault {}

impl fmt::Display for FolderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.file, self.fault)?;
        if let Some(Position { line, column }) = self.position {
            write!(f, " (line {line}, column {column})")?;
        }
        for placed in &self.findings {
            let message = placed.finding.message(Lang::En);
            match placed.position {
                Some(Position { line, column }) => write!(f, "; line {line}, column {column}: {message}")?,
                None => write!(f, "; {message}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for FolderFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Packing => f.write_str("packing.json"),
            Self::Application => f.write_str("application.json"),
            Self::Consent(number) => write!(f, "file {number} in consents/"),
            Self::Receipt(number) => write!(f, "file {number} in receipts/"),
            Self::Document(number) => write!(f, "file {number} in documents/"),
            Self::Listed(number) => write!(f, "paper {number} listed in packing.json"),
        }
    }
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is not there",
            Self::NotAFile => "is not a plain file",
            Self::TooLarge => "is larger than a package may hold",
            Self::NotJson => "is not sound json",
            Self::NotPacking => "has something in it that does not belong there",
            Self::OtherDocument => "is another document than its place says",
            Self::NoId => "has no id of its own",
            Self::Repeated => "has the same id as another, or is listed twice",
            Self::NotListed => "is not listed in packing.json",
            Self::UnknownEnding => "does not end in .pdf, .jpg, .png, .ofd or .xml",
            Self::NoPackageId => "gives no package id",
            Self::NoCreationTime => "gives no time of packing",
        })
    }
}
