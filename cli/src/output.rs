//! Files that are written whole or not at all.

use std::{
    io::{self, Write as _},
    path::Path,
};

use tongzhou::package::atomic::{Existing, write_atomically};

use crate::{
    key_trouble::{KeyTrouble, trouble},
    speech::What,
};

/// Writes a file, for a command that writes over one where `--force` says so.
pub(crate) fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), What> {
    write_atomically(path, existing, |file| file.write_all(bytes)).map_err(|error: io::Error| {
        match error.kind() {
            io::ErrorKind::AlreadyExists => What::Exists(path.to_owned()),
            _ => What::Write(path.to_owned(), error),
        }
    })
}

/// The same for a command that has no `--force`.
pub(crate) fn write_unforced(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), What> {
    write(path, bytes, existing).map_err(|what| match what {
        What::Exists(path) => trouble(KeyTrouble::FileThere(path)),
        other => other,
    })
}
