//! What the database says in the end.

use serde_json::Value as Json;
use tongzhou::{
    code::{Code, lists::ClaimState},
    value::Money,
};
use tongzhou_node::{
    registry::Pepper,
    store::{Row, Store, StoreError, Value},
};

use crate::{
    Fallible,
    breach::{Breaches, Promise},
    history::{Bill, BillRow, BurdenRow, Change, ClaimRow, Entry, ExpenseRows, Id, Standing, StatementRow},
    node::PEPPER,
    speech,
};

/// Reads the rows of as many expenses.
pub(crate) async fn read(store: &Store, expenses: u32) -> Fallible<Vec<ExpenseRows>> {
    let mut all = Vec::new();
    for expense in 0..expenses {
        let bill = rows(store, BILL, expense).await?;
        let bill = bill.first().map(|row| -> Result<_, StoreError> {
            let (burden, cap, held, paid) = (row.int(0)?, row.int(1)?, row.int(2)?, row.int(3)?);
            Ok(BillRow { burden, cap, held, paid, version: row.int(4)?, void: row.int(5)? == 1 })
        });
        all.push(ExpenseRows {
            bill: bill.transpose()?,
            claims: rows(store, CLAIMS, expense).await?.iter().map(claim).collect::<Fallible<_>>()?,
            statements: rows(store, STATEMENTS, expense)
                .await?
                .iter()
                .map(statement)
                .collect::<Fallible<_>>()?,
            burdens: rows(store, BURDENS, expense).await?.iter().map(burden).collect::<Fallible<_>>()?,
            outbox: rows(store, OUTBOX, expense).await?.iter().map(entry).collect::<Fallible<_>>()?,
        });
    }
    Ok(all)
}

/// Tries to write more than the cap past the program; the database has to refuse it by itself.
pub(crate) async fn try_the_database(store: &Store, expenses: u32, breaches: &mut Breaches) -> Fallible<()> {
    for expense in 0..expenses {
        let key = key(expense);
        let tried: Result<u64, StoreError> = store
            .write(move |tx| {
                Box::pin(async move {
                    let changed = tx.execute(TOO_MUCH, &[Value::from(key)]).await?;
                    // Nothing is to stay of it where it was let through.
                    if changed > 0 { Err(StoreError::Misuse(LET_THROUGH)) } else { Ok(changed) }
                })
            })
            .await;
        match tried {
            Err(StoreError::Constraint) | Ok(0) => {}
            Err(StoreError::Misuse(LET_THROUGH)) => {
                breaches.add(Promise::DatabaseRefuses, expense, None, None);
            }
            Err(error) => return Err(error.into()),
            Ok(_) => return Err("a change was kept that was to be undone".into()),
        }
    }
    Ok(())
}

async fn rows(store: &Store, sql: &'static str, expense: u32) -> Fallible<Vec<Row>> {
    let key = key(expense);
    let rows: Result<_, StoreError> =
        store.read(move |tx| Box::pin(async move { tx.query(sql, &[Value::from(key)]).await })).await;
    Ok(rows?)
}

fn key(expense: u32) -> [u8; 32] {
    Pepper::new(PEPPER).key(&speech::token(expense))
}

fn claim(row: &Row) -> Fallible<ClaimRow> {
    let state = ClaimState::from_code(&row.text(3)?).ok_or("a claim in no state")?;
    Ok(ClaimRow {
        claim: Id(row.array(0)?),
        member: member(&row.text(1)?)?,
        amount: row.int(2)?,
        standing: speech::standing(state),
        fence: row.int(4)?,
        version: row.int(5)?,
        expires_at: row.int(6)?,
    })
}

fn statement(row: &Row) -> Fallible<StatementRow> {
    Ok(StatementRow { statement: Id(row.array(0)?), member: member(&row.text(1)?)?, version: row.int(2)? })
}

fn burden(row: &Row) -> Fallible<BurdenRow> {
    Ok(BurdenRow { member: member(&row.text(0)?)?, statement: Id(row.array(1)?), burden: row.int(2)? })
}

fn entry(row: &Row) -> Fallible<Entry> {
    let record: Json = serde_json::from_slice(&row.bytes(5)?)?;
    let amount = |name: &str| -> Fallible<i64> {
        let text = record.get(name).and_then(Json::as_str).ok_or("an entry without an amount")?;
        Ok(text.parse::<Money>()?.fen())
    };
    let (burden, held, paid) = (amount("burden")?, amount("held")?, amount("paid")?);
    let bill = Bill {
        version: record.get("version").and_then(Json::as_i64).ok_or("an entry without a version")?,
        burden,
        held,
        paid,
        left: burden.saturating_sub(held + paid).max(0),
        void: record.get("void").and_then(Json::as_bool).ok_or("an entry without void")?,
    };
    let change = match row.text(2)?.as_str() {
        "claim-held" => Change::Claim(Standing::Held),
        "claim-paid" => Change::Claim(Standing::Paid),
        "claim-released" => Change::Claim(Standing::Released),
        "claim-expired" => Change::Claim(Standing::Expired),
        "claim-reversed" => Change::Claim(Standing::Reversed),
        "burden-stated" => Change::Stated,
        "expense-voided" => Change::Voided,
        _ => return Err("an entry of an unknown kind".into()),
    };
    Ok(Entry {
        version: row.int(0)?,
        about: Id(row.array(1)?),
        change,
        member: member(&row.text(3)?)?,
        at: row.int(4)?,
        bill,
    })
}

fn member(code: &str) -> Fallible<u8> {
    let place = speech::organisations().iter().position(|known| known.as_str() == code);
    Ok(u8::try_from(place.ok_or("a row of nobody that was here")?)?)
}

const LET_THROUGH: &str = "the database let through more than the cap";

const BILL: &str = "SELECT burden, cap, held, paid, ver, void FROM expense WHERE token = $1";
const CLAIMS: &str = "\
SELECT claim_id, member, amount, state, fence, ver, expires_at FROM claim WHERE token = $1";
const STATEMENTS: &str = "SELECT statement_id, member, ver FROM statement WHERE token = $1";
const BURDENS: &str = "SELECT member, statement_id, amount FROM burden WHERE token = $1";
const OUTBOX: &str = "SELECT ver, about, kind, member, at, record FROM outbox WHERE token = $1 ORDER BY ver";
const TOO_MUCH: &str = "UPDATE expense SET held = cap - paid + 1 WHERE token = $1";
