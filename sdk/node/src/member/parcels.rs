//! Parcels: sealed packages that wait here for another member.

use std::path::PathBuf;

use tongzhou::{fault, model::primitive::Size, value::Uuid7};
use tongzhou_exchange::{
    message::{
        parcel::{ListParcels, Parcel, Parcels},
        wire::{Hex32, Id, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use super::{Member, moment, uuid};
use crate::store::Value;

/// A parcel that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Where its file is.
    pub path: PathBuf,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
    /// Bytes of the file.
    pub size: u64,
}

impl Member {
    /// What waits for the caller and was not fetched, the oldest first.
    ///
    /// # Errors
    /// Those of the store.
    pub async fn parcels(&self, caller: &Organisation, _: &ListParcels) -> Result<Parcels, Problem> {
        let who = caller.clone();
        let rows = self.store.read(move |tx| {
            let who = Value::from(who.as_str());
            let sql = if fault::is("what-was-sent-waits") { LIST_SENT } else { LIST };
            Box::pin(async move { tx.query(sql, &[who]).await })
        });
        let rows = rows.await.map_err(super::store_failed)?;
        let parcels = rows.iter().map(|row| {
            Ok(Parcel {
                package_id: Id(uuid(&row.array(0)?)),
                digest: Hex32(row.array(1)?),
                size: Size::saturating(u64::try_from(row.int(2)?).unwrap_or_default()),
                since: moment(row.int(3)?)?,
            })
        });
        Ok(Parcels { parcels: parcels.collect::<Result<_, Problem>>()? })
    }

    /// A parcel for the caller. From now on it is not listed, and can be fetched again all the same.
    ///
    /// # Errors
    /// [`Unknown`](ProblemKind::Unknown) where none of that id waits for the caller.
    pub async fn parcel(&self, caller: &Organisation, id: Uuid7) -> Result<Waiting, Problem> {
        let who = caller.clone();
        let row = self.store.write(move |tx| {
            let row = [Value::from(who.as_str()), Value::from(id.as_bytes().as_slice())];
            let sql = match () {
                () if fault::is("sender-fetches-its-own") => FETCH_SENT,
                () if fault::is("parcel-for-anybody") => FETCH_ANYBODYS,
                () => FETCH,
            };
            Box::pin(async move { tx.query_opt(sql, &row).await })
        });
        let row = row.await.map_err(super::store_failed)?.ok_or(ProblemKind::Unknown)?;
        let digest = row.array(0)?;
        Ok(Waiting { path: self.path(&digest), digest, size: u64::try_from(row.int(1)?).unwrap_or_default() })
    }
}

const LIST: &str = "\
SELECT package_id, digest, size, posted_at FROM parcel
WHERE recipient = $1 AND fetched_at IS NULL
ORDER BY posted_at, package_id LIMIT 1000";

const FETCH: &str = "\
UPDATE parcel SET fetched_at = coalesce(fetched_at, (SELECT now_ms FROM clock))
WHERE recipient = $1 AND package_id = $2
RETURNING digest, size";

const LIST_SENT: &str = "\
SELECT package_id, digest, size, received_at FROM package WHERE sender = $1 ORDER BY received_at, package_id LIMIT 1000";

const FETCH_SENT: &str = "SELECT digest, size FROM package WHERE sender = $1 AND package_id = $2";

const FETCH_ANYBODYS: &str =
    "SELECT digest, size FROM package WHERE (sender = $1 OR package_id = $2) AND package_id = $2";
