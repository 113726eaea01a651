//! A claim's row.

use tongzhou::code::{Code, lists::ClaimState};
use tongzhou_exchange::{
    message::{
        claim::Claim,
        wire::{Amount, Id},
    },
    problem::{Problem, ProblemKind},
};

use super::super::{
    Key, at,
    bill::{self, Bill},
};
use crate::store::{StoreError, Tx, Value};

/// A claim's row.
#[derive(Clone, Debug, Default)]
pub(super) struct Stored {
    pub(super) member: String,
    pub(super) amount: i64,
    pub(super) state: Option<ClaimState>,
    pub(super) fence: i64,
    pub(super) version: i64,
    pub(super) expires_at: i64,
    pub(super) content: [u8; 32],
    pub(super) reason: Option<String>,
    pub(super) now: i64,
}

impl Stored {
    pub(super) async fn read(
        tx: &mut Tx<'_>,
        key: &Key,
        claim: [u8; 16],
    ) -> Result<Option<Self>, StoreError> {
        let row = tx.query_opt(READ, &[Value::from(key), Value::from(claim)]).await?;
        row.map(|row| {
            Ok(Self {
                member: row.text(0)?,
                amount: row.int(1)?,
                state: ClaimState::from_code(&row.text(2)?),
                fence: row.int(3)?,
                version: row.int(4)?,
                expires_at: row.int(5)?,
                content: row.array(6)?,
                reason: row.optional_text(7)?,
                now: row.int(8)?,
            })
        })
        .transpose()
    }

    pub(super) fn answer(&self, claim_id: Id, bill: Option<Bill>) -> Result<Claim, Problem> {
        Ok(Claim {
            claim_id,
            state: self.state.ok_or(ProblemKind::Internal)?,
            amount: Amount(bill::sum(self.amount)?.0),
            fence: bill::size(self.fence)?,
            version: bill::size(self.version)?,
            expires_at: at(self.expires_at)?,
            expense: bill.map(|bill| bill.state()).transpose()?,
        })
    }
}

/// Writes down at which version of its bill a claim came into its state.
pub(in crate::registry) async fn set_version(
    tx: &mut Tx<'_>,
    key: &Key,
    claim: [u8; 16],
    bill: &Bill,
) -> Result<(), StoreError> {
    tx.execute(SET_VERSION, &[Value::from(key), Value::from(claim), Value::from(bill.version)])
        .await
        .map(drop)
}

const READ: &str = "\
SELECT member, amount, state, fence, ver, expires_at, content, reason, (SELECT now_ms FROM clock)
FROM claim WHERE token = $1 AND claim_id = $2";

const SET_VERSION: &str = "UPDATE claim SET ver = $3 WHERE token = $1 AND claim_id = $2";
