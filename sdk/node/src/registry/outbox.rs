//! What the log is to be told of entries: one row beside each row, in its transaction.

use tongzhou::value::Sha256Digest;
use tongzhou_exchange::{message::wire::Organisation, problem::Problem};

use super::Key;
use crate::store::{StoreError, Tx, Value};

/// What is told of an entry: its leaf will be a commitment to `record` under `salt`.
pub(super) struct Leaf {
    pub(super) about: [u8; 16],
    pub(super) kind: &'static str,
    pub(super) member: Organisation,
    pub(super) salt: [u8; 32],
    pub(super) record: [u8; 32],
}

/// Writes a leaf to be. Once in the log it stays there, but without this row's salt it tells nothing.
pub(super) async fn write(tx: &mut Tx<'_>, key: &Key, leaf: &Leaf) -> Result<(), Problem> {
    let row = [
        Value::from(key),
        Value::from(number(&leaf.about, leaf.kind)),
        Value::from(leaf.about),
        Value::from(leaf.kind),
        Value::from(leaf.member.as_str()),
        Value::from(leaf.salt),
        Value::from(leaf.record),
    ];
    tx.execute(WRITE, &row).await?;
    Ok(())
}

/// Destroys the salts of an entry's leaves, with all else that stands beside them.
pub(super) async fn erase(tx: &mut Tx<'_>, key: &Key, about: &[u8; 16]) -> Result<(), StoreError> {
    for kind in [APPENDED, TAKEN_BACK] {
        tx.execute(ERASE, &[Value::from(key), Value::from(number(about, kind))]).await?;
    }
    Ok(())
}

/// What keys the row beside the token. Bills count their versions; the entries of a child have no order that a row
/// would have to keep, and a count of them would be left when they are erased.
fn number(about: &[u8; 16], kind: &str) -> i64 {
    let digest = Sha256Digest::of(&[about.as_slice(), kind.as_bytes()].concat());
    let [a, b, c, d, e, f, g, h, ..] = *digest.as_bytes();
    i64::from_be_bytes([a & 0x7f, b, c, d, e, f, g, h])
}

/// A leaf about an entry that was made.
pub(super) const APPENDED: &str = "entry-appended";
/// A leaf about an entry that was taken back.
pub(super) const TAKEN_BACK: &str = "entry-withdrawn";

const WRITE: &str = "\
INSERT INTO outbox (token, ver, about, kind, member, salt, record, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT now_ms FROM clock))
ON CONFLICT DO NOTHING";

const ERASE: &str = "DELETE FROM outbox WHERE token = $1 AND ver = $2";
