//! Releases: how a version of the standard is frozen, and how a later change to it is noticed.
//!
//! A version lives in `schema/v<version>/`: its schemas and its examples. Releasing it puts the codelists beside them,
//! as they are then, and the list of what the version asks ([`crate::frozen`]), and writes the SHA-256 of every file into
//! [`SUMS`], in the form that `sha256sum -c` reads. From then on the folder never changes. The codelists under
//! `schema/codelists/` and the suite go on growing; what a released version says of a code stays, and what it asks.

mod codelists;
mod sums;

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use serde_json::Value;
use tongzhou::value::StandardVersion;

use self::sums::Sums;
use crate::{
    frozen::{self, FrozenChange, FrozenList, Suite},
    repository::Repository,
    requirement::{self, Requirement},
};

/// The file of a version's folder that says that it is released.
pub const SUMS: &str = "SHA256SUMS";

/// A version in a checkout of the standard's repository.
#[derive(Clone, Debug)]
pub struct Release {
    root: PathBuf,
    version: StandardVersion,
}

/// What a release froze.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// Files, without the check sums themselves.
    pub files: usize,
    /// Codelists among them.
    pub lists: usize,
    /// Codes of all lists.
    pub codes: usize,
    /// Requirements of the text.
    pub requirements: usize,
    /// Vectors and HTTP cases.
    pub checks: usize,
}

/// What releasing did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Released {
    /// The version is released now.
    Now(Frozen),
    /// It was released before, and nothing has changed since.
    Before,
}

/// Why a version was not released.
#[derive(Debug, thiserror::Error)]
pub enum ReleaseError {
    /// There is no folder of this version, or no schema in it.
    #[error("there is no schema of version {0} here")]
    NoSuchVersion(StandardVersion),
    /// It was released before, and has changed since.
    #[error("version {0} is released and has changed since")]
    Changed(StandardVersion, Vec<Change>),
    /// What is there cannot be frozen.
    #[error("version {0} is not fit to be released")]
    Unfit(StandardVersion, Vec<Unfit>),
    /// A file could not be read or written.
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, #[source] io::Error),
}

/// A change to a released version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// A file has other bytes.
    Altered(String),
    /// A file was put into the folder.
    Added(String),
    /// A file was taken away.
    Removed(String),
    /// The check sums, the list of what is asked, or the text cannot be read.
    Unreadable(String),
    /// A codelist is gone, or is open where it was closed or the other way.
    List(String),
    /// A code of the released version is gone or says something else.
    Code(String, String),
    /// A code claims to be of the released version, which does not have it.
    Backdated(String, String),
    /// What the version asks is gone or otherwise.
    Suite(FrozenChange),
}

/// What keeps a version from being frozen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfit {
    /// A schema does not bear the name of this version and of its own file.
    Name(String),
    /// A codelist cannot be read.
    List(String),
    /// A version before it is not released.
    Earlier(StandardVersion),
    /// The text of the standard cannot be read, or has no requirement.
    Text,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Altered(file) => write!(f, "{file} has changed"),
            Self::Added(file) => write!(f, "{file} was added"),
            Self::Removed(file) => write!(f, "{file} is gone"),
            Self::Unreadable(file) => write!(f, "{file} is not of its form"),
            Self::List(list) => {
                write!(f, "the codelist {list} is gone, or is no longer open or closed as it was")
            }
            Self::Code(list, code) => write!(f, "the code {code} of {list} is gone or says something else"),
            Self::Backdated(list, code) => {
                write!(f, "the code {code} of {list} was added after the release and says that it is older")
            }
            Self::Suite(FrozenChange::Requirement(id)) => {
                write!(f, "the requirement {id} is gone or binds otherwise")
            }
            Self::Suite(FrozenChange::Gone(id)) => write!(f, "the check {id} is gone"),
            Self::Suite(FrozenChange::Altered(id)) => {
                write!(f, "the check {id} asks something else or wants another answer")
            }
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(file) => write!(f, "the $id of {file} is not that of this version and document type"),
            Self::List(list) => write!(f, "the codelist {list} cannot be read"),
            Self::Earlier(version) => write!(f, "version {version} has to be released first"),
            Self::Text => f.write_str("docs/spec has no requirements, or some that cannot be read"),
        }
    }
}

impl Release {
    /// The version in the checkout at `root`.
    pub fn of(root: impl Into<PathBuf>, version: StandardVersion) -> Self {
        Self { root: root.into(), version }
    }

    /// Every released version of a checkout, in order.
    ///
    /// # Errors
    /// Where the folder of the versions cannot be read.
    pub fn all(root: &Path) -> io::Result<Vec<Self>> {
        let mut all: Vec<Self> = versions(root)?
            .into_iter()
            .map(|version| Self::of(root, version))
            .filter(Self::is_released)
            .collect();
        all.sort_by_key(|release| release.version);
        Ok(all)
    }

    /// The version.
    pub fn version(&self) -> StandardVersion {
        self.version
    }

    /// The version's folder.
    pub fn folder(&self) -> PathBuf {
        self.root.join(format!("schema/v{}", self.version))
    }

    /// Whether the version is released.
    pub fn is_released(&self) -> bool {
        self.folder().join(SUMS).is_file()
    }

    /// Releases the version, or sees that a released one is as it was.
    ///
    /// `suite` is what is asked of implementations today. The check sums are written last: whatever stops it before leaves a version that is not released.
    ///
    /// # Errors
    /// As [`ReleaseError`] says.
    pub fn release(&self, suite: &Suite) -> Result<Released, ReleaseError> {
        if self.is_released() {
            let changes = self.changes(suite).map_err(|error| ReleaseError::Io(self.folder(), error))?;
            return match changes.is_empty() {
                true => Ok(Released::Before),
                false => Err(ReleaseError::Changed(self.version, changes)),
            };
        }
        let io = |error| ReleaseError::Io(self.folder(), error);
        let schemas = self.schemas().map_err(io)?;
        if schemas.is_empty() {
            return Err(ReleaseError::NoSuchVersion(self.version));
        }
        let lists = codelists::as_of(&self.codelists(), self.version);
        let requirements = self.requirements().map_err(io)?;
        let unfit = self.unfit(&schemas, &lists, &requirements).map_err(io)?;
        if !unfit.is_empty() {
            return Err(ReleaseError::Unfit(self.version, unfit));
        }
        let folder = self.folder().join(codelists::FOLDER);
        let (mut count, mut codes) = (0, 0);
        for list in lists.into_iter().flatten() {
            fs::create_dir_all(&folder).map_err(io)?;
            fs::write(folder.join(&list.file), &list.text).map_err(io)?;
            count += usize::from(!list.is_index());
            codes += list.codes;
        }
        let asked = suite.frozen(&requirements.unwrap_or_default(), self.version);
        let (requirements, checks) = asked.counts();
        fs::write(self.folder().join(frozen::FILE), asked.text()).map_err(io)?;
        let sums = Sums::of(&self.folder()).map_err(io)?;
        let files = sums.len();
        sums.write(&self.folder()).map_err(io)?;
        Ok(Released::Now(Frozen { files, lists: count, codes, requirements, checks }))
    }

    /// What has changed since the release, and in what `suite` asks; nothing for a version that is not released.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn changes(&self, suite: &Suite) -> io::Result<Vec<Change>> {
        if !self.is_released() {
            return Ok(Vec::new());
        }
        let folder = self.folder();
        let Some(frozen) = Sums::read(&folder)? else {
            return Ok(vec![Change::Unreadable(self.shown(SUMS))]);
        };
        let mut changes = frozen.changes(&Sums::of(&folder)?, |file| self.shown(file));
        changes.extend(codelists::changes(&folder.join(codelists::FOLDER), &self.codelists(), self.version)?);
        changes.extend(self.suite_changes(suite)?);
        changes.sort();
        Ok(changes)
    }

    /// What the version asked and the suite asks otherwise. That the list itself changed, the check sums tell.
    fn suite_changes(&self, suite: &Suite) -> io::Result<Vec<Change>> {
        let path = self.folder().join(frozen::FILE);
        let Some(frozen) = fs::read_to_string(&path).ok().and_then(|text| FrozenList::read(&text)) else {
            return Ok(vec![Change::Unreadable(self.shown(frozen::FILE))]);
        };
        // One slip in the text, and not each requirement that can no longer be read for it.
        let Some(requirements) = self.requirements()? else {
            return Ok(vec![Change::Unreadable("docs/spec".to_owned())]);
        };
        let now = suite.frozen(&requirements, self.version);
        Ok(frozen.changes(&now).into_iter().map(Change::Suite).collect())
    }

    /// The requirements of the checkout's text; nothing where there are none or some cannot be read.
    fn requirements(&self) -> io::Result<Option<Vec<Requirement>>> {
        let pages = Repository::at(&self.root).spec_pages()?;
        let (requirements, faults) =
            requirement::read(pages.iter().map(|page| (page.path.as_str(), page.text.as_str())));
        Ok((faults.is_empty() && !requirements.is_empty()).then_some(requirements))
    }

    fn unfit(
        &self,
        schemas: &[String],
        lists: &Result<Vec<codelists::List>, String>,
        requirements: &Option<Vec<Requirement>>,
    ) -> io::Result<Vec<Unfit>> {
        let mut unfit = Vec::new();
        for earlier in versions(&self.root)? {
            if earlier < self.version && !Self::of(&self.root, earlier).is_released() {
                unfit.push(Unfit::Earlier(earlier));
            }
        }
        for file in schemas {
            let name = file.trim_end_matches(SCHEMA);
            let schema: Value =
                serde_json::from_slice(&fs::read(self.folder().join(file))?).unwrap_or_default();
            let id = format!("urn:tongzhou:schema:{}:{name}", self.version);
            let text = |pointer: &str| schema.pointer(pointer).and_then(Value::as_str);
            let declared = text("/properties/standardVersion/const") == Some(&self.version.to_string());
            if text("/$id") != Some(&id) || !declared {
                unfit.push(Unfit::Name(self.shown(file)));
            }
        }
        unfit.extend(lists.as_ref().err().map(|list| Unfit::List(list.clone())));
        unfit.extend(requirements.is_none().then_some(Unfit::Text));
        unfit.sort();
        Ok(unfit)
    }

    /// The schemas in the version's folder, by file name.
    fn schemas(&self) -> io::Result<Vec<String>> {
        let folder = self.folder();
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            names.extend(entry?.file_name().into_string().ok().filter(|name| name.ends_with(SCHEMA)));
        }
        names.sort();
        Ok(names)
    }

    fn codelists(&self) -> PathBuf {
        self.root.join("schema").join(codelists::FOLDER)
    }

    /// A file of the version's folder as people find it.
    fn shown(&self, file: &str) -> String {
        format!("schema/v{}/{file}", self.version)
    }
}

/// The versions of which a checkout has a folder.
fn versions(root: &Path) -> io::Result<Vec<StandardVersion>> {
    let mut versions = Vec::new();
    for entry in fs::read_dir(root.join("schema"))? {
        let name = entry?.file_name();
        let version = name.to_str().and_then(|name| name.strip_prefix('v'));
        versions.extend(version.and_then(|version| version.parse::<StandardVersion>().ok()));
    }
    Ok(versions)
}

const SCHEMA: &str = ".schema.json";
