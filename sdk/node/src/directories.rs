//! The member directory that is in force, read anew whenever its files change, and never an older one.

use std::{
    fs,
    io::{self, Read, Write},
    path::Path,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use axum::body::Bytes;
use thiserror::Error;
use tongzhou::{
    directory::{Directory, DirectoryFault, MAX_DIRECTORY_BYTES, Trust},
    package::atomic::{Existing, write_atomically},
    signing::MAX_JWS_BYTES,
    value::Instant,
};

use crate::config::DirectoryFiles;

/// Why there is no directory.
#[derive(Debug, Error)]
pub enum DirectoryError {
    /// A file cannot be read.
    #[error("a file of the directory cannot be read")]
    Read(#[source] io::Error),
    /// What was trusted before cannot be read or written.
    #[error("what was trusted before cannot be read or written")]
    State(#[source] io::Error),
    /// Nothing was trusted before, and no board is named.
    #[error("no board is named, and nothing was trusted before")]
    NoTrust,
    /// The directory is refused.
    #[error("the directory is refused: {0}")]
    Refused(#[from] DirectoryFault),
}

/// The directory in force and its two files.
pub struct Directories {
    files: DirectoryFiles,
    current: RwLock<Current>,
    /// The bytes that were refused last, so that the same refusal is told once.
    refused: Mutex<Option<(Bytes, Bytes)>>,
}

struct Current {
    directory: Arc<Directory>,
    bytes: Bytes,
    signatures: Bytes,
}

impl Directories {
    /// Reads the directory for the first time.
    ///
    /// # Errors
    /// Why it cannot be relied on.
    pub fn open(files: DirectoryFiles, now: Instant) -> Result<Self, DirectoryError> {
        let (bytes, signatures) = read(&files)?;
        let trust = match read_file(&files.state, MAX_DIRECTORY_BYTES) {
            Ok(kept) => {
                let bad = |_| DirectoryError::State(io::ErrorKind::InvalidData.into());
                Trust::from_json(&kept).map_err(bad)?
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                files.board.map(Trust::board).ok_or(DirectoryError::NoTrust)?
            }
            Err(error) => return Err(DirectoryError::State(error)),
        };
        let directory = Directory::verify(&bytes, &signatures, &trust, now)?;
        keep(&files.state, &directory, now)?;
        let current = RwLock::new(Current { directory: Arc::new(directory), bytes, signatures });
        Ok(Self { files, current, refused: Mutex::new(None) })
    }

    /// The directory, unless it has expired.
    pub fn at(&self, now: Instant) -> Option<Arc<Directory>> {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        (now < current.directory.expires_at()).then(|| Arc::clone(&current.directory))
    }

    /// The two files that are in force.
    pub fn files(&self) -> (Bytes, Bytes) {
        let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
        (current.bytes.clone(), current.signatures.clone())
    }

    /// Reads the files again; `true` where they hold another directory, which is then in force. One that is older, or
    /// refused for any other reason, changes nothing.
    ///
    /// # Errors
    /// Why what is there now is refused, once for each.
    pub fn refresh(&self, now: Instant) -> Result<bool, DirectoryError> {
        let (bytes, signatures) = read(&self.files)?;
        let before = {
            let current = self.current.read().unwrap_or_else(PoisonError::into_inner);
            if current.bytes == bytes && current.signatures == signatures {
                return Ok(false);
            }
            Arc::clone(&current.directory)
        };
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        if refused.as_ref().is_some_and(|(other, by)| *other == bytes && *by == signatures) {
            return Ok(false);
        }
        let verified = Directory::verify(&bytes, &signatures, &before.trust(now), now);
        let directory = match verified {
            Ok(directory) => directory,
            Err(fault) => {
                *refused = Some((bytes, signatures));
                return Err(fault.into());
            }
        };
        *refused = None;
        keep(&self.files.state, &directory, now)?;
        let mut current = self.current.write().unwrap_or_else(PoisonError::into_inner);
        *current = Current { directory: Arc::new(directory), bytes, signatures };
        Ok(true)
    }
}

fn keep(state: &Path, directory: &Directory, now: Instant) -> Result<(), DirectoryError> {
    let Some(seen) = directory.trust(now).to_json() else { return Ok(()) };
    write_atomically(state, Existing::Replace, |file| file.write_all(&seen)).map_err(DirectoryError::State)
}

fn read(files: &DirectoryFiles) -> Result<(Bytes, Bytes), DirectoryError> {
    let bytes = read_file(&files.file, MAX_DIRECTORY_BYTES).map_err(DirectoryError::Read)?;
    let signatures = read_file(&files.signatures, MAX_JWS_BYTES).map_err(DirectoryError::Read)?;
    Ok((bytes.into(), signatures.into()))
}

/// A file, up to one byte more than it may have.
pub(crate) fn read_file(path: &Path, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
