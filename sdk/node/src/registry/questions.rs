//! What members are asked about a bill on which they hold or paid something.
//!
//! A question is written with the change that raises it, under the bill's own key, since a notice is kept under its
//! member's: one transaction would touch two. [`tell`] makes notices of questions afterwards, as often as it takes.

use tongzhou::{
    code::{Code, lists::NoticeKind},
    fault,
};

use super::{
    Key, Registry,
    bill::Bill,
    notices::{self, Raise},
};
use crate::store::{Row, StoreError, Tx, Value};

/// Asks every member with a held or paid claim on the bill, but for the one that raised it.
pub(super) async fn ask(
    tx: &mut Tx<'_>,
    key: &Key,
    bill: &Bill,
    kind: NoticeKind,
    except: Option<&str>,
) -> Result<(), StoreError> {
    let except = except.unwrap_or_default();
    let row = [Value::from(key), Value::from(bill.version), Value::from(kind.code()), Value::from(except)];
    let sql = if fault::is("who-paid-not-asked") { ASK_WHO_HOLDS } else { ASK };
    tx.execute(sql, &row).await.map(drop)
}

/// Asks one member about its claim.
pub(super) async fn ask_one(
    tx: &mut Tx<'_>,
    key: &Key,
    bill: &Bill,
    kind: NoticeKind,
    member: &str,
    claim: [u8; 16],
) -> Result<(), StoreError> {
    let row = [
        Value::from(key),
        Value::from(bill.version),
        Value::from(member),
        Value::from(claim),
        Value::from(kind.code()),
    ];
    tx.execute(ASK_ONE, &row).await.map(drop)
}

/// Makes notices of questions, the oldest first. Each is made as often as this is cut short, and stands once.
///
/// # Errors
/// Those of the store; what is left is told the next time.
pub(super) async fn tell(registry: &Registry) -> Result<u64, StoreError> {
    let questions = registry.store.read(|tx| Box::pin(async move { tx.query(OPEN, &[]).await }));
    let questions: Vec<Row> = questions.await?;
    let mut told = 0;
    for question in questions {
        let (key, version, member): (Key, _, _) = (question.array(0)?, question.int(1)?, question.text(2)?);
        let (about, kind, at): ([u8; 16], _, _) = (question.array(3)?, question.text(4)?, question.int(5)?);
        let notice = Raise {
            member: member.clone(),
            kind: NoticeKind::from_code(&kind).ok_or(StoreError::Misuse("a question of no known kind"))?,
            raised_at: at,
            cause: [key.as_slice(), version.to_be_bytes().as_slice()].concat(),
            cause_at: u64::try_from(at).unwrap_or_default(),
            about: Some(about),
            consent: None,
        };
        let raised = registry.store.write(move |tx| {
            let notice = notice.clone();
            Box::pin(async move { notices::raise(tx, &notice).await })
        });
        raised.await?;
        let row = [
            Value::from(key),
            Value::from(version),
            Value::from(member),
            Value::from(about),
            Value::from(kind),
        ];
        let done = registry.store.write(move |tx| {
            let row = row.clone();
            Box::pin(async move { tx.execute(TOLD, &row).await })
        });
        let done: Result<u64, StoreError> = done.await;
        told += done?;
    }
    Ok(told)
}

const ASK: &str = "\
INSERT INTO question (token, ver, member, about, kind, at)
SELECT token, CAST($2 AS BIGINT), member, claim_id, CAST($3 AS TEXT), (SELECT now_ms FROM clock)
FROM claim WHERE token = $1 AND state IN ('held', 'paid') AND member <> $4";

const ASK_WHO_HOLDS: &str = "\
INSERT INTO question (token, ver, member, about, kind, at)
SELECT token, CAST($2 AS BIGINT), member, claim_id, CAST($3 AS TEXT), (SELECT now_ms FROM clock)
FROM claim WHERE token = $1 AND state = 'held' AND member <> $4";

const ASK_ONE: &str = "\
INSERT INTO question (token, ver, member, about, kind, at) VALUES ($1, $2, $3, $4, $5, (SELECT now_ms FROM clock))";

const OPEN: &str = "SELECT token, ver, member, about, kind, at FROM question ORDER BY at LIMIT 500";

const TOLD: &str = "\
DELETE FROM question WHERE token = $1 AND ver = $2 AND member = $3 AND about = $4 AND kind = $5";
