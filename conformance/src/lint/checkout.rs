//! The files of a checkout that the checks read, all of them read once.

use std::{
    collections::BTreeMap,
    io,
    path::{Path, PathBuf},
    sync::{LazyLock, OnceLock},
};

use serde_json::Value;
use thiserror::Error;
use tongzhou::json::{Position, locate};

use crate::{evidence::Evidence, repository::Repository, trace::Trace};

/// A checkout of the standard's repository.
#[derive(Clone, Debug)]
pub struct Checkout {
    repository: Repository,
    files: BTreeMap<String, Vec<u8>>,
    trace: OnceLock<Option<Trace>>,
}

/// Why there is nothing that could be checked.
#[derive(Debug, Error)]
pub enum CheckoutError {
    /// The folder is no checkout of the standard.
    #[error("there is no standard here: {0} is missing")]
    NoStandard(&'static str),
    /// A file or folder cannot be read.
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, #[source] io::Error),
}

/// A published schema.
pub(super) struct Schema<'c> {
    pub(super) path: &'c str,
    /// The version that its folder names.
    pub(super) version: &'c str,
    /// The document type that its file names.
    pub(super) name: &'c str,
    pub(super) text: &'c str,
    pub(super) value: Value,
}

impl Checkout {
    /// Reads the checkout at `root`.
    ///
    /// # Errors
    /// Where it is none, or a file cannot be read.
    pub fn open(root: &Path) -> Result<Self, CheckoutError> {
        for part in PARTS {
            if !root.join(part).is_dir() {
                return Err(CheckoutError::NoStandard(part));
            }
        }
        let repository = Repository::at(root);
        let mut files = BTreeMap::new();
        for (folder, endings) in FOLDERS {
            let read = repository.files(folder, endings);
            files.extend(read.map_err(|error| CheckoutError::Io(root.join(folder), error))?);
        }
        for name in AT_TOP {
            match std::fs::read(root.join(name)) {
                Ok(bytes) => drop(files.insert((*name).to_owned(), bytes)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(CheckoutError::Io(root.join(name), error)),
            }
        }
        Ok(Self { repository, files, trace: OnceLock::new() })
    }

    /// The requirements with what covers them, where the rules cite so; nothing where a source cannot be read.
    pub(super) fn trace(&self, citations: impl FnOnce() -> Vec<(String, String)>) -> Option<&Trace> {
        let trace = || {
            let trace = Trace::cited(&self.repository, citations()).ok()?;
            Some(trace.with(shipped()?))
        };
        self.trace.get_or_init(trace).as_ref()
    }

    /// A path of the checkout on this machine.
    pub(super) fn path(&self, file: &str) -> PathBuf {
        self.repository.path(file)
    }

    /// The bytes of every file under a folder, by path.
    pub(super) fn files<'c>(&'c self, folder: &'c str) -> impl Iterator<Item = (&'c str, &'c [u8])> + Clone {
        self.files
            .range(folder.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(folder))
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The texts under a folder whose names end so. What is no text is told by a check of its own.
    pub(super) fn texts<'c>(
        &'c self,
        folder: &'c str,
        ending: &'c str,
    ) -> impl Iterator<Item = (&'c str, &'c str)> + Clone {
        self.files(folder)
            .filter(move |(path, _)| path.ends_with(ending))
            .filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)))
    }

    /// The text of a file.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        std::str::from_utf8(self.files.get(path)?).ok()
    }

    /// Whether there is such a file among those that are read.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The schemas of every version. What is no JSON is told by a check of its own.
    pub(super) fn schemas(&self) -> impl Iterator<Item = Schema<'_>> {
        self.texts("schema/v", ".schema.json").filter_map(|(path, text)| {
            let (version, file) = path.strip_prefix("schema/v")?.split_once('/')?;
            let name = file.strip_suffix(".schema.json").filter(|name| !name.contains('/'))?;
            Some(Schema { path, version, name, text, value: serde_json::from_str(text).ok()? })
        })
    }
}

/// The line of a JSON text where the value of a pointer stands.
pub(super) fn line_of(text: &str, pointer: &str) -> Option<usize> {
    let found = locate(text, &[pointer]).pop().flatten()?;
    let start = found.name.map_or(found.value.start, |name| name.start);
    Some(Position::of(text.as_bytes(), start).line)
}

/// The first line that holds a text.
pub(super) fn line_with(text: &str, part: &str) -> Option<usize> {
    (1..).zip(text.lines()).find(|(_, line)| line.contains(part)).map(|(number, _)| number)
}

/// A step of a JSON Pointer (RFC 6901).
pub(super) fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// What this suite shows, worked out once: it is the same for every checkout.
fn shipped() -> Option<Evidence> {
    static SHIPPED: LazyLock<Option<Evidence>> = LazyLock::new(|| Evidence::shipped().ok());
    SHIPPED.clone()
}

/// What makes a folder a checkout.
const PARTS: &[&str] = &["schema/codelists", "docs/spec", "conformance/vectors/rules"];

/// The folders that are read, and the endings of the files.
const FOLDERS: &[(&str, &[&str])] = &[
    ("docs", &[".md", ".json"]),
    ("schema", &[".md", ".json", ".tzpkg", ".pdf", ".jpg", ".png", ".ofd", ".xml"]),
    ("schema/codelists", &[".csv"]),
    ("conformance", &[".md", ".csv"]),
    ("conformance/vectors/rules", &[".json"]),
    ("cli", &[".md"]),
    ("sdk", &[".md"]),
];

/// The files of the root that are read.
const AT_TOP: &[&str] = &["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"];
