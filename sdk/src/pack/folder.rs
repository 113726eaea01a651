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
    package::{digest::Measured, limits::Limits, name::PaperExtension},
    structure::closest,
};

use super::fault::{FileFault, FolderFault, FolderFile, Stop};

/// The files of a working folder.
///
/// ```
/// use tongzhou::pack::{Options, Plan, WorkingFolder};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let case = |name: &str| {
/// #     let start = format!("{name}/");
/// #     let within = |file: &str| file.strip_prefix(start.as_str()).map(str::to_owned);
/// #     let files = tongzhou_schema::EXAMPLES.iter().filter_map(|(file, bytes)| Some((within(file)?, bytes.to_vec())));
/// #     files.collect::<Vec<_>>()
/// # };
/// # let place = std::env::temp_dir().join(format!("tongzhou-folder-{}", std::process::id()));
/// # std::fs::create_dir_all(place.join("consents"))?;
/// # for (file, bytes) in case("emergency") {
/// #     std::fs::write(place.join(file), bytes)?;
/// # }
/// let on_disk = WorkingFolder::open(&place)?;
/// // A service that never writes a family's papers to disk.
/// let in_memory = WorkingFolder::of_files(case("emergency"));
/// let manifest = |folder| Plan::of(folder, &Options::default()).map(|plan| plan.manifest().to_vec());
/// assert_eq!(manifest(&on_disk)?, manifest(&in_memory)?);
/// # std::fs::remove_dir_all(&place)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    /// Nowhere: it is a folder, a link or something else that is no plain file.
    NotAFile,
}

impl WorkingFolder {
    /// Looks at what the folder at `path` holds; the files are read when they are packed. Files whose names begin
    /// with a point are passed over; what is no plain file is told when the folder is packed.
    ///
    /// # Errors
    /// [`ErrorKind::Read`](crate::ErrorKind::Read) where the folder cannot be read.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let mut files = BTreeMap::new();
        for name in [PACKING, APPLICATION] {
            let path = path.join(name);
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_file() => {
                    drop(files.insert(name.to_owned(), Source::Disk(path)));
                }
                Ok(_) => drop(files.insert(name.to_owned(), Source::NotAFile)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(Error::read(error)),
            }
        }
        for folder in [CONSENTS, RECORDS, RECEIPTS, DOCUMENTS] {
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
                [CONSENTS, RECORDS, RECEIPTS, DOCUMENTS].contains(&folder)
                    && !file.contains('/')
                    && !is_hidden(file)
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
    pub(super) fn read(&self, limit: u64, file: FolderFile) -> Result<Cow<'_, [u8]>, Stop> {
        let bytes = match self {
            Self::Memory(bytes) => Cow::Borrowed(bytes.as_slice()),
            Self::Disk(path) => {
                let mut bytes = Vec::new();
                let opened = File::open(path).map_err(Error::read)?;
                opened.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(Error::read)?;
                Cow::Owned(bytes)
            }
            Self::NotAFile => return Err(FolderFault::new(file, FileFault::NotAFile).into()),
        };
        if bytes.len() as u64 > limit {
            return Err(FolderFault::new(file, FileFault::TooLarge).into());
        }
        Ok(bytes)
    }

    /// Size and digests, without holding the bytes.
    pub(super) fn measure(&self, limits: &Limits, file: FolderFile) -> Result<Measured, Stop> {
        let measured = match self {
            Self::Memory(bytes) => Measured::of(bytes),
            Self::Disk(path) => {
                let opened = File::open(path).map_err(Error::read)?;
                Measured::of_stream(opened.take(limits.paper.saturating_add(1))).map_err(Error::read)?
            }
            Self::NotAFile => return Err(FolderFault::new(file, FileFault::NotAFile).into()),
        };
        if measured.size > limits.paper {
            return Err(FolderFault::new(file, FileFault::TooLarge).into());
        }
        Ok(measured)
    }
}

fn list(root: &Path, folder: &'static str, files: &mut BTreeMap<String, Source>) -> Result<(), Error> {
    let items = match fs::read_dir(root.join(folder)) {
        Ok(items) => items,
        // A case without papers needs no folder for them.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::read(error)),
    };
    for item in items {
        let item = item.map_err(Error::read)?;
        let is_file = item.file_type().map_err(Error::read)?.is_file();
        // What is no Unicode cannot be listed in packing.json; it is told as a file that is not.
        let name = item.file_name().to_string_lossy().into_owned();
        if !is_hidden(&name) {
            let source = if is_file { Source::Disk(item.path()) } else { Source::NotAFile };
            files.insert(format!("{folder}/{name}"), source);
        }
    }
    Ok(())
}

/// The folders that a working folder seems to have under a name that is not quite theirs, by their right names.
/// What is in them is passed over, which nobody would notice otherwise.
///
/// ```
/// use tongzhou::pack::misspelt_folders;
///
/// # let place = std::env::temp_dir().join(format!("tongzhou-misspelt-{}", std::process::id()));
/// std::fs::create_dir_all(place.join("reciepts"))?;
/// assert_eq!(misspelt_folders(&place)?, ["receipts"]);
/// # std::fs::remove_dir_all(&place)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ErrorKind::Read`](crate::ErrorKind::Read) where the folder cannot be read.
pub fn misspelt_folders(root: &Path) -> Result<Vec<&'static str>, Error> {
    let folders = [CONSENTS, RECORDS, RECEIPTS, DOCUMENTS];
    let mut names = Vec::new();
    for item in fs::read_dir(root).map_err(Error::read)? {
        let item = item.map_err(Error::read)?;
        if item.file_type().map_err(Error::read)?.is_dir() {
            names.push(item.file_name().to_string_lossy().into_owned());
        }
    }
    let misspelt = |name: &String| {
        let meant = closest(name, folders.into_iter())?;
        // Some file systems do not tell Consents from consents.
        let same = name == meant || (name.eq_ignore_ascii_case(meant) && root.join(meant).is_dir());
        (!same).then_some(meant)
    };
    let mut meant: Vec<_> = names.iter().filter_map(misspelt).collect();
    meant.sort_unstable();
    meant.dedup();
    Ok(meant)
}

/// The ending of a paper's file name; cameras and scanners write it in various ways.
pub(crate) fn paper_extension(file: &str) -> Option<PaperExtension> {
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
pub(super) const RECORDS: &str = "records";
pub(super) const RECEIPTS: &str = "receipts";
pub(super) const DOCUMENTS: &str = "documents";
