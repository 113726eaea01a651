//! The member directory, read from its two files and held against what was trusted before.

use std::{
    fs,
    io::{self, Read},
    path::Path,
    time::SystemTime,
};

use tongzhou::{
    clock,
    directory::{Directory, MAX_DIRECTORY_BYTES, Trust},
    value::{Date, Instant},
};

use crate::{
    args::{Members, OptionalMembers, TrustArgs},
    key_trouble::KeyTrouble,
    speech::What,
};

impl Members {
    /// The directory, verified at `now`.
    pub(crate) fn read(&self, now: Instant) -> Result<Directory, What> {
        read(&self.directory, &self.trust, now)
    }
}

impl OptionalMembers {
    /// The directory, verified at `now`; none where none is named.
    pub(crate) fn read(&self, now: Instant) -> Result<Option<Directory>, What> {
        self.directory.as_ref().map(|path| read(path, &self.trust, now)).transpose()
    }
}

/// The time it is.
pub(crate) fn now() -> Result<Instant, What> {
    clock::instant(SystemTime::now()).ok_or(What::Clock)
}

/// The last second of a day in China.
pub(crate) fn end_of(day: Date) -> Result<Instant, What> {
    format!("{day}T15:59:59Z").parse().map_err(|_| What::Clock)
}

fn read(path: &Path, trust: &TrustArgs, now: Instant) -> Result<Directory, What> {
    let kept = trust.state.clone().unwrap_or_else(|| path.with_extension("state"));
    let trusted = match trust.board {
        Some(fingerprint) if fs::metadata(&kept).is_err() => Trust::board(fingerprint),
        None if fs::metadata(&kept).is_err() => return Err(trouble(KeyTrouble::NoTrust(kept))),
        // What was seen says more than the fingerprint that it began with.
        Some(_) | None => {
            Trust::from_json(&bytes(&kept)?).map_err(|fault| trouble(KeyTrouble::State(kept, fault)))?
        }
    };
    let directory = bytes(path)?;
    let signatures = bytes(&path.with_extension("jws.json"))?;
    Directory::verify(&directory, &signatures, &trusted, now)
        .map_err(|fault| trouble(KeyTrouble::Refused(path.to_owned(), fault)))
}

fn trouble(trouble: KeyTrouble) -> What {
    What::Keys(Box::new(trouble))
}

fn bytes(path: &Path) -> Result<Vec<u8>, What> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(MAX_DIRECTORY_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| What::Read(path.to_owned(), error))
}
