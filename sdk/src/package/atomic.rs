//! Files that are there whole or not at all.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
};

use thiserror::Error;

/// What to do with a file that is there already.
///
/// ```
/// use std::io::{ErrorKind, Write};
/// use tongzhou::package::atomic::{Existing, write_atomically};
///
/// # let path = std::env::temp_dir().join(format!("tongzhou-existing-{}", std::process::id()));
/// let write = |existing| write_atomically(&path, existing, |file| file.write_all(b"new"));
/// std::fs::write(&path, b"old")?;
/// assert_eq!(write(Existing::Keep).map_err(|error| error.kind()), Err(ErrorKind::AlreadyExists));
/// write(Existing::Replace)?;
/// assert_eq!(std::fs::read(&path)?, b"new");
/// # std::fs::remove_file(&path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and fail with [`io::ErrorKind::AlreadyExists`].
    Keep,
    /// Put the new file in its place. What is no file, such as `/dev/null`, stays: that is a [`NoFile`].
    Replace,
}

/// Where a file was to be replaced there is a device, a pipe or a socket: what an [`io::Error`] of the kind
/// [`io::ErrorKind::InvalidInput`] then holds.
///
/// ```
/// # #[cfg(unix)] {
/// use std::{io::Write, os::unix::net::UnixListener};
/// use tongzhou::package::atomic::{Existing, NoFile, write_atomically};
///
/// # let path = std::env::temp_dir().join(format!("tongzhou-no-file-{}", std::process::id()));
/// let socket = UnixListener::bind(&path)?;
/// let written = write_atomically(&path, Existing::Replace, |file| file.write_all(b"in its place"));
/// assert!(written.is_err_and(|error| error.get_ref().is_some_and(|error| error.is::<NoFile>())));
/// # std::fs::remove_file(&path)?;
/// # }
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("it is a device, a pipe or a socket, and no file")]
pub struct NoFile;

/// Whether nothing is in the way of a file at `path`, as far as can be told before it is written.
///
/// ```
/// use std::io::ErrorKind;
/// use tongzhou::package::atomic::{Existing, may_write};
///
/// # let folder = std::env::temp_dir().join(format!("tongzhou-may-write-{}", std::process::id()));
/// # std::fs::create_dir(&folder)?;
/// std::fs::write(folder.join("old"), b"old")?;
/// let refused = |name: &str, existing| may_write(&folder.join(name), existing).map_err(|error| error.kind());
/// assert_eq!(refused("new", Existing::Keep), Ok(()));
/// assert_eq!(refused("old", Existing::Keep), Err(ErrorKind::AlreadyExists));
/// assert_eq!(refused("old", Existing::Replace), Ok(()));
/// assert_eq!(refused("none/new", Existing::Keep), Err(ErrorKind::NotFound));
/// assert_eq!(refused("", Existing::Replace), Err(ErrorKind::IsADirectory));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// What is in the way: a file that is to be kept, a folder, a [`NoFile`], or that there is no folder to write to.
pub fn may_write(path: &Path, existing: Existing) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(there) if there.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => Err(io::Error::new(io::ErrorKind::InvalidInput, NoFile)),
        Ok(_) if existing == Existing::Keep => Err(io::ErrorKind::AlreadyExists.into()),
        Ok(_) => Ok(()),
        // A link that leads nowhere is there too.
        Err(_) if fs::symlink_metadata(path).is_ok() => match existing {
            Existing::Keep => Err(io::ErrorKind::AlreadyExists.into()),
            Existing::Replace => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::metadata(folder_of(path)).map(drop),
        Err(error) => Err(error),
    }
}

/// Writes a file beside `path`, makes it durable, then gives it its name. A crash leaves the old file or none.
///
/// ```
/// use std::io::{Error, Write};
/// use tongzhou::package::atomic::{Existing, write_atomically};
///
/// # let path = std::env::temp_dir().join(format!("tongzhou-atomic-{}", std::process::id()));
/// // Something goes wrong halfway: there is no half file.
/// let halfway: Result<(), Error> = write_atomically(&path, Existing::Keep, |file| {
///     file.write_all(b"half")?;
///     Err(Error::other("no more to write"))
/// });
/// assert!(halfway.is_err() && !path.exists());
/// ```
///
/// # Errors
///
/// Those of `write`, after which nothing is left behind, and those of the file system.
pub fn write_atomically<T, E: From<io::Error>>(
    path: &Path,
    existing: Existing,
    write: impl FnOnce(&mut File) -> Result<T, E>,
) -> Result<T, E> {
    let (written, prepared) = prepare(path, existing, &OpenOptions::new(), write)?;
    prepared.place()?;
    Ok(written)
}

/// As [`write_atomically`] of a file that was not there before and that, where the system can tell people apart
/// (Unix), only its owner reads.
///
/// ```
/// use tongzhou::package::atomic::write_private;
///
/// # let path = std::env::temp_dir().join(format!("tongzhou-private-{}", std::process::id()));
/// write_private(&path, b"what only its owner reads")?;
/// # #[cfg(unix)]
/// assert_eq!(std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path)?.permissions()) & 0o077, 0);
/// # std::fs::remove_file(&path)?;
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// [`io::ErrorKind::AlreadyExists`] and those of the file system.
pub fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let ((), prepared) = prepare(path, Existing::Keep, &owner_only(), |file| file.write_all(bytes))?;
    prepared.place()
}

/// Of a file that, where the system can tell people apart, only its owner reads.
pub(crate) fn owner_only() -> OpenOptions {
    #[cfg_attr(not(unix), allow(unused_mut))]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes a file beside `path` and makes it durable; [`Prepared::place`] then gives it its name.
pub(crate) fn prepare<T, E: From<io::Error>>(
    path: &Path,
    existing: Existing,
    options: &OpenOptions,
    write: impl FnOnce(&mut File) -> Result<T, E>,
) -> Result<(T, Prepared), E> {
    may_write(path, existing)?;
    let (temporary, mut file) = beside(path, |candidate| {
        let file = options.clone().read(true).write(true).create_new(true).open(candidate)?;
        // Whoever tidies up takes a file that nobody holds for one that was left behind.
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::AlreadyExists.into()),
            Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
        }
    })?;
    keep_permissions(path, &file)?;
    let written = write(&mut file)?;
    file.sync_all()?;
    Ok((written, Prepared { temporary, file, path: path.to_owned(), existing }))
}

/// Lets a file be read by those who may read the one that it is to replace, and by nobody else.
fn keep_permissions(path: &Path, file: &File) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(replaced) if cfg!(unix) => file.set_permissions(replaced.permissions()),
        _ => Ok(()),
    }
}

/// A file that is whole and durable and has not its name yet. It is removed where it never gets it.
pub(crate) struct Prepared {
    temporary: Temporary,
    file: File,
    path: PathBuf,
    existing: Existing,
}

impl Prepared {
    /// The file, to be read again before it is placed.
    pub(crate) fn file(&mut self) -> &mut File {
        &mut self.file
    }

    /// Gives the file its name.
    pub(crate) fn place(self) -> io::Result<()> {
        match self.existing {
            Existing::Replace => fs::rename(&self.temporary.path, &self.path)?,
            Existing::Keep => rename_to_new(&self.temporary.path, &self.path)?,
        }
        self.temporary.placed();
        sync_folder_of(&self.path)
    }
}

/// Removes from `folder` what writers left behind that ended before they were done; those at work are left alone.
pub(crate) fn tidy(folder: &Path) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let item = item?;
        let name = item.file_name();
        let Some(name) = name.to_str() else { continue };
        if !(name.starts_with(TEMPORARY) && name.ends_with(".tmp") && item.file_type()?.is_file()) {
            continue;
        }
        // Where files cannot be locked nobody can tell, and it is left.
        if let Ok(file) = File::open(item.path())
            && file.try_lock().is_ok()
        {
            fs::remove_file(item.path())?;
        }
    }
    Ok(())
}

/// Something temporary that is removed when it was not given its final name.
pub(super) struct Temporary {
    pub(super) path: PathBuf,
    placed: bool,
}

impl Temporary {
    /// It has its final name: what may now be under the temporary one belongs to someone else.
    pub(super) fn placed(mut self) {
        self.placed = true;
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if self.placed {
            return;
        }
        // Nothing more can be done where removing fails.
        let _ = match fs::symlink_metadata(&self.path) {
            Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(&self.path),
            Ok(_) => fs::remove_file(&self.path),
            Err(_) => Ok(()),
        };
    }
}

/// Makes something new in the folder of `path`, under a name that nothing there has.
pub(super) fn beside<T>(
    path: &Path,
    mut create: impl FnMut(&Path) -> io::Result<T>,
) -> io::Result<(Temporary, T)> {
    let process = std::process::id();
    let mut number = 0_u32;
    loop {
        let candidate = path.with_file_name(format!("{TEMPORARY}{process}-{number}.tmp"));
        match create(&candidate) {
            Ok(created) => return Ok((Temporary { path: candidate, placed: false }, created)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < ATTEMPTS => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Makes the new name durable; only Unix lets a folder be synced.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder_of(path))?.sync_all()?;
    }
    Ok(())
}

/// The folder that a file at `path` lies in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A rename would silently replace a file that appeared meanwhile; a hard link refuses.
fn rename_to_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // A file system without hard links.
        Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}

const ATTEMPTS: u32 = 10_000;
/// How the names of temporary files begin.
const TEMPORARY: &str = ".tongzhou-";
