//! The files of a directory: the document, its signatures beside it, and signed versions that are put away.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tongzhou::{
    directory::{MAX_DIRECTORY_BYTES, is_signed},
    package::atomic::Existing,
    signing::MAX_JWS_BYTES,
};

use crate::{
    input::read_up_to,
    key_trouble::{KeyTrouble, trouble},
    members::signatures_of,
    output::write_unforced,
    speech::What,
};

/// A directory as it lies on disk.
pub(super) struct Files {
    pub(super) path: PathBuf,
    pub(super) directory: Vec<u8>,
    /// The signatures beside it, if there are any.
    pub(super) signatures: Option<Vec<u8>>,
}

impl Files {
    pub(super) fn read(path: &Path) -> Result<Self, What> {
        let read = |path: &Path, limit| fs::File::open(path).and_then(|file| read_up_to(file, limit));
        // A byte more than may be there is read, for which both are refused by whoever looks into them.
        let directory =
            read(path, MAX_DIRECTORY_BYTES).map_err(|error| What::Read(path.to_owned(), error))?;
        let beside = signatures_of(path);
        let signatures = match read(&beside, MAX_JWS_BYTES) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(What::Read(beside, error)),
        };
        Ok(Self { path: path.to_owned(), directory, signatures })
    }

    /// The signatures, which must be there.
    pub(super) fn signed(&self) -> Result<&[u8], What> {
        self.signatures.as_deref().ok_or_else(|| trouble(KeyTrouble::Unsigned(self.path.clone())))
    }

    /// Puts `next` in the place of the directory. A version that was signed is put away first, under its number;
    /// its signatures, which are not over `next`, go last, so that a crash leaves no version without them.
    pub(super) fn replace(&self, next: &[u8], number: Option<u32>) -> Result<Option<PathBuf>, What> {
        let beside = signatures_of(&self.path);
        let mut kept = None;
        if let (Some(signatures), Some(number)) = (&self.signatures, number)
            && is_signed(&self.directory, signatures)
        {
            let name = format!("{}-{number}.json", stem(&self.path));
            let path = self.path.with_file_name(name);
            keep(&path, &self.directory)?;
            keep(&signatures_of(&path), signatures)?;
            kept = Some(path);
        }
        write_unforced(&self.path, next, Existing::Replace)?;
        if self.signatures.is_some() {
            fs::remove_file(&beside).map_err(|error| What::Write(beside, error))?;
        }
        Ok(kept)
    }
}

/// Puts a file away, unless it lies there already as it is.
fn keep(path: &Path, bytes: &[u8]) -> Result<(), What> {
    let there = fs::File::open(path).and_then(|file| read_up_to(file, bytes.len()));
    if there.is_ok_and(|there| there == bytes) { Ok(()) } else { write_unforced(path, bytes, Existing::Keep) }
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(|| "directory".to_owned(), |stem| stem.to_string_lossy().into_owned())
}
