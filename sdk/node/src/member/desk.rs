//! The desk: what the member's own staff does with packages, on the same database.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;
use tongzhou::{
    code::{
        Code,
        lists::{NoticeKind, ProcessState},
    },
    delivery::{self, Refusal},
    directory::Directory,
    package::{archive::Archive, digest::Measured, limits::Limits},
    sealing::Opened,
    value::Uuid7,
};
use tongzhou_exchange::{
    message::{
        parcel::Package,
        wire::Organisation,
    },
    problem::Problem,
};

use super::{Member, kept, package};
use crate::{
    registry::notices::{Raise, raise},
    store::{StoreError, Value},
};

/// A package at the desk.
#[derive(Clone, Debug)]
pub struct Case {
    /// What the sender is told of it.
    pub package: Package,
    /// Who sent it.
    pub sender: Organisation,
    /// Whether it was taken out.
    pub fetched: bool,
}

/// A package that was posted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// Its id.
    pub package_id: Uuid7,
    /// For whom it waits.
    pub recipients: Vec<Organisation>,
}

/// Why something was not done at the desk.
#[derive(Debug, Error)]
pub enum DeskError {
    /// There is no package of this id.
    #[error("there is no package of this id")]
    Unknown,
    /// The package is refused.
    #[error("the package is refused: {0}")]
    Refused(Refusal),
    /// Another file was posted under this id.
    #[error("another file was posted under this id")]
    Conflict,
    /// A file cannot be read or written.
    #[error("a file cannot be read or written")]
    Io(#[from] io::Error),
    /// The database did not do it.
    #[error("the database did not do it: {0}")]
    Store(#[from] StoreError),
    /// A row cannot be read.
    #[error("what the database holds cannot be read")]
    Row,
}

impl Member {
    /// Packages that came in, the newest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn cases(&self, at_most: u32) -> Result<Vec<Case>, DeskError> {
        let rows = self.store.read(move |tx| {
            Box::pin(async move { tx.query(CASES, &[Value::from(i64::from(at_most))]).await })
        });
        let rows: Vec<crate::store::Row> = rows.await.map_err(|error: StoreError| error)?;
        let case = |row: &crate::store::Row| {
            Ok(Case {
                package: package(row).map_err(|_: Problem| DeskError::Row)?,
                sender: row.text(1)?.parse().map_err(|_| DeskError::Row)?,
                fetched: row.optional_int(7)?.is_some(),
            })
        };
        rows.iter().map(case).collect()
    }

    /// Writes the sealed file of a package to `to`, which must not be there yet.
    ///
    /// # Errors
    /// [`DeskError::Unknown`], and those of files and the store.
    pub async fn take_out(&self, id: Uuid7, to: &Path) -> Result<(), DeskError> {
        let row = self.store.read(move |tx| {
            Box::pin(async move { tx.query_opt(DIGEST, &[Value::from(id.as_bytes().as_slice())]).await })
        });
        let row: Option<crate::store::Row> = row.await.map_err(|error: StoreError| error)?;
        let digest: [u8; 32] = row.ok_or(DeskError::Unknown)?.array(0)?;
        let (from, to) = (self.path(&digest), to.to_owned());
        let copied = tokio::task::spawn_blocking(move || copy(&from, &to));
        copied.await.map_err(io::Error::other)??;
        let marked = self.store.write(move |tx| {
            Box::pin(async move { tx.execute(TAKEN_OUT, &[Value::from(id.as_bytes().as_slice())]).await })
        });
        marked.await.map_err(|error: StoreError| error)?;
        Ok(())
    }

    /// Sets where a case stands, and tells the sender where the registry is in the same database; elsewhere the
    /// sender asks.
    ///
    /// # Errors
    /// [`DeskError::Unknown`], and those of the store.
    pub async fn set_state(&self, id: Uuid7, state: ProcessState) -> Result<(), DeskError> {
        let tells = self.tells_registry;
        let written = self.store.write(move |tx| {
            let row = [Value::from(id.as_bytes().as_slice()), Value::from(state.code())];
            Box::pin(async move {
                let Some(row) = tx.query_opt(SET_STATE, &row).await? else { return Ok(false) };
                if tells {
                    let at = row.int(2)?;
                    let notice = Raise {
                        member: row.text(0)?,
                        kind: NoticeKind::PackageState,
                        raised_at: at,
                        cause: row.int(1)?.to_be_bytes().to_vec(),
                        cause_at: u64::try_from(at).unwrap_or_default(),
                        about: Some(*id.as_bytes()),
                        consent: None,
                    };
                    raise(tx, &notice).await?;
                }
                Ok::<_, StoreError>(true)
            })
        });
        if written.await? { Ok(()) } else { Err(DeskError::Unknown) }
    }

    /// Lays out a sealed package, to be fetched by everybody in its audience but the member itself.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where it is not a package that this member can open and has signed;
    /// [`DeskError::Conflict`]; those of files and the store.
    pub async fn post(&self, file: PathBuf, directory: Directory) -> Result<Posted, DeskError> {
        let (identities, folder) = (std::sync::Arc::clone(&self.identities), self.folder.clone());
        let own = self.organisation;
        let examined = tokio::task::spawn_blocking(move || {
            let refused = |error| match error {
                delivery::DeliveryError::Refused(refusal) => DeskError::Refused(refusal),
                other => DeskError::Io(io::Error::other(other)),
            };
            let opened = Opened::open(File::open(&file)?, &identities).map_err(|error| refused(error.into()))?;
            let mut archive = Archive::open(opened, &Limits::STANDARD).map_err(|error| refused(error.into()))?;
            let verified = delivery::verify(&mut archive, &directory).map_err(refused)?;
            if !verified.signers.iter().any(|signer| signer.organisation_code == own) {
                return Err(DeskError::Refused(Refusal::SignerNotSender));
            }
            let measured = Measured::of_stream(File::open(&file)?)?;
            let path = kept(&folder, &measured.sha256);
            if !path.exists() {
                copy(&file, &path)?;
            }
            Ok((verified, measured))
        });
        let (verified, measured) = examined.await.map_err(io::Error::other)??;
        let others = verified.audience.iter().filter(|code| **code != own);
        let recipients: Vec<Organisation> = others.filter_map(|code| code.to_string().parse().ok()).collect();
        for recipient in recipients.clone() {
            let row = [
                Value::from(recipient.as_str()),
                Value::from(verified.package_id.as_bytes().as_slice()),
                Value::from(measured.sha256.as_slice()),
                Value::from(i64::try_from(measured.size).unwrap_or(i64::MAX)),
            ];
            let posted = self.store.write(move |tx| {
                let row = row.clone();
                Box::pin(async move {
                    tx.execute(POST, &row).await?;
                    let [recipient, id, ..] = row.clone();
                    let kept = tx.query_opt(POSTED, &[recipient, id]).await?;
                    kept.map_or(Ok(None), |kept| kept.array::<32>(0).map(Some))
                })
            });
            let kept: Option<[u8; 32]> = posted.await.map_err(|error: StoreError| error)?;
            if kept != Some(measured.sha256) {
                return Err(DeskError::Conflict);
            }
        }
        Ok(Posted { package_id: verified.package_id, recipients })
    }
}

/// Copies a file to a new one that its owner alone reads.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut copy = options.open(to)?;
    let copied = io::copy(&mut File::open(from)?, &mut copy).and_then(|_| copy.sync_all());
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}

const CASES: &str = "\
SELECT package_id, sender, purpose, digest, received_at, state, warnings, fetched_at FROM package
ORDER BY received_at DESC, package_id DESC LIMIT $1";

const DIGEST: &str = "SELECT digest FROM package WHERE package_id = $1";

const TAKEN_OUT: &str = "\
UPDATE package SET fetched_at = (SELECT now_ms FROM clock) WHERE package_id = $1 AND fetched_at IS NULL";

const SET_STATE: &str = "\
UPDATE package SET state = $2, state_at = (SELECT now_ms FROM clock), ver = ver + 1
WHERE package_id = $1
RETURNING sender, ver, state_at";

const POST: &str = "\
INSERT INTO parcel (recipient, package_id, digest, size, posted_at)
VALUES ($1, $2, $3, $4, (SELECT now_ms FROM clock))
ON CONFLICT DO NOTHING";

const POSTED: &str = "SELECT digest FROM parcel WHERE recipient = $1 AND package_id = $2";
