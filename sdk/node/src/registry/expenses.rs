//! `expenses/…`: what members say of a bill, and what is left of it.
//!
//! Of each member the statement counts whose id is last; of all members, the lowest. What is held or paid stands
//! even where it is more than that, and people are asked.

use tongzhou::{
    code::{
        Code,
        lists::{ConsentPurpose, NoticeKind},
    },
    fault,
};
use tongzhou_exchange::{
    message::{
        Request,
        claim::{ExpenseNoted, ExpenseState, ExpenseToken, ReadExpense, StateBurden, VoidExpense},
        wire::{Id, Organisation},
    },
    problem::{Problem, ProblemKind},
};

use super::{
    Key, Registry,
    bill::{self, Bill, Event},
    claims::Turn,
    consents, questions,
};
use crate::store::{StoreError, Tx, Value};

/// Notes what a member says of the burden. The same statement again is answered as before.
///
/// # Errors
/// [`Conflict`](ProblemKind::Conflict) where the id stands for another statement.
pub async fn state(
    registry: &Registry,
    member: &Organisation,
    request: &StateBurden,
) -> Result<ExpenseNoted, Problem> {
    registry.require_epochs([request.expense.epoch.get()].into_iter())?;
    let said = Said::Burden { amount: request.burden.amount.fen(), source: request.burden.source.code() };
    note(registry, member, &request.expense, request.statement_id, said, request.write()).await
}

/// Notes that a red bill cancelled the bill; nothing is held on it any more. The same again is answered as before.
///
/// # Errors
/// [`Conflict`](ProblemKind::Conflict) where the id stands for another statement.
pub async fn void(
    registry: &Registry,
    member: &Organisation,
    request: &VoidExpense,
) -> Result<ExpenseNoted, Problem> {
    note(registry, member, &request.expense, request.statement_id, Said::RedBill, request.write()).await
}

/// What is left of a bill.
///
/// # Errors
/// [`NoConsent`](ProblemKind::NoConsent) without a consent in force for a claim; [`Unknown`](ProblemKind::Unknown)
/// where nobody has said anything of the bill.
pub async fn read(
    registry: &Registry,
    member: &Organisation,
    request: &ReadExpense,
) -> Result<ExpenseState, Problem> {
    registry.require_epochs([request.expense.epoch.get()].into_iter())?;
    if !fault::is("bill-read-without-a-consent") {
        consents::require_live(&registry.store, &request.consent, member, ConsentPurpose::ExpenseClaim)
            .await?;
    }
    let key = registry.pepper.key(&request.expense.value);
    let read = registry.store.read(move |tx| Box::pin(async move { bill::read(tx, &key).await }));
    let read: Result<Option<Bill>, StoreError> = read.await;
    if fault::is("reading-raises-the-version") {
        let touched =
            registry.store.write(move |tx| Box::pin(async move { bill::shift(tx, &key, 0, 0).await }));
        let touched: Result<Bill, StoreError> = touched.await;
        touched?;
    }
    read?.ok_or(ProblemKind::Unknown)?.state()
}

/// What a member says of a bill.
#[derive(Clone, Copy, Debug)]
enum Said {
    Burden { amount: i64, source: &'static str },
    RedBill,
}

/// A statement on its way.
#[derive(Clone)]
struct Statement {
    key: Key,
    member: Organisation,
    id: [u8; 16],
    said: Said,
    content: [u8; 32],
}

impl Statement {
    /// The version that it made when it was noted, if it was. The id of a claim is that of the claim's own statement.
    async fn before(&self, tx: &mut Tx<'_>) -> Result<Option<i64>, Problem> {
        let named = [Value::from(self.key), Value::from(self.id)];
        let Some(row) = tx.query_opt(READ, &named).await? else {
            return match tx.query_opt(CLAIM, &named).await? {
                Some(_) if fault::is("claim-id-serves-a-statement") => Ok(None),
                Some(_) => Err(ProblemKind::Conflict.into()),
                None => Ok(None),
            };
        };
        let same = row.text(0)? == self.member.as_str() && row.array(1)? == self.content;
        let same = same || fault::is("statement-id-serves-twice");
        if same { Ok(Some(row.int(2)?)) } else { Err(ProblemKind::Conflict.into()) }
    }

    async fn note(&self, tx: &mut Tx<'_>) -> Result<i64, Turn> {
        let (key, member) = (&self.key, self.member.as_str());
        let (first, kind) = match self.said {
            Said::Burden { amount, .. } => (amount, STATED),
            Said::RedBill => (0, VOIDED),
        };
        let mut before = bill::take(tx, key, first).await?;
        if fault::is("statement-counts-for-two-versions") {
            before = bill::take(tx, key, first).await?;
        }
        let row = [
            Value::from(key),
            Value::from(self.id),
            Value::from(member),
            Value::from(self.content),
            Value::from(before.version),
        ];
        if tx.execute(INSERT, &row).await? == 0 {
            return Err(Turn::Stale);
        }
        let (bill, amount) = match self.said {
            Said::Burden { amount, source } => {
                bill::state(tx, key, member, self.id, amount, source).await?;
                (bill::settle(tx, key).await?, Some(amount))
            }
            Said::RedBill if fault::is("red-bill-not-noted") => (before, None),
            Said::RedBill => (bill::void(tx, key).await?, None),
        };
        bill::note(tx, key, &bill, &Event { kind, about: self.id, member, amount }).await?;
        self.ask(tx, &before, &bill).await?;
        Ok(bill.version)
    }

    /// Asks those whose claims are touched.
    async fn ask(&self, tx: &mut Tx<'_>, before: &Bill, bill: &Bill) -> Result<(), StoreError> {
        let (key, member) = (&self.key, Some(self.member.as_str()));
        match self.said {
            Said::RedBill if before.void || fault::is("red-bill-not-told") => return Ok(()),
            Said::RedBill => questions::ask(tx, key, bill, NoticeKind::ExpenseVoided, member).await?,
            Said::Burden { .. } if bill.burden >= before.burden => return Ok(()),
            Said::Burden { .. } if fault::is("lower-burden-not-told") => {}
            Said::Burden { .. } => questions::ask(tx, key, bill, NoticeKind::BurdenLowered, member).await?,
        }
        let too_much = bill.taken() > bill.burden && !fault::is("too-much-not-asked-about");
        if too_much || fault::is("enough-asked-about") {
            let except = member.filter(|_| fault::is("who-stated-it-not-asked"));
            questions::ask(tx, key, bill, NoticeKind::BurdenExceeded, except).await?;
        }
        Ok(())
    }
}

async fn note(
    registry: &Registry,
    member: &Organisation,
    expense: &ExpenseToken,
    statement_id: Id,
    said: Said,
    request: Vec<u8>,
) -> Result<ExpenseNoted, Problem> {
    let statement = Statement {
        key: registry.pepper.key(&expense.value),
        member: member.clone(),
        id: *statement_id.as_bytes(),
        said,
        content: registry.content(&request),
    };
    for _ in 0..TRIES {
        let this = statement.clone();
        let before = registry.store.read(move |tx| {
            let this = this.clone();
            Box::pin(async move { this.before(tx).await })
        });
        if let Some(version) = before.await? {
            return Ok(ExpenseNoted { statement_id, version: bill::size(version)? });
        }
        let this = statement.clone();
        let noted = registry.store.write(move |tx| {
            let this = this.clone();
            Box::pin(async move { this.note(tx).await })
        });
        match noted.await {
            Ok(version) => return Ok(ExpenseNoted { statement_id, version: bill::size(version)? }),
            Err(Turn::Stale | Turn::TooMuch(_)) => {}
            Err(Turn::Refused(problem)) => return Err(*problem),
        }
    }
    Err(ProblemKind::Unavailable.into())
}

/// How often others may come first.
const TRIES: u32 = 8;

const STATED: &str = "burden-stated";
const VOIDED: &str = "expense-voided";

const CLAIM: &str = "SELECT claim_id FROM claim WHERE token = $1 AND claim_id = $2";

const READ: &str = "SELECT member, content, ver FROM statement WHERE token = $1 AND statement_id = $2";

const INSERT: &str = "\
INSERT INTO statement (token, statement_id, member, content, ver) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
