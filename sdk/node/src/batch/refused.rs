//! Messages that were refused. Who sent one by file was told so and goes by it; if the file comes a second time, the
//! message must not be done after all because others have made room meanwhile. What was done needs no row here: its own
//! id says that it was.

use sha2::{Digest, Sha256};
use tongzhou::json;
use tongzhou_exchange::{
    batch::Message,
    message::wire::Organisation,
    problem::{Problem, ProblemKind, is_worth_a_retry},
};

use crate::store::{Store, StoreError, Value};

/// Why this message was refused before; `None` where it was not.
pub(super) async fn before(
    store: &Store,
    from: &Organisation,
    message: &Message,
) -> Result<Option<Problem>, StoreError> {
    let (member, id, content) = (from.to_string(), *message.message_id.as_bytes(), content(message));
    store
        .read(move |tx| {
            let key = [Value::from(member.as_str()), Value::from(id)];
            Box::pin(async move {
                let Some(row) = tx.query_opt(READ, &key).await? else { return Ok(None) };
                if row.bytes(0)? != content {
                    return Ok(Some(ProblemKind::Conflict.into()));
                }
                // What is read here was written here.
                let problem = json::from_str(&row.text(1)?);
                Ok(Some(problem.unwrap_or_else(|_| ProblemKind::Internal.into())))
            })
        })
        .await
}

/// Writes down that a message was refused, unless it may be done another time.
pub(super) async fn remember(
    store: &Store,
    from: &Organisation,
    message: &Message,
    problem: &Problem,
) -> Result<(), StoreError> {
    if is_worth_a_retry(problem.code) {
        return Ok(());
    }
    let (member, id, content) = (from.to_string(), *message.message_id.as_bytes(), content(message));
    let problem = serde_json::to_string(problem).unwrap_or_default();
    store
        .write(move |tx| {
            let row = [
                Value::from(member.as_str()),
                Value::from(id),
                Value::from(content),
                Value::from(problem.as_str()),
            ];
            Box::pin(async move { tx.execute(WRITE, &row).await.map(|_| ()) })
        })
        .await
}

/// Forgets those that no file can hold any more.
pub(super) async fn forget_old(store: &Store) -> Result<(), StoreError> {
    store.write(|tx| Box::pin(async move { tx.execute(FORGET, &[]).await.map(|_| ()) })).await
}

fn content(message: &Message) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(message.operation.as_bytes());
    hash.update([0]);
    hash.update(message.body.as_bytes());
    hash.finalize().into()
}

const READ: &str = "SELECT content, problem FROM refused_message WHERE member = $1 AND message_id = $2";

const WRITE: &str = "\
INSERT INTO refused_message (member, message_id, content, problem, refused_at)
VALUES ($1, $2, $3, $4, (SELECT now_ms FROM clock))
ON CONFLICT DO NOTHING";

/// A message may be put into a new file as long as its sender waits; after ninety days nobody does.
const FORGET: &str = "DELETE FROM refused_message WHERE refused_at < (SELECT now_ms FROM clock) - 7776000000";
