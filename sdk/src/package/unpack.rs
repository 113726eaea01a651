//! Extraction into a folder: all of an archive or nothing, and only under names that this crate writes itself.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek},
    path::{Path, PathBuf},
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
/// # Errors
///
/// See [`UnpackError`].
pub fn unpack<R: Read + Seek>(
    archive: &mut Archive<R>,
    target: &Path,
) -> Result<Vec<(EntryName, Measured)>, UnpackError> {
    check_target(target)?;
    let (temporary, ()) = beside(target, |candidate| fs::create_dir(candidate))?;
    let entries = archive.entries().to_vec();
    let mut written = Vec::with_capacity(entries.len());
    for entry in &entries {
        written.push((entry.name(), write_entry(archive, entry, &temporary.path)?));
    }
    // Checked again: something may have been put there meanwhile, and not every system renames onto a folder.
    check_target(target)?;
    if fs::symlink_metadata(target).is_ok() {
        fs::remove_dir(target)?;
    }
    fs::rename(&temporary.path, target)?;
    temporary.placed();
    sync_folder_of(target)?;
    Ok(written)
}

/// Where an entry lies under the folder it is extracted to.
pub fn path_of(name: &EntryName, folder: &Path) -> PathBuf {
    folder.join(name.to_string())
}

fn check_target(target: &Path) -> Result<(), UnpackError> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
        Ok(metadata) if metadata.is_dir() && fs::read_dir(target)?.next().is_none() => Ok(()),
        Ok(_) => Err(UnpackError::TargetNotEmpty),
    }
}

fn write_entry<R: Read + Seek>(
    archive: &mut Archive<R>,
    entry: &Entry,
    folder: &Path,
) -> Result<Measured, UnpackError> {
    if let Some(inner) = entry.name().folder() {
        fs::create_dir_all(folder.join(inner.as_str()))?;
    }
    let path = path_of(&entry.name(), folder);
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(path)?;
    let measured = archive.read(entry, &mut file)?;
    file.sync_all()?;
    Ok(measured)
}
