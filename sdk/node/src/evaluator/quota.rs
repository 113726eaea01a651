//! How many elements a member may have evaluated on a day in China: counted in the database by one conditional
//! update, so that neither a restart nor a hundred requests at once let one more through.

use std::collections::BTreeMap;

use tongzhou::{code::Code, fault, model::primitive::Count, value::Sha256Digest};
use tongzhou_exchange::{
    message::{Request, evaluation::Evaluate, wire::Organisation},
    problem::{Problem, ProblemKind},
};

use super::Evaluator;
use crate::store::{StoreError, Tx, Value};

/// How many elements each member may have evaluated on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotas {
    /// For a member of which nothing else is said.
    pub default: u32,
    /// For members with a quota of their own, by organisation code.
    pub members: BTreeMap<String, u32>,
}

impl Default for Quotas {
    fn default() -> Self {
        Self { default: 200, members: BTreeMap::new() }
    }
}

impl Quotas {
    /// The quota of a member.
    pub fn of(&self, member: &Organisation) -> u32 {
        self.members.get(member.as_str()).copied().unwrap_or(self.default)
    }
}

/// How many elements a member had evaluated today.
///
/// # Errors
/// Those of the store.
pub async fn used_today(evaluator: &Evaluator, member: &Organisation) -> Result<i64, StoreError> {
    let who = member.clone();
    let read = evaluator.store.read(move |tx| {
        let who = who.clone();
        Box::pin(async move {
            let row = tx.query_opt(USED, &[Value::from(who.as_str())]).await?;
            row.map_or(Ok(0), |row| row.int(0))
        })
    });
    read.await
}

/// Counts a request, unless it was counted before.
pub(super) async fn count(
    evaluator: &Evaluator,
    member: &Organisation,
    request: &Evaluate,
) -> Result<(), Problem> {
    let quota = i64::from(evaluator.quotas.of(member));
    let limit = if fault::is("quota-without-end") { i64::MAX / 2 } else { quota };
    let (who, what) = (member.clone(), request.clone());
    let content = *Sha256Digest::of(&request.write()).as_bytes();
    let counted = evaluator.store.write(move |tx| {
        let (who, what) = (who.clone(), what.clone());
        Box::pin(async move { count_in(tx, &who, &what, content, limit).await })
    });
    counted.await
}

async fn count_in(
    tx: &mut Tx<'_>,
    member: &Organisation,
    request: &Evaluate,
    content: [u8; 32],
    limit: i64,
) -> Result<(), Problem> {
    let elements = i64::try_from(request.elements.len()).unwrap_or(i64::MAX);
    let now = tx.query_opt(NOW, &[]).await?.ok_or(ProblemKind::Internal)?;
    let (day, seconds_left) = (now.int(0)?, now.int(1)?);
    let row = [
        Value::from(member.as_str()),
        Value::from(request.request_id.as_bytes()),
        Value::from(content),
        Value::from(request.purpose.code()),
        Value::from(i64::from(request.epoch.get())),
        Value::from(request.consent.0),
        Value::from(elements),
        Value::from(day),
    ];
    if tx.execute(NOTE, &row).await? == 0 {
        let [who, id, ..] = row;
        let stored = tx.query_opt(CONTENT, &[who, id]).await?.ok_or(ProblemKind::Internal)?;
        let same = stored.array(0)? == content || fault::is("evaluation-id-serves-twice");
        return if same && !fault::is("evaluation-sent-again-refused") {
            Ok(())
        } else {
            Err(ProblemKind::Conflict.into())
        };
    }
    tx.execute(BEGIN_DAY, &[Value::from(member.as_str()), Value::from(day)]).await?;
    let within = [Value::from(member.as_str()), Value::from(day), Value::from(elements), Value::from(limit)];
    if tx.execute(COUNT, &within).await? == 1 {
        return Ok(());
    }
    let retry_after = Some(Count::saturating(u32::try_from(seconds_left).unwrap_or_default()));
    Err(Problem { retry_after, ..Problem::new(ProblemKind::Quota) })
}

/// The day in China, and how many seconds of it are left.
const NOW: &str = "\
SELECT (now_ms + 28800000) / 86400000, 86400 - (now_ms + 28800000) % 86400000 / 1000 FROM clock";

const NOTE: &str = "\
INSERT INTO evaluation (member, request_id, content, purpose, epoch, consent, elements, day, counted_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT now_ms FROM clock))
ON CONFLICT DO NOTHING";

const CONTENT: &str = "SELECT content FROM evaluation WHERE member = $1 AND request_id = $2";

const BEGIN_DAY: &str = "\
INSERT INTO evaluation_quota (member, day, used) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING";

const COUNT: &str = "\
UPDATE evaluation_quota SET used = used + $3 WHERE member = $1 AND day = $2 AND used + $3 <= $4";

const USED: &str = "\
SELECT used FROM evaluation_quota
WHERE member = $1 AND day = (SELECT (now_ms + 28800000) / 86400000 FROM clock)";
