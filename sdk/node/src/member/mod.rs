//! A member that receives packages: sealed as they came, judged before they are taken, given to the member's own staff.
//!
//! What is in a package is read from the sealed file, piece by piece: nothing of it is ever written to disk in the
//! clear. A package is known by its id; the same file may be sent again, another one under the same id may not.

mod arriving;
mod desk;
mod judge;
mod parcels;

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

use tongzhou::{
    code::{
        Code,
        lists::{PackagePurpose, ProcessState},
    },
    directory::Directory,
    fault,
    package::limits::Limits,
    sealing::Identity,
    value::{Instant, OrganisationCode, Uuid7},
};
use tongzhou_exchange::{
    message::{
        parcel::{Package, PackageStatus},
        wire::{At, Hex32, Id, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use crate::store::{Row, Store, StoreError, Value};

pub use arriving::Arriving;
pub(crate) use arriving::prepare;
pub use desk::{Case, DeskError, Posted};
pub use parcels::Waiting;

/// What the operations work on.
#[derive(Clone)]
pub struct Member {
    /// Where the rows are.
    pub store: Store,
    /// The folder of the sealed files.
    pub folder: PathBuf,
    /// The member itself.
    pub organisation: OrganisationCode,
    /// Its keys, with which packages are opened.
    pub identities: Arc<[Identity]>,
    /// How many bytes of one sender may wait for the member's staff.
    pub waiting_bytes: u64,
    /// Whether the registry, with its notices, is in the same database.
    pub tells_registry: bool,
}

impl fmt::Debug for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Member")
            .field("organisation", &self.organisation)
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

impl Member {
    /// Whether a sender may send so many bytes more.
    ///
    /// # Errors
    /// [`Quota`](ProblemKind::Quota), and those of the store.
    pub async fn has_room(&self, sender: &Organisation, bytes: u64) -> Result<(), Problem> {
        let who = sender.clone();
        let row = self.store.read(move |tx| {
            let who = Value::from(who.as_str());
            Box::pin(async move { tx.query_opt(WAITING, &[who]).await })
        });
        let waiting = row.await?.map_or(Ok(0), |row| row.int(0)).map_err(Problem::from)?;
        let waiting = u64::try_from(waiting).unwrap_or(u64::MAX);
        if waiting.saturating_add(bytes) > self.waiting_bytes {
            Err(ProblemKind::Quota.into())
        } else {
            Ok(())
        }
    }

    /// Begins to take a file in.
    ///
    /// # Errors
    /// [`Unavailable`](ProblemKind::Unavailable) where it cannot be written.
    pub async fn begin(&self) -> Result<Arriving, Problem> {
        Arriving::begin(&self.folder).await
    }

    /// Judges a sealed package that is wholly there, and keeps it.
    ///
    /// # Errors
    /// [`Unsound`](ProblemKind::Unsound) with the rules that were broken; [`NotYours`](ProblemKind::NotYours) where
    /// the caller has not signed it or it is for others; [`Conflict`](ProblemKind::Conflict) where its id was used
    /// for another file.
    pub async fn receive(
        &self,
        caller: &Organisation,
        arriving: Arriving,
        digest: [u8; 32],
        size: u64,
        directory: Arc<Directory>,
        now: Instant,
    ) -> Result<Package, Problem> {
        let (arriving, file) = arriving.finish().await?;
        let (identities, organisation) = (Arc::clone(&self.identities), self.organisation);
        let judging = tokio::task::spawn_blocking(move || {
            judge::judge(&file, organisation, &identities, &directory, now, &Limits::STANDARD)
        });
        let judged = judging.await.map_err(|_| ProblemKind::Internal)??;
        if !judged.signers.iter().any(|signer| signer.to_string() == caller.as_str()) {
            return Err(ProblemKind::NotYours.into());
        }
        // The file first: a row never points to nothing.
        arriving.keep(&self.folder, &digest).await?;
        let row = [
            Value::from(judged.package_id.as_bytes().as_slice()),
            Value::from(caller.as_str()),
            Value::from(judged.purpose.code()),
            Value::from(digest.as_slice()),
            Value::from(i64::try_from(size).unwrap_or(i64::MAX)),
            Value::from(ProcessState::Submitted.code()),
            Value::from(judged.warnings.join(" ")),
        ];
        let id = judged.package_id;
        let who = caller.clone();
        let written = self.store.write(move |tx| {
            let (row, who) = (row.clone(), who.clone());
            Box::pin(async move {
                tx.execute(RECEIVE, &row).await?;
                let kept = tx.query_opt(READ, &[Value::from(id.as_bytes().as_slice())]).await?;
                let kept = kept.ok_or(ProblemKind::Internal)?;
                let same = kept.array::<32>(3)? == digest && kept.text(1)? == who.as_str();
                let same = (same || fault::is("package-id-serves-twice"))
                    && !fault::is("package-sent-again-refused");
                if same { package(&kept) } else { Err(ProblemKind::Conflict.into()) }
            })
        });
        written.await
    }

    /// Where a package stands that the caller sent.
    ///
    /// # Errors
    /// [`Unknown`](ProblemKind::Unknown) where it did not send one of that id.
    pub async fn status(&self, caller: &Organisation, request: &PackageStatus) -> Result<Package, Problem> {
        let (id, who) = (request.package_id, caller.clone());
        let read = self.store.read(move |tx| {
            Box::pin(async move { tx.query_opt(READ, &[Value::from(id.as_bytes().as_slice())]).await })
        });
        let row = read.await?.ok_or(ProblemKind::Unknown)?;
        let told = row.text(1)? == who.as_str() || fault::is("package-status-for-anybody");
        if !told && fault::is("package-of-others-not-yours") {
            return Err(ProblemKind::NotYours.into());
        }
        if told { package(&row) } else { Err(ProblemKind::Unknown.into()) }
    }

    /// Where the file of a digest is.
    fn path(&self, digest: &[u8; 32]) -> PathBuf {
        kept(&self.folder, digest)
    }
}

/// Where a file is kept: under its digest.
fn kept(folder: &Path, digest: &[u8; 32]) -> PathBuf {
    folder.join(format!("{}.tzpkg.age", Hex32(*digest)))
}

/// A row of [`READ`] as it is told.
fn package(row: &Row) -> Result<Package, Problem> {
    let warnings = row.text(6)?;
    Ok(Package {
        package_id: Id(uuid(&row.array(0)?)),
        purpose: PackagePurpose::from_code(&row.text(2)?).ok_or(ProblemKind::Internal)?,
        digest: Hex32(row.array(3)?),
        received_at: moment(row.int(4)?)?,
        state: ProcessState::from_code(&row.text(5)?).ok_or(ProblemKind::Internal)?,
        warnings: warnings.split(' ').filter(|code| !code.is_empty()).map(str::to_owned).collect(),
    })
}

fn moment(millis: i64) -> Result<At, Problem> {
    Instant::from_unix_seconds(millis.div_euclid(1000)).map(At).ok_or_else(|| ProblemKind::Internal.into())
}

/// An id from its bytes, which were one when they were written.
fn uuid(bytes: &[u8; 16]) -> Uuid7 {
    let [a, b, c, d, e, f, rest @ ..] = *bytes;
    Uuid7::from_parts(u64::from_be_bytes([0, 0, a, b, c, d, e, f]), rest)
}

/// Whether work failed because the database did.
fn store_failed(error: StoreError) -> Problem {
    error.into()
}

const WAITING: &str = "\
SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM package WHERE sender = $1 AND fetched_at IS NULL";

const RECEIVE: &str = "\
INSERT INTO package (package_id, sender, purpose, digest, size, received_at, state, state_at, ver, warnings)
VALUES ($1, $2, $3, $4, $5, (SELECT now_ms FROM clock), $6, (SELECT now_ms FROM clock), 1, $7)
ON CONFLICT DO NOTHING";

const READ: &str = "\
SELECT package_id, sender, purpose, digest, received_at, state, warnings FROM package WHERE package_id = $1";
