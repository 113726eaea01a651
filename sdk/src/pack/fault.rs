//! What a working folder lacks or has too much. Files are told by their role and number: a file's name can name
//! the child.

use std::fmt;

use crate::{
    code::lists::DocumentType,
    error::Error,
    finding::Finding,
    json::Position,
    report::place::{PlacedFinding, place_in},
    text::Lang,
};

/// Everything that keeps a working folder from being packed; there is at least one fault.
///
/// ```
/// use std::error::Error as _;
/// use tongzhou::pack::{Options, Plan, WorkingFolder, fault::{FileFault, FolderFaults, FolderFile}};
///
/// let error = Plan::of(&WorkingFolder::default(), &Options::default()).expect_err("it is empty");
/// let faults = error.source().and_then(|source| source.downcast_ref::<FolderFaults>()).expect("faults of the folder");
/// assert_eq!((faults.faults[0].file, faults.faults[0].fault), (FolderFile::Packing, FileFault::Missing));
/// ```
#[derive(Clone, Debug)]
pub struct FolderFaults {
    /// The faults: of `packing.json`, of the documents, of the papers.
    pub faults: Vec<FolderFault>,
}

/// What keeps a working folder from being packed: which file, and what about it.
///
/// ```
/// use std::error::Error as _;
/// use tongzhou::pack::{Options, Plan, WorkingFolder, fault::FolderFaults};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let case = |name: &str| {
/// #     let start = format!("{name}/");
/// #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
/// #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
/// #     files.collect::<Vec<_>>()
/// # };
/// let mut files = case("emergency");
/// files.push(("documents/scan.bmp".to_owned(), b"BM".to_vec()));
/// let error = Plan::of(&WorkingFolder::of_files(files), &Options::default()).expect_err("an unlisted scan");
/// let faults = error.source().and_then(|source| source.downcast_ref::<FolderFaults>()).ok_or("no faults")?;
/// // The file's own name, which may name the child, is not told.
/// assert_eq!(faults.faults[0].to_string(), "file 1 in documents/ (by name) is not listed in packing.json");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
///
/// ```
/// use tongzhou::pack::fault::FolderFile;
///
/// assert_eq!(FolderFile::Receipt(2).to_string(), "file 2 in receipts/ (by name)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderFile {
    /// `packing.json`.
    Packing,
    /// `application.json`.
    Application,
    /// A file in `consents`.
    Consent(usize),
    /// A file in `records`.
    Record(usize),
    /// A file in `receipts`.
    Receipt(usize),
    /// A file in `documents`.
    Document(usize),
    /// A member of the list `documents` in `packing.json`, in the order of the list.
    Listed(usize),
}

/// What is wrong with a file of a working folder.
///
/// ```
/// use tongzhou::{code::lists::DocumentType, pack::fault::FileFault};
///
/// let misplaced = FileFault::OtherDocument(Some(DocumentType::Receipt));
/// assert_eq!(misplaced.to_string(), "is a receipt and belongs in receipts/");
/// ```
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
    /// It is a document of this type, for which its place is none; without a type, no document that has one.
    OtherDocument(Option<DocumentType>),
    /// It is a scan or another paper, where a document belongs.
    IsPaper,
    /// It has no id of the standard's form.
    NoId,
    /// Another file has the same id or is the same file.
    Repeated,
    /// It is in `documents`, and `packing.json` does not list it.
    NotListed,
    /// Its name has none of the endings that papers have.
    UnknownEnding,
    /// The file that it names as `root` is no document of the folder.
    NoRoot,
    /// It says no package id, and none was given otherwise.
    NoPackageId,
    /// It says no time of packing, and none was given otherwise.
    NoCreationTime,
}

impl FolderFault {
    /// Something is wrong with a file as a whole.
    pub(super) fn new(file: FolderFile, fault: FileFault) -> Self {
        Self { file, fault, position: None, findings: Vec::new() }
    }

    /// Something is wrong with a paper, of which `packing.json` speaks at `position`.
    pub(super) fn listed(index: usize, fault: FileFault, position: Option<Position>) -> Self {
        Self { position, ..Self::new(FolderFile::Listed(index + 1), fault) }
    }

    /// A file with these `bytes` cannot be read; `findings` say what is wrong.
    pub(super) fn ill_formed(
        file: FolderFile,
        fault: FileFault,
        findings: Vec<Finding>,
        bytes: &[u8],
    ) -> Self {
        Self { findings: place_in(findings, bytes), ..Self::new(file, fault) }
    }
}

/// Why one file cannot become an entry: for what it is, after which the others are still looked at, or because the
/// job cannot be done.
#[derive(Debug)]
pub(super) enum Stop {
    Fault(Box<FolderFault>),
    Job(Error),
}

impl From<FolderFault> for Stop {
    fn from(fault: FolderFault) -> Self {
        Self::Fault(Box::new(fault))
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Job(error)
    }
}

impl From<Stop> for Error {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Fault(fault) => Self::working_folder_is(FolderFaults { faults: vec![*fault] }),
            Stop::Job(error) => error,
        }
    }
}

impl FolderFaults {
    pub(super) const fn none() -> Self {
        Self { faults: Vec::new() }
    }

    /// Keeps the fault of an outcome; an error of the job is no fault.
    pub(super) fn keep<T>(&mut self, outcome: Result<T, Stop>) -> Result<Option<T>, Error> {
        match outcome {
            Ok(value) => Ok(Some(value)),
            Err(Stop::Fault(fault)) => {
                self.faults.push(*fault);
                Ok(None)
            }
            Err(Stop::Job(error)) => Err(error),
        }
    }
}

impl std::error::Error for FolderFaults {}

impl fmt::Display for FolderFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
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
            Self::Consent(number) => write!(f, "file {number} in consents/ (by name)"),
            Self::Record(number) => write!(f, "file {number} in records/ (by name)"),
            Self::Receipt(number) => write!(f, "file {number} in receipts/ (by name)"),
            Self::Document(number) => write!(f, "file {number} in documents/ (by name)"),
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
            Self::OtherDocument(None) => "says no document type that belongs here",
            Self::OtherDocument(Some(DocumentType::Application)) => {
                "is an application, which is the file application.json"
            }
            Self::OtherDocument(Some(DocumentType::Consent)) => "is a consent and belongs in consents/",
            Self::OtherDocument(Some(DocumentType::Receipt)) => "is a receipt and belongs in receipts/",
            Self::OtherDocument(Some(DocumentType::Manifest)) => {
                "is the manifest of a package, of which packing makes a new one"
            }
            Self::OtherDocument(Some(DocumentType::ValidationReport)) => {
                "is the report of a check, which does not go into a package"
            }
            Self::OtherDocument(Some(DocumentType::Directory)) => {
                "is the member directory, which does not go into a package"
            }
            Self::OtherDocument(Some(_)) => "is another record of the standard and belongs in records/",
            Self::IsPaper => "is a paper and belongs in documents/",
            Self::NoId => "has no id of its own",
            Self::Repeated => "has the same id as another, or is listed twice",
            Self::NotListed => "is not listed in packing.json",
            Self::UnknownEnding => "does not end in .pdf, .jpg, .png, .ofd or .xml",
            Self::NoRoot => "names as root what is no document of the folder",
            Self::NoPackageId => "gives no package id",
            Self::NoCreationTime => "gives no time of packing",
        })
    }
}
