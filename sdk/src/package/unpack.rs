//! Extraction into a folder: all of an archive or nothing, and only under names that this crate writes itself.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek},
    path::Path,
};

use thiserror::Error;

use super::{
    archive::{Archive, Entry},
    atomic::{beside, sync_folder_of},
    digest::Measured,
    fault::{Fault, OpenError},
    name::EntryName,
};

/// Why nothing was extracted.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::Archive, limits::Limits, unpack::{UnpackError, unpack}};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let target = std::env::temp_dir().join(format!("tongzhou-target-{}", std::process::id()));
/// # std::fs::create_dir_all(&target)?;
/// # std::fs::write(target.join("letter.txt"), b"not to be lost")?;
/// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
/// // Something lies there already.
/// assert!(matches!(unpack(&mut archive, &target), Err(UnpackError::TargetNotEmpty)));
/// # std::fs::remove_dir_all(&target)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Error)]
pub enum UnpackError {
    /// The source or the file system failed.
    #[error("the archive could not be unpacked")]
    Io(#[from] io::Error),
    /// The content of an entry is not what the archive states.
    #[error("the archive is refused: {0}")]
    Refused(Fault),
    /// The target is there and is not an empty folder.
    #[error("the target exists and is not an empty folder")]
    TargetNotEmpty,
}

impl From<OpenError> for UnpackError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Io(error) => Self::Io(error),
            OpenError::Refused(fault) => Self::Refused(fault),
        }
    }
}

/// Extracts every entry into the folder `target`, which is new or empty, and tells what was written.
///
/// The files are written beside `target` and get its name once every one of them is verified, so that `target`
/// holds the whole package or, after an error, is as it was.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::package::{archive::Archive, limits::Limits, unpack::unpack};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let target = std::env::temp_dir().join(format!("tongzhou-extract-{}", std::process::id()));
/// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
/// let written = unpack(&mut archive, &target)?;
/// assert_eq!(written.len(), 3);
/// assert_eq!(std::fs::metadata(target.join("manifest.json"))?.len(), 1043);
/// # std::fs::remove_dir_all(&target)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// See [`UnpackError`].
pub fn unpack<R: Read + Seek>(
    archive: &mut Archive<R>,
    target: &Path,
) -> Result<Vec<(EntryName, Measured)>, UnpackError> {
    fill_new_folder(target, |folder| {
        let entries = archive.entries().to_vec();
        let write = |entry: &Entry| {
            let path = entry.name().to_string();
            Ok((entry.name(), write_entry(archive, entry, folder, &path)?))
        };
        entries.iter().map(write).collect()
    })
}

/// Lets `fill` write into a folder beside `target`, which is new or empty, and gives that folder its name once all
/// is written.
pub(crate) fn fill_new_folder<T, E: From<UnpackError>>(
    target: &Path,
    fill: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<T, E> {
    check_target(target)?;
    let (temporary, ()) = beside(target, |candidate| fs::create_dir(candidate)).map_err(UnpackError::Io)?;
    let filled = fill(&temporary.path)?;
    // Checked again: something may have been put there meanwhile, and not every system renames onto a folder.
    check_target(target)?;
    let placed = || -> io::Result<()> {
        if fs::symlink_metadata(target).is_ok() {
            fs::remove_dir(target)?;
        }
        fs::rename(&temporary.path, target)
    };
    placed().map_err(UnpackError::Io)?;
    temporary.placed();
    sync_folder_of(target).map_err(UnpackError::Io)?;
    Ok(filled)
}

fn check_target(target: &Path) -> Result<(), UnpackError> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
        Ok(metadata) if metadata.is_dir() && fs::read_dir(target)?.next().is_none() => Ok(()),
        Ok(_) => Err(UnpackError::TargetNotEmpty),
    }
}

/// Writes the content of an entry into a new file of `folder`, at a `path` with slashes that is made here and not
/// in the archive.
pub(crate) fn write_entry<R: Read + Seek>(
    archive: &mut Archive<R>,
    entry: &Entry,
    folder: &Path,
    path: &str,
) -> Result<Measured, UnpackError> {
    let mut file = new_file(folder, path)?;
    let measured = archive.read(entry, &mut file)?;
    file.sync_all()?;
    Ok(measured)
}

/// A new file of `folder`, with the folders that its `path` names.
pub(crate) fn new_file(folder: &Path, path: &str) -> io::Result<File> {
    if let Some((inner, _)) = path.rsplit_once('/') {
        fs::create_dir_all(folder.join(inner))?;
    }
    OpenOptions::new().write(true).create_new(true).open(folder.join(path))
}
