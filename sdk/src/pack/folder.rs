//! A working folder: the files that become a package, on disk or in memory.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use crate::{
    error::Error,
    finding::Finding,
    json::Position,
    package::{digest::Measured, limits::Limits, name::PaperExtension},
    report::place::place_in,
};

use super::fault::{FileFault, FolderFault, FolderFile};

/// The files of a working folder.
#[derive(Debug, Default)]
pub struct WorkingFolder {
    /// By the path from the folder, with slashes.
    files: BTreeMap<String, Source>,
}

/// Where a file's bytes are.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// In memory.
    Memory(Vec<u8>),
    /// On disk.
    Disk(PathBuf),
}

impl WorkingFolder {
    /// Looks at what the folder at `path` holds; the files are read when they are packed. Files whose names begin
    /// with a point are passed over.
    ///
    /// # Errors
    /// [`ErrorKind::Read`](crate::ErrorKind::Read) where the folder cannot be read,
    /// [`ErrorKind::WorkingFolder`](crate::ErrorKind::WorkingFolder) where something in it is no plain file.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let mut files = BTreeMap::new();
        for name in [PACKING, APPLICATION] {
            let path = path.join(name);
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_file() => {
                    files.insert(name.to_owned(), Source::Disk(path));
                }
                Ok(_) => return Err(Error::working_folder(role(name, 0), FileFault::NotAFile)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(Error::read(error)),
            }
        }
        for folder in [CONSENTS, RECEIPTS, DOCUMENTS] {
            list(path, folder, &mut files)?;
        }
        Ok(Self { files })
    }

    /// A working folder in memory: paths with slashes, such as `receipts/first.json`, and contents. Files that
    /// have no role in a working folder are passed over.
    pub fn of_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let has_role = |path: &String| match path.split_once('/') {
            None => path == PACKING || path == APPLICATION,
            Some((folder, file)) => {
                [CONSENTS, RECEIPTS, DOCUMENTS].contains(&folder) && !file.contains('/') && !is_hidden(file)
            }
        };
        let files = files.into_iter().filter(|(path, _)| has_role(path));
        Self { files: files.map(|(path, bytes)| (path, Source::Memory(bytes))).collect() }
    }

    /// The files of one folder, by name.
    pub(super) fn files_in(&self, folder: &str) -> impl Iterator<Item = (&str, &Source)> {
        self.files.iter().filter_map(move |(path, source)| {
            let file = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((file, source))
        })
    }

    /// One file.
    pub(super) fn file(&self, path: &str) -> Option<&Source> {
        self.files.get(path)
    }
}

impl Source {
    /// The bytes, of which there may be `limit`.
    pub(super) fn read(&self, limit: u64, file: FolderFile) -> Result<Cow<'_, [u8]>, Error> {
        let bytes = match self {
            Self::Memory(bytes) => Cow::Borrowed(bytes.as_slice()),
            Self::Disk(path) => {
                let mut bytes = Vec::new();
                let opened = File::open(path).map_err(Error::read)?;
                opened.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(Error::read)?;
                Cow::Owned(bytes)
            }
        };
        if bytes.len() as u64 > limit {
            return Err(Error::working_folder(file, FileFault::TooLarge));
        }
        Ok(bytes)
    }

    /// Size and digests, without holding the bytes.
    pub(super) fn measure(&self, limits: &Limits, file: FolderFile) -> Result<Measured, Error> {
        let measured = match self {
            Self::Memory(bytes) => Measured::of(bytes),
            Self::Disk(path) => {
                let opened = File::open(path).map_err(Error::read)?;
                Measured::of_stream(opened.take(limits.paper.saturating_add(1))).map_err(Error::read)?
            }
        };
        if measured.size > limits.paper {
            return Err(Error::working_folder(file, FileFault::TooLarge));
        }
        Ok(measured)
    }
}

impl Error {
    /// A working folder cannot be packed for what one of its files is.
    pub(super) fn working_folder(file: FolderFile, fault: FileFault) -> Self {
        Self::working_folder_is(FolderFault { file, fault, position: None, findings: Vec::new() })
    }

    /// The same, for a paper of which `packing.json` speaks at `position`.
    pub(super) fn listed(index: usize, fault: FileFault, position: Option<Position>) -> Self {
        let file = FolderFile::Listed(index + 1);
        Self::working_folder_is(FolderFault { file, fault, position, findings: Vec::new() })
    }

    /// The same, for a file with these `bytes`, of which `findings` say what is wrong.
    pub(super) fn ill_formed(
        file: FolderFile,
        fault: FileFault,
        findings: Vec<Finding>,
        bytes: &[u8],
    ) -> Self {
        let findings = place_in(findings, bytes);
        Self::working_folder_is(FolderFault { file, fault, position: None, findings })
    }
}

fn list(root: &Path, folder: &'static str, files: &mut BTreeMap<String, Source>) -> Result<(), Error> {
    let items = match fs::read_dir(root.join(folder)) {
        Ok(items) => items,
        // A case without papers needs no folder for them.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::read(error)),
    };
    let mut found = Vec::new();
    for item in items {
        let item = item.map_err(Error::read)?;
        let is_file = item.file_type().map_err(Error::read)?.is_file();
        // What is no Unicode cannot be listed in packing.json; it is told as a file that is not.
        let name = item.file_name().to_string_lossy().into_owned();
        if !is_hidden(&name) {
            found.push((name, item.path(), is_file));
        }
    }
    found.sort();
    for (index, (name, path, is_file)) in found.into_iter().enumerate() {
        if !is_file {
            return Err(Error::working_folder(role(folder, index + 1), FileFault::NotAFile));
        }
        files.insert(format!("{folder}/{name}"), Source::Disk(path));
    }
    Ok(())
}

/// What the file `number` of a folder, or a file by itself, is in a working folder.
fn role(place: &str, number: usize) -> FolderFile {
    match place {
        APPLICATION => FolderFile::Application,
        CONSENTS => FolderFile::Consent(number),
        RECEIPTS => FolderFile::Receipt(number),
        DOCUMENTS => FolderFile::Document(number),
        _ => FolderFile::Packing,
    }
}

/// The ending of a paper's file name; cameras and scanners write it in various ways.
pub(super) fn paper_extension(file: &str) -> Option<PaperExtension> {
    let (_, ending) = file.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "jpeg" => Some(PaperExtension::Jpg),
        ending => PaperExtension::parse(ending),
    }
}

fn is_hidden(file: &str) -> bool {
    file.starts_with('.')
}

pub(super) const PACKING: &str = "packing.json";
pub(super) const APPLICATION: &str = "application.json";
pub(super) const CONSENTS: &str = "consents";
pub(super) const RECEIPTS: &str = "receipts";
pub(super) const DOCUMENTS: &str = "documents";
