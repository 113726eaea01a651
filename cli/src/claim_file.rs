//! The file of a claim: what was asked for, under which id, and what the registry gave for it.

use std::{fs, io::Write as _, path::Path};

use serde::{Deserialize, Serialize};
use tongzhou::{
    code::lists::{BurdenSource, ClaimState},
    json,
    model::primitive::{Count, Size},
    package::atomic::{Existing, write_atomically, write_private},
};
use tongzhou_client::{Task, TokenStep, Wish, outbox::Outbox};
use tongzhou_exchange::message::{
    Operation,
    claim::{Burden, Claim, ExpenseToken},
    wire::{Amount, Id, Sum},
};

use crate::{input, speech::What, unasked::Unasked};

/// A claim of our own, as it is written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ClaimFile {
    /// Its id, chosen before it was asked for.
    pub(crate) claim_id: Id,
    amount: Amount,
    burden: Sum,
    burden_source: BurdenSource,
    #[serde(skip_serializing_if = "Option::is_none")]
    hold_days: Option<Count<30>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aid_record_id: Option<Id>,
    /// The token of the bill, once there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    expense: Option<ExpenseToken>,
    /// What a confirmation has to bring, once it is held.
    #[serde(skip_serializing_if = "Option::is_none")]
    fence: Option<Size>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<ClaimState>,
}

impl ClaimFile {
    /// The file of a claim that is to be made.
    pub(crate) fn new(wish: &Wish) -> Self {
        let Wish { claim_id, amount, burden, hold_days, aid_record_id } = wish.clone();
        Self {
            claim_id,
            amount,
            burden: burden.amount,
            burden_source: burden.source,
            hold_days,
            aid_record_id,
            expense: None,
            fence: None,
            state: None,
        }
    }

    /// The file at `path`; none where there is none.
    pub(crate) fn read(path: &Path) -> Result<Option<Self>, What> {
        if !path.exists() {
            return Ok(None);
        }
        let bytes = input::document(path)?;
        json::from_slice(&bytes).map(Some).map_err(|_| Unasked::NoClaim(path.to_owned()).into())
    }

    /// The file at `path`, with what the outbox has learnt since.
    pub(crate) fn held(path: &Path, outbox: Option<&Path>) -> Result<Self, What> {
        let missing = || What::Read(path.to_owned(), std::io::ErrorKind::NotFound.into());
        let mut file = Self::read(path)?.ok_or_else(missing)?;
        if let (None, Some(folder)) = (&file.expense, outbox) {
            let jobs = Outbox::open(folder)?.jobs();
            let reserved = jobs.iter().filter(|job| job.operation() == Some(Operation::Reserve));
            for outcome in reserved.filter_map(|job| job.outcome.as_ref()) {
                let claim: Option<Claim> =
                    outcome.answer.as_deref().and_then(|text| json::from_str(text).ok());
                if let (Some(claim), Some(expense)) = (claim, &outcome.expense)
                    && claim.claim_id == file.claim_id
                {
                    file.learn(&claim, Some(expense));
                    file.write(path)?;
                }
            }
        }
        Ok(file)
    }

    /// What was wished for.
    pub(crate) fn wish(&self) -> Wish {
        Wish {
            claim_id: self.claim_id,
            amount: self.amount,
            burden: Burden { amount: self.burden, source: self.burden_source },
            hold_days: self.hold_days,
            aid_record_id: self.aid_record_id,
        }
    }

    /// Whether another wish is the same but for its id.
    pub(crate) fn is_for(&self, wish: &Wish) -> bool {
        self.wish() == Wish { claim_id: self.claim_id, ..wish.clone() }
    }

    /// The task of reserving it.
    pub(crate) fn reserve(&self, tokens: Vec<TokenStep>) -> Task {
        Task::reserve(&self.wish(), tokens)
    }

    /// The token of the bill.
    pub(crate) fn expense(&self, path: &Path) -> Result<ExpenseToken, What> {
        self.expense.clone().ok_or_else(|| Unasked::NotReserved(path.to_owned()).into())
    }

    /// What a confirmation has to bring.
    pub(crate) fn fence(&self, path: &Path) -> Result<Size, What> {
        self.fence.ok_or_else(|| Unasked::NotReserved(path.to_owned()).into())
    }

    /// Takes what the registry said.
    pub(crate) fn learn(&mut self, claim: &Claim, expense: Option<&ExpenseToken>) {
        self.fence = Some(claim.fence);
        self.state = Some(claim.state);
        if let Some(expense) = expense {
            self.expense = Some(expense.clone());
        }
    }

    /// Writes it; only its owner reads it.
    pub(crate) fn write(&self, path: &Path) -> Result<(), What> {
        let write = || {
            let mut bytes = serde_json::to_vec_pretty(self)?;
            bytes.push(b'\n');
            if fs::exists(path)? {
                write_atomically(path, Existing::Replace, |file| file.write_all(&bytes))
            } else {
                write_private(path, &bytes)
            }
        };
        write().map_err(|error: std::io::Error| What::Write(path.to_owned(), error))
    }
}
