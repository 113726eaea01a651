//! The desk: what the member's own staff does with packages, on the same database.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use thiserror::Error;
use tongzhou::{
    code::{
        Code,
        lists::{NoticeKind, ProcessState},
    },
    delivery::{self, DeliveryError, Refusal, Verified},
    directory::Directory,
    package::{digest::Measured, limits::Limits},
    value::{Instant, OrganisationCode, Uuid7},
};
use tongzhou_exchange::{
    message::{parcel::Package, wire::Organisation},
    problem::Problem,
};

use super::{Member, arriving::SUFFIX, kept, package};
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

    /// Seals a signed package for its audience and lays it out, to be fetched by everybody in it but the member itself.
    /// A package that was posted before stays as it is.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where it is not a sound package that this member has signed; those of files and the
    /// store.
    pub async fn post(
        &self,
        file: PathBuf,
        directory: Arc<Directory>,
        now: Instant,
    ) -> Result<Posted, DeskError> {
        let (folder, own) = (self.folder.clone(), self.organisation);
        let sealing = tokio::task::spawn_blocking(move || seal(&file, &folder, own, &directory, now));
        let sealed = sealing.await.map_err(io::Error::other)??;
        let id = sealed.verified.package_id;
        let others = sealed.verified.audience.iter().filter(|code| **code != own);
        let recipients: Vec<Organisation> = others.filter_map(|code| code.to_string().parse().ok()).collect();
        let (digest, size) =
            (sealed.measured.sha256, i64::try_from(sealed.measured.size).unwrap_or(i64::MAX));
        let each = recipients.clone();
        let posted = self.store.write(move |tx| {
            let each = each.clone();
            Box::pin(async move {
                let mut posted = 0;
                for recipient in &each {
                    let row = [
                        Value::from(recipient.as_str()),
                        Value::from(id.as_bytes().as_slice()),
                        Value::from(digest.as_slice()),
                        Value::from(size),
                    ];
                    posted += tx.execute(POST, &row).await?;
                }
                Ok::<_, StoreError>(posted)
            })
        });
        let path = self.path(&digest);
        if posted.await? == 0 {
            // Everybody has the file of the first time.
            fs::remove_file(path)?;
        }
        Ok(Posted { package_id: id, recipients })
    }
}

/// A package that was sealed into the folder.
struct SealedFile {
    verified: Verified,
    measured: Measured,
}

fn seal(
    file: &Path,
    folder: &Path,
    own: OrganisationCode,
    directory: &Directory,
    now: Instant,
) -> Result<SealedFile, DeskError> {
    let refused = |error| match error {
        DeliveryError::Refused(refusal) => DeskError::Refused(refusal),
        DeliveryError::Read(error) | DeliveryError::Write(error) => DeskError::Io(error),
        other @ DeliveryError::Inbox(_) => DeskError::Io(io::Error::other(other)),
    };
    let mut random = [0; 10];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    let path = folder.join(format!("{}{SUFFIX}", Uuid7::from_parts(0, random)));
    let mut out = new_file(&path)?;
    let sealed = delivery::seal(File::open(file)?, directory, now, &Limits::STANDARD, &mut out)
        .map_err(refused)
        .and_then(|sealed| {
            match sealed.verified.signers.iter().any(|signer| signer.organisation_code == own) {
                true => Ok(sealed.verified),
                false => Err(DeskError::Refused(Refusal::SignerNotSender)),
            }
        });
    let moved = sealed.and_then(|verified| {
        out.sync_all()?;
        let measured = Measured::of_stream(File::open(&path)?)?;
        fs::rename(&path, kept(folder, &measured.sha256))?;
        Ok(SealedFile { verified, measured })
    });
    if moved.is_err() {
        let _ = fs::remove_file(&path);
    }
    moved
}

/// Copies a file to a new one that its owner alone reads.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut copy = new_file(to)?;
    let copied = io::copy(&mut File::open(from)?, &mut copy).and_then(|_| copy.sync_all());
    if copied.is_err() {
        let _ = fs::remove_file(to);
    }
    copied
}

fn new_file(path: &Path) -> io::Result<File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
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
