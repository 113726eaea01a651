//! Files that are written whole or not at all.

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tongzhou::package::atomic::{Existing, may_write, write_atomically};

use crate::{
    key_trouble::{KeyTrouble, trouble},
    speech::What,
};

/// What can be told before anything is read or written: whether each output may be written, and is neither read for it
/// nor the place of another output. What was there would be lost.
pub(crate) fn ready(outputs: &[&Path], inputs: &[&Path], existing: Existing) -> Result<(), What> {
    let mut taken: Vec<PathBuf> = inputs.iter().map(|path| place(path)).collect();
    for path in outputs {
        let place = place(path);
        if taken.contains(&place) {
            return Err(What::NamedTwice((*path).to_owned()));
        }
        taken.push(place);
    }
    outputs.iter().try_for_each(|path| may_write(path, existing).map_err(|error| unwritten(path, error)))
}

/// Writes a file, for a command that writes over one where `--force` says so.
pub(crate) fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), What> {
    write_atomically(path, existing, |file| file.write_all(bytes)).map_err(|error| unwritten(path, error))
}

/// The same for a command that has no `--force`.
pub(crate) fn write_unforced(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), What> {
    write(path, bytes, existing).map_err(unforced)
}

/// What stands in the way, for a command that has no `--force`.
pub(crate) fn unforced(what: What) -> What {
    match what {
        What::Exists(path) => trouble(KeyTrouble::FileThere(path)),
        other => other,
    }
}

fn unwritten(path: &Path, error: io::Error) -> What {
    match error.kind() {
        io::ErrorKind::AlreadyExists => What::Exists(path.to_owned()),
        _ => What::Write(path.to_owned(), error),
    }
}

/// The file that a path stands for, which need not be there yet.
fn place(path: &Path) -> PathBuf {
    let of_folder = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(of_folder).unwrap_or_else(|| path.to_owned())
}
