//! The member directory, read from its two files and held against what was trusted before.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use tongzhou::{
    directory::{BoardFingerprint, Directory, MAX_DIRECTORY_BYTES, Trust},
    package::atomic::{Existing, write_atomically},
    signing::MAX_JWS_BYTES,
    value::Instant,
};

use crate::{
    args::{Members, OptionalMembers, TrustArgs},
    input::read_up_to,
    key_trouble::{KeyTrouble, trouble},
    speech::What,
};

impl Members {
    /// The directory, verified at `now`. Where it was seen before, it is remembered: nobody can hand in an older
    /// one afterwards.
    pub(crate) fn read(&self, now: Instant) -> Result<Directory, What> {
        let directory = read(&self.directory, &self.trust, now)?;
        let state = state_of(&self.directory, &self.trust);
        if state.exists() {
            remember(&state, &directory, now)?;
        }
        Ok(directory)
    }
}

impl OptionalMembers {
    /// The directory, verified at `now`; none where none is named. A check only looks, and remembers nothing.
    pub(crate) fn read(&self, now: Instant) -> Result<Option<Directory>, What> {
        self.directory.as_ref().map(|path| read(path, &self.trust, now)).transpose()
    }
}

/// What a directory is held against: what was kept of the last time, which says more than the fingerprint that it began
/// with, else the fingerprint.
pub(crate) fn trust(state: &Path, board: Option<BoardFingerprint>) -> Result<Trust, What> {
    match fs::File::open(state).and_then(|file| read_up_to(file, MAX_DIRECTORY_BYTES)) {
        Ok(kept) => {
            Trust::from_json(&kept).map_err(|fault| trouble(KeyTrouble::State(state.to_owned(), fault)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            board.map(Trust::board).ok_or_else(|| trouble(KeyTrouble::NoTrust(state.to_owned())))
        }
        Err(error) => Err(What::Read(state.to_owned(), error)),
    }
}

/// Where the signatures of a directory lie: `directory.jws.json` beside `directory.json`.
pub(crate) fn signatures_of(path: &Path) -> PathBuf {
    path.with_extension("jws.json")
}

/// Remembers that a directory was seen.
pub(crate) fn remember(state: &Path, directory: &Directory, now: Instant) -> Result<(), What> {
    let Some(seen) = directory.trust(now).to_json() else { return Ok(()) };
    write_atomically(state, Existing::Replace, |file| file.write_all(&seen))
        .map_err(|error: io::Error| What::Write(state.to_owned(), error))
}

/// Where it is kept what was seen.
fn state_of(directory: &Path, args: &TrustArgs) -> PathBuf {
    args.state.clone().unwrap_or_else(|| directory.with_extension("state"))
}

fn read(path: &Path, args: &TrustArgs, now: Instant) -> Result<Directory, What> {
    let trusted = trust(&state_of(path, args), args.board)?;
    let directory = bytes(path, MAX_DIRECTORY_BYTES)?;
    let signatures = bytes(&signatures_of(path), MAX_JWS_BYTES)?;
    Directory::verify(&directory, &signatures, &trusted, now)
        .map_err(|fault| trouble(KeyTrouble::Refused(path.to_owned(), fault)))
}

/// A file, up to one byte more than it may have.
fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, What> {
    fs::File::open(path)
        .and_then(|file| read_up_to(file, limit))
        .map_err(|error| What::Read(path.to_owned(), error))
}
