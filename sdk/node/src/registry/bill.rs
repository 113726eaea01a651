//! The row of a bill: what every change of it does, whatever it is for.
//!
//! In each transaction a claim's row is changed before its bill's, and a bill's before a claim is added to it, so two
//! wait for each other at most where a reservation comes twice while its claim is being changed; the database then ends one
//! of them, which is run again. What is decided is decided by the condition of an UPDATE, never by what was read before.

use serde::Serialize;
use tongzhou::{fault, model::primitive::Size, value::Money};
use tongzhou_exchange::{
    message::{
        claim::ExpenseState,
        wire::{Id, Sum},
    },
    problem::{Problem, ProblemKind},
};

use super::{Key, id};
use crate::store::{Row, StoreError, Tx, Value};

/// What stands in the row, in fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bill {
    pub(super) burden: i64,
    pub(super) held: i64,
    pub(super) paid: i64,
    pub(super) void: bool,
    pub(super) version: i64,
}

/// What happened to a bill, as the log is told: who did what, and what the bill stands at since.
pub(super) struct Event<'e> {
    pub(super) kind: &'static str,
    /// The id of the claim or the statement.
    pub(super) about: [u8; 16],
    pub(super) member: &'e str,
    pub(super) amount: Option<i64>,
}

impl Bill {
    fn of(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            burden: row.int(0)?,
            held: row.int(1)?,
            paid: row.int(2)?,
            void: row.flag(3)?,
            version: row.int(4)?,
        })
    }

    /// What may still be held.
    pub(super) fn left(&self) -> i64 {
        let taken = if fault::is("left-without-what-is-paid") { self.held } else { self.taken() };
        let least = if fault::is("left-below-nothing") { i64::MIN } else { 0 };
        self.burden.saturating_sub(taken).max(least)
    }

    /// What is held and paid.
    pub(super) fn taken(&self) -> i64 {
        self.held.saturating_add(self.paid)
    }

    pub(super) fn state(&self) -> Result<ExpenseState, Problem> {
        Ok(ExpenseState {
            burden: sum(self.burden)?,
            held: sum(if fault::is("sum-of-what-is-held-not-told") { 0 } else { self.held })?,
            paid: sum(self.paid)?,
            left: sum(self.left())?,
            void: self.void,
            version: size(self.version)?,
        })
    }
}

/// The bill as it stands.
pub(super) async fn read(tx: &mut Tx<'_>, key: &Key) -> Result<Option<Bill>, StoreError> {
    tx.query_opt(READ, &[Value::from(key)]).await?.as_ref().map(Bill::of).transpose()
}

/// Raises the version of the bill, which is made where there is none, and keeps others from it until the end of the
/// transaction. What it tells is of before the change, but for the version.
pub(super) async fn take(tx: &mut Tx<'_>, key: &Key, burden: i64) -> Result<Bill, StoreError> {
    one(tx.query_opt(TAKE, &[Value::from(key), Value::from(burden)]).await?)
}

/// Holds an amount if the lowest burden that is stated leaves as much. The bill was [taken](take).
pub(super) async fn hold(tx: &mut Tx<'_>, key: &Key, amount: i64) -> Result<Option<Bill>, StoreError> {
    let sql = match () {
        () if fault::is("dropped-condition") => HOLD_WITHOUT_CONDITION,
        () if fault::is("held-though-void") => HOLD_THOUGH_VOID,
        () if fault::is("a-fen-too-much-is-held") => HOLD_A_FEN_TOO_MUCH,
        () if fault::is("what-is-paid-does-not-count") => HOLD_BESIDE_WHAT_IS_PAID,
        () => HOLD,
    };
    tx.query_opt(sql, &[Value::from(key), Value::from(amount)]).await?.as_ref().map(Bill::of).transpose()
}

/// Moves amounts in or out of what is held and what is paid, and raises the version.
pub(super) async fn shift(tx: &mut Tx<'_>, key: &Key, held: i64, paid: i64) -> Result<Bill, StoreError> {
    one(tx.query_opt(SHIFT, &[Value::from(key), Value::from(held), Value::from(paid)]).await?)
}

/// Writes down what a member says of the burden, unless it said something later before; the order of the ids decides.
/// The bill was [taken](take).
pub(super) async fn state(
    tx: &mut Tx<'_>,
    key: &Key,
    member: &str,
    statement: [u8; 16],
    amount: i64,
    source: &'static str,
) -> Result<(), StoreError> {
    let row = [
        Value::from(key),
        Value::from(member),
        Value::from(statement),
        Value::from(amount),
        Value::from(source),
    ];
    if fault::is("burden-of-others-forgotten") {
        tx.execute(FORGET_OTHERS, &[Value::from(key), Value::from(member)]).await?;
    }
    if fault::is("late-statement-replaces") {
        tx.execute(FORGET_OWN, &[Value::from(key), Value::from(member)]).await?;
    }
    tx.execute(STATE, &row).await.map(drop)
}

/// The lowest burden that is stated becomes that of the bill, and nothing that of a void one. The bill was
/// [taken](take).
pub(super) async fn settle(tx: &mut Tx<'_>, key: &Key) -> Result<Bill, StoreError> {
    let sql = if fault::is("cap-not-lowered") { READ } else { SETTLE };
    one(tx.query_opt(sql, &[Value::from(key)]).await?)
}

/// Nothing may be held on the bill any more. It was [taken](take).
pub(super) async fn void(tx: &mut Tx<'_>, key: &Key) -> Result<Bill, StoreError> {
    one(tx.query_opt(VOID, &[Value::from(key)]).await?)
}

/// Writes down for the log what made this version of the bill.
pub(super) async fn note(tx: &mut Tx<'_>, key: &Key, bill: &Bill, event: &Event<'_>) -> Result<(), Problem> {
    if fault::is("lost-outbox-row") && bill.version % 8 == 0 {
        return Ok(());
    }
    let record = Record {
        kind: event.kind,
        about: id(event.about),
        member: event.member,
        amount: event.amount.map(sum).transpose()?,
        burden: sum(bill.burden)?,
        held: sum(bill.held)?,
        paid: sum(bill.paid)?,
        void: bill.void,
        version: bill.version,
    };
    let record = serde_json::to_vec(&record).map_err(|_| ProblemKind::Internal)?;
    let mut salt = [0; 32];
    getrandom::fill(&mut salt).map_err(|_| ProblemKind::Unavailable)?;
    let row = [
        Value::from(key),
        Value::from(bill.version),
        Value::from(event.about),
        Value::from(event.kind),
        Value::from(event.member),
        Value::from(salt),
        Value::from(record),
    ];
    tx.execute(NOTE, &row).await?;
    Ok(())
}

/// An amount as answers write it.
pub(super) fn sum(fen: i64) -> Result<Sum, Problem> {
    Money::from_fen(fen).map(Sum).ok_or_else(|| ProblemKind::Internal.into())
}

/// A version as answers write it.
pub(super) fn size(version: i64) -> Result<Size, Problem> {
    u64::try_from(version).ok().and_then(Size::new).ok_or_else(|| ProblemKind::Internal.into())
}

fn one(row: Option<Row>) -> Result<Bill, StoreError> {
    Bill::of(&row.ok_or(StoreError::Misuse("a claim without its bill"))?)
}

/// A leaf's content. It names no token: the row beside it is found by the log alone.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Record<'r> {
    kind: &'r str,
    about: Id,
    member: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Sum>,
    burden: Sum,
    held: Sum,
    paid: Sum,
    void: bool,
    version: i64,
}

const READ: &str = "SELECT burden, held, paid, void, ver FROM expense WHERE token = $1";

const TAKE: &str = "\
INSERT INTO expense (token, burden, cap, ver) VALUES ($1, $2, $2, 1)
ON CONFLICT (token) DO UPDATE SET ver = expense.ver + 1
RETURNING burden, held, paid, void, ver";

const HOLD: &str = "\
UPDATE expense SET held = held + $2,
       burden = (SELECT min(amount) FROM burden WHERE token = $1),
       cap = (SELECT min(amount) FROM burden WHERE token = $1)
WHERE token = $1 AND void = 0 AND held + paid + $2 <= (SELECT min(amount) FROM burden WHERE token = $1)
RETURNING burden, held, paid, void, ver";

const HOLD_WITHOUT_CONDITION: &str = "\
UPDATE expense SET held = held + $2,
       burden = (SELECT min(amount) FROM burden WHERE token = $1),
       cap = cap + $2
WHERE token = $1
RETURNING burden, held, paid, void, ver";

const HOLD_THOUGH_VOID: &str = "\
UPDATE expense SET held = held + $2, void = 0,
       burden = (SELECT min(amount) FROM burden WHERE token = $1),
       cap = (SELECT min(amount) FROM burden WHERE token = $1)
WHERE token = $1 AND held + paid + $2 <= (SELECT min(amount) FROM burden WHERE token = $1)
RETURNING burden, held, paid, void, ver";

const HOLD_A_FEN_TOO_MUCH: &str = "\
UPDATE expense SET held = held + $2,
       burden = (SELECT min(amount) FROM burden WHERE token = $1),
       cap = (SELECT min(amount) + 1 FROM burden WHERE token = $1)
WHERE token = $1 AND void = 0 AND held + paid + $2 <= (SELECT min(amount) + 1 FROM burden WHERE token = $1)
RETURNING burden, held, paid, void, ver";

const HOLD_BESIDE_WHAT_IS_PAID: &str = "\
UPDATE expense SET held = held + $2,
       burden = (SELECT min(amount) FROM burden WHERE token = $1),
       cap = (SELECT min(amount) FROM burden WHERE token = $1) + paid
WHERE token = $1 AND void = 0 AND held + $2 <= (SELECT min(amount) FROM burden WHERE token = $1)
RETURNING burden, held, paid, void, ver";

const FORGET_OTHERS: &str = "DELETE FROM burden WHERE token = $1 AND member <> $2";

const FORGET_OWN: &str = "DELETE FROM burden WHERE token = $1 AND member = $2";

const SHIFT: &str = "\
UPDATE expense SET held = held + $2, paid = paid + $3, ver = ver + 1,
       cap = CASE WHEN held + paid + $2 + $3 > burden THEN held + paid + $2 + $3 ELSE burden END
WHERE token = $1
RETURNING burden, held, paid, void, ver";

const STATE: &str = "\
INSERT INTO burden (token, member, statement_id, amount, source) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (token, member) DO UPDATE
SET statement_id = excluded.statement_id, amount = excluded.amount, source = excluded.source
WHERE burden.statement_id < excluded.statement_id";

const SETTLE: &str = "\
UPDATE expense SET
       burden = CASE WHEN void = 1 THEN 0 ELSE (SELECT min(amount) FROM burden WHERE token = $1) END,
       cap = CASE WHEN void = 1 OR held + paid > (SELECT min(amount) FROM burden WHERE token = $1) THEN held + paid
                  ELSE (SELECT min(amount) FROM burden WHERE token = $1) END
WHERE token = $1
RETURNING burden, held, paid, void, ver";

const VOID: &str = "\
UPDATE expense SET void = 1, burden = 0, cap = held + paid WHERE token = $1
RETURNING burden, held, paid, void, ver";

const NOTE: &str = "\
INSERT INTO outbox (token, ver, about, kind, member, salt, record, at)
VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT now_ms FROM clock))";
