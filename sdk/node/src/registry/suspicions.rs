//! `suspicions/…`: that a question was raised, and how people answered it.
//!
//! Records are only ever added. Who made the first of a suspicion, and whoever any of its records concerns, may read
//! it and add to it. A status follows the one before it as the standard says, or is the same once more, since people may
//! correct what they wrote; and what was cleared costs the family nothing.

use std::collections::BTreeSet;

use tongzhou::{
    code::{
        self, Code,
        lists::{SuspicionKind, SuspicionResolution, SuspicionStatus},
    },
    fault,
};
use tongzhou_exchange::{
    message::{
        suspicion::{ReadSuspicion, RecordSuspicion, SuspicionHistory, SuspicionRecord},
        wire::{Hex32, Id, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use super::{Registry, at, id};
use crate::store::{Row, Tx, Value};

/// Adds a record.
///
/// # Errors
/// [`Unknown`](ProblemKind::Unknown) where the suspicion is of others and does not concern the caller;
/// [`Conflict`](ProblemKind::Conflict) where the id stands for another record;
/// [`Unsound`](ProblemKind::Unsound) where the record may not stand after the one before it.
pub async fn record(
    registry: &Registry,
    member: &Organisation,
    request: &RecordSuspicion,
) -> Result<SuspicionHistory, Problem> {
    let (who, what) = (member.clone(), request.clone());
    let written = registry.store.write(move |tx| {
        let (who, what) = (who.clone(), what.clone());
        Box::pin(async move {
            let suspicion = Value::from(what.suspicion_id.as_bytes());
            tx.execute(OPEN, &[suspicion.clone(), Value::from(who.as_str())]).await?;
            let before = known_to(tx, what.suspicion_id, &who).await?;
            if !before.iter().any(|stored| stored.record.record_id == what.record_id) {
                follows(before.last().map(|stored| stored.record.status), &what)?;
            }
            let row = row(&who, &what);
            let added = tx.execute(RECORD, &row).await?;
            let history = known_to(tx, what.suspicion_id, &who).await?;
            let stored = history.iter().find(|stored| stored.record.record_id == what.record_id);
            let same = stored.is_some_and(|stored| stored.is(&who, &what))
                && !fault::is("record-sent-again-refused");
            let same = same || fault::is("record-id-serves-twice");
            if added == 1 || same {
                Ok(answer(what.suspicion_id, history))
            } else {
                Err(Problem::new(ProblemKind::Conflict))
            }
        })
    });
    written.await
}

/// Every record of a suspicion, for those who may read it.
///
/// # Errors
/// [`Unknown`](ProblemKind::Unknown) for everybody else.
pub async fn read(
    registry: &Registry,
    member: &Organisation,
    request: &ReadSuspicion,
) -> Result<SuspicionHistory, Problem> {
    let (who, suspicion) = (member.clone(), request.suspicion_id);
    let read = registry.store.read(move |tx| {
        let who = who.clone();
        Box::pin(async move { Ok(answer(suspicion, known_to(tx, suspicion, &who).await?)) })
    });
    read.await
}

/// Whether a record may stand after one of this status.
fn follows(before: Option<SuspicionStatus>, request: &RecordSuspicion) -> Result<(), Problem> {
    let from = before.map_or_else(|| "begins".to_owned(), |before| format!("{}-to", before.code()));
    let step = format!("suspicion-status-{from}-{}", request.status.code());
    let rows = code::list("status-transition").map_or(&[][..], code::Codelist::rows);
    let allowed = before == Some(request.status) || rows.iter().any(|row| row.code() == step);
    let allowed = allowed || fault::is("any-status-may-follow");
    let allowed =
        allowed || fault::is("upheld-without-a-meeting") && request.status == SuspicionStatus::Upheld;
    let decided = matches!(request.status, SuspicionStatus::Cleared | SuspicionStatus::Upheld);
    let decided = decided && !fault::is("decided-without-a-resolution");
    let costs = |resolution: &SuspicionResolution| {
        matches!(
            resolution,
            SuspicionResolution::ReduceAward
                | SuspicionResolution::StopAward
                | SuspicionResolution::RecoverMoney
                | SuspicionResolution::FlagMisconduct
        )
    };
    let cleared = request.status == SuspicionStatus::Cleared && !fault::is("cleared-and-yet-punished");
    let sound = allowed
        && !(decided && request.resolutions.is_empty())
        && !(cleared && request.resolutions.iter().any(costs));
    if sound { Ok(()) } else { Err(ProblemKind::Unsound.into()) }
}

/// A record as it is stored.
struct Stored {
    record: SuspicionRecord,
    concerned: String,
}

impl Stored {
    fn read(row: &Row) -> Result<Self, Problem> {
        let broken = || Problem::new(ProblemKind::Internal);
        let record = SuspicionRecord {
            record_id: id(row.array(0)?),
            member: row.text(1)?.parse().map_err(|_| broken())?,
            recorded_at: at(row.int(2)?)?,
            kind: SuspicionKind::from_code(&row.text(3)?).ok_or_else(broken)?,
            status: SuspicionStatus::from_code(&row.text(4)?).ok_or_else(broken)?,
            resolutions: row.text(5)?.split_whitespace().filter_map(SuspicionResolution::from_code).collect(),
            commitment: Hex32(row.array(7)?),
        };
        Ok(Self { record, concerned: row.text(6)? })
    }

    fn is(&self, member: &Organisation, request: &RecordSuspicion) -> bool {
        self.record.member == *member
            && self.record.kind == request.kind
            && self.record.status == request.status
            && self.record.commitment == request.commitment
            && *self.record.resolutions == *request.resolutions
            && self.concerned == words(request.concerned.iter().map(Organisation::as_str))
    }
}

/// The records of a suspicion, the oldest first, if it concerns `member`.
async fn known_to(tx: &mut Tx<'_>, suspicion: Id, member: &Organisation) -> Result<Vec<Stored>, Problem> {
    let key = [Value::from(suspicion.as_bytes())];
    let opened_by = tx.query_opt(OPENED_BY, &key).await?.ok_or(ProblemKind::Unknown)?.text(0)?;
    let rows = tx.query(HISTORY, &key).await?;
    let history = rows.iter().map(Stored::read).collect::<Result<Vec<_>, _>>()?;
    let concerned: BTreeSet<&str> =
        history.iter().flat_map(|stored| stored.concerned.split_whitespace()).collect();
    let knows = opened_by == member.as_str() || concerned.contains(member.as_str());
    if knows || fault::is("suspicion-known-to-all") {
        Ok(history)
    } else if fault::is("suspicion-of-others-not-yours") {
        Err(ProblemKind::NotYours.into())
    } else {
        Err(ProblemKind::Unknown.into())
    }
}

fn answer(suspicion_id: Id, history: Vec<Stored>) -> SuspicionHistory {
    let gone = if fault::is("last-record-alone-is-told") { history.len().saturating_sub(1) } else { 0 };
    SuspicionHistory {
        suspicion_id,
        records: history.into_iter().skip(gone).map(|stored| stored.record).collect(),
    }
}

fn row(member: &Organisation, request: &RecordSuspicion) -> [Value; 8] {
    [
        Value::from(request.suspicion_id.as_bytes()),
        Value::from(request.record_id.as_bytes()),
        Value::from(member.as_str()),
        Value::from(request.kind.code()),
        Value::from(request.status.code()),
        Value::from(words(request.resolutions.iter().map(|resolution| resolution.code()))),
        Value::from(words(request.concerned.iter().map(Organisation::as_str))),
        Value::from(request.commitment.0),
    ]
}

fn words<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

const OPEN: &str = "INSERT INTO suspicion (suspicion_id, opened_by) VALUES ($1, $2) ON CONFLICT DO NOTHING";

const OPENED_BY: &str = "SELECT opened_by FROM suspicion WHERE suspicion_id = $1";

const RECORD: &str = "\
INSERT INTO suspicion_record (suspicion_id, record_id, member, kind, status, resolutions, concerned, commitment,
                              recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT now_ms FROM clock))
ON CONFLICT DO NOTHING";

const HISTORY: &str = "\
SELECT record_id, member, recorded_at, kind, status, resolutions, concerned, commitment
FROM suspicion_record WHERE suspicion_id = $1 ORDER BY recorded_at, record_id";
