//! The folder that packages are opened into, and its memory of what was opened before.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Seek as _, Write as _},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    json,
    package::{
        atomic::{Existing, owner_only, prepare, tidy, write_atomically},
        digest::Measured,
    },
    value::{Instant, Sha256Digest},
};

use super::{
    fault::{DeliveryError, Refusal},
    manifest::Facts,
    opening::Received,
    verify::Verified,
};

/// An inbox 收件箱: a folder with the packages that were opened, each under its id, and the list `opened.json` of
/// what was opened before. A package stays on the list until thirty days after it has expired, when it is refused for
/// that alone; without an expiry it stays for good.
///
/// ```
/// use tongzhou::delivery::Inbox;
///
/// # let folder = std::env::temp_dir().join(format!("tongzhou-inbox-{}", std::process::id()));
/// let inbox = Inbox::at(&folder)?;
/// assert!(folder.is_dir());
/// # drop(inbox);
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Inbox {
    folder: PathBuf,
}

/// Why an inbox cannot be used.
///
/// ```
/// use tongzhou::delivery::{Inbox, InboxError};
///
/// # let file = std::env::temp_dir().join(format!("tongzhou-inbox-error-{}", std::process::id()));
/// // What lies there is a file, and no folder can be made in its place.
/// std::fs::write(&file, b"")?;
/// assert!(matches!(Inbox::at(&file), Err(InboxError::Io(_))));
/// # std::fs::remove_file(&file)?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Error)]
pub enum InboxError {
    /// The folder could not be made, read or written.
    #[error("the folder cannot be used")]
    Io(#[from] io::Error),
    /// The list of what was opened before is not of its form. It is never taken for empty.
    #[error("the list of packages opened before cannot be read")]
    List,
}

/// The list, as it is kept.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct List {
    opened: Vec<Noted>,
}

/// One package that was opened.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Noted {
    package_id: String,
    manifest_sha256: String,
    opened_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    expires_at: Option<String>,
}

impl Inbox {
    /// The inbox in `folder`, which is made where it is not there. What an earlier opening left unfinished is
    /// removed.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn at(folder: &Path) -> Result<Self, InboxError> {
        fs::create_dir_all(folder)?;
        tidy(folder)?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// Refuses a package that the list knows.
    pub(super) fn refuse_again(&self, facts: &Facts) -> Result<(), DeliveryError> {
        if self.list()?.knows(facts) { Err(Refusal::OpenedBefore.into()) } else { Ok(()) }
    }

    /// Lets `fill` write the package, then gives it its name and notes it.
    pub(super) fn receive(
        &self,
        facts: &Facts,
        now: Instant,
        fill: impl FnOnce(&mut File) -> Result<Verified, DeliveryError>,
    ) -> Result<Received, DeliveryError> {
        let path = self.folder.join(format!("{}.tzpkg", facts.package_id));
        let filled = prepare(&path, Existing::Replace, &owner_only(), |file| fill(file).map_err(Filling));
        let (verified, mut prepared) = filled.map_err(|Filling(error)| error)?;
        let _held = self.lock().map_err(InboxError::Io)?;
        // Another opening may have been faster.
        let mut list = self.list()?;
        if list.knows(facts) {
            return Err(Refusal::OpenedBefore.into());
        }
        // The package first: after a crash between the two it is opened once more, onto itself, rather than never.
        // What else lies there is some other package, perhaps forgotten by the list, and is not lost.
        if fs::symlink_metadata(&path).is_ok() && !same_content(prepared.file(), &path)? {
            return Err(Refusal::OpenedBefore.into());
        }
        prepared.place().map_err(DeliveryError::Write)?;
        list.forget_expired(now);
        list.opened.push(Noted::of(facts, now));
        self.keep(&list)?;
        Ok(Received { verified, path })
    }

    fn list(&self) -> Result<List, InboxError> {
        match fs::read(self.folder.join(LIST)) {
            Ok(bytes) => json::from_slice(&bytes).map_err(|_| InboxError::List),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(List::default()),
            Err(error) => Err(error.into()),
        }
    }

    fn keep(&self, list: &List) -> Result<(), InboxError> {
        let mut text = serde_json::to_vec_pretty(list).map_err(io::Error::from)?;
        text.push(b'\n');
        Ok(write_atomically(&self.folder.join(LIST), Existing::Replace, |file| file.write_all(&text))?)
    }

    /// Waits until nobody else notes anything here, and keeps others waiting as long as the file is held.
    fn lock(&self) -> io::Result<File> {
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(self.folder.join(LOCK))?;
        file.lock()?;
        Ok(file)
    }
}

impl List {
    fn knows(&self, facts: &Facts) -> bool {
        let (id, digest) = (facts.package_id.to_string(), digest(facts));
        self.opened.iter().any(|noted| noted.package_id == id || noted.manifest_sha256 == digest)
    }

    /// Forgets what has expired for so long that no clock set back a little lets it in again.
    fn forget_expired(&mut self, now: Instant) {
        let expired = |noted: &Noted| {
            let expires: Option<Instant> = noted.expires_at.as_ref().and_then(|instant| instant.parse().ok());
            expires.is_some_and(|expires| expires.unix_seconds().saturating_add(KEPT) < now.unix_seconds())
        };
        self.opened.retain(|noted| !expired(noted));
    }
}

impl Noted {
    fn of(facts: &Facts, now: Instant) -> Self {
        Self {
            package_id: facts.package_id.to_string(),
            manifest_sha256: digest(facts),
            opened_at: now.to_string(),
            expires_at: facts.expires_at.map(|instant| instant.to_string()),
        }
    }
}

fn digest(facts: &Facts) -> String {
    Sha256Digest::from_bytes(facts.sha256()).to_string()
}

/// Whether two files hold the same bytes.
fn same_content(one: &mut File, other: &Path) -> Result<bool, DeliveryError> {
    let measure = || -> io::Result<bool> {
        one.rewind()?;
        Ok(Measured::of_stream(one)? == Measured::of_stream(File::open(other)?)?)
    };
    Ok(measure().map_err(InboxError::Io)?)
}

/// Between two kinds of error: what the file system says while the package is written is about the output.
struct Filling(DeliveryError);

impl From<io::Error> for Filling {
    fn from(error: io::Error) -> Self {
        Self(DeliveryError::Write(error))
    }
}

/// The list's file in the folder of the inbox.
const LIST: &str = "opened.json";
/// The file that is locked while the list changes.
const LOCK: &str = ".opened.lock";
/// How long after its expiry a package is remembered, in seconds: thirty days.
const KEPT: i64 = 30 * 86_400;
