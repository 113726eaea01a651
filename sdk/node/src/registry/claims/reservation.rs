//! A claim that is asked for.

use tongzhou::{
    code::{
        Code,
        lists::{ClaimState, ConsentPurpose, NoticeKind},
    },
    fault,
};
use tongzhou_exchange::{
    message::{
        claim::{Claim, Reserve},
        wire::Organisation,
    },
    problem::{Problem, ProblemKind},
};

use super::{
    super::{
        Key, Registry,
        bill::{self, Bill, Event},
        consents, questions,
    },
    Turn,
    row::Stored,
};
use crate::store::{StoreError, Tx, Value};

/// A reservation on its way.
#[derive(Clone)]
pub(super) struct Wanted {
    pub(super) key: Key,
    pub(super) member: Organisation,
    pub(super) content: [u8; 32],
    pub(super) lasts_ms: i64,
    pub(super) request: Reserve,
}

impl Wanted {
    /// What is answered without holding anything: the claim is there already, or may not be made.
    pub(super) async fn before(
        &self,
        registry: &Registry,
    ) -> Result<Option<Result<Claim, Problem>>, Problem> {
        let this = self.clone();
        let read = registry.store.read(move |tx| {
            let this = this.clone();
            Box::pin(async move {
                let claim = *this.request.claim_id.as_bytes();
                if let Some(stored) = Stored::read(tx, &this.key, claim).await? {
                    return Ok::<_, StoreError>(Some((stored, bill::read(tx, &this.key).await?)));
                }
                let consent = &this.request.consent;
                let live = consents::is_live(tx, consent, &this.member, ConsentPurpose::ExpenseClaim).await?;
                let live = live || fault::is("claim-without-a-consent");
                Ok(if live { None } else { Some((Stored::default(), None)) })
            })
        });
        Ok(match read.await? {
            None => None,
            Some((stored, None)) if stored.member.is_empty() => Some(Err(ProblemKind::NoConsent.into())),
            Some((stored, bill))
                if stored.member == self.member.as_str()
                    && (stored.content == self.content || fault::is("claim-id-serves-twice")) =>
            {
                if fault::is("claim-sent-again-refused") {
                    return Ok(Some(Err(ProblemKind::Conflict.into())));
                }
                if fault::is("retry-not-idempotent") {
                    self.hold_again(registry).await?;
                }
                Some(stored.answer(self.request.claim_id, bill))
            }
            Some(_) => Some(Err(ProblemKind::Conflict.into())),
        })
    }

    /// Holds the amount, if the bill leaves as much.
    pub(super) async fn hold(&self, tx: &mut Tx<'_>) -> Result<(Stored, Bill), Turn> {
        let (request, key, member) = (&self.request, &self.key, self.member.as_str());
        let (amount, claim) = (request.amount.fen(), *request.claim_id.as_bytes());
        if fault::is("suspicion-holds-back-claims")
            && tx.query_opt(SUSPECTED, &[member.into()]).await?.is_some()
            || fault::is("match-holds-back-claims") && tx.query_opt(LOOKED, &[member.into()]).await?.is_some()
        {
            return Err(ProblemKind::NoConsent.into());
        }
        let before = bill::take(tx, key, request.burden.amount.fen()).await?;
        if fault::is("one-red-bill-voids-all") {
            tx.execute(VOID_LIKE_ANOTHER, &[key.into()]).await?;
        }
        let fence = if fault::is("one-fence-for-all") { 1 } else { before.version };
        // The aid record that it draws on is not kept: by it the bill would lead to the child (REQ-SHR-005). That a
        // repeated request names the same one is seen by its content.
        let row = [
            Value::from(key),
            Value::from(claim),
            Value::from(member),
            Value::from(amount),
            Value::from(fence),
            Value::from(self.lasts_ms),
            Value::from(self.content),
            Value::from(request.consent.0),
        ];
        let Some(inserted) = tx.query_opt(INSERT, &row).await? else { return Err(Turn::Stale) };
        // The claim's id is the id of what it says of the burden, in one order with the member's statements.
        let (stated, source) = (request.burden.amount.fen(), request.burden.source.code());
        let statement = if fault::is("claim-states-nothing-new") { [0; 16] } else { claim };
        bill::state(tx, key, member, statement, stated, source).await?;
        let aid_record = request.aid_record_id.is_some();
        let held = if fault::is("aid-record-holds-instead") && aid_record { 0 } else { amount };
        let Some(bill) = bill::hold(tx, key, held).await? else {
            return Err(Turn::TooMuch(bill::settle(tx, key).await?));
        };
        bill::note(tx, key, &bill, &Event { kind: HELD, about: claim, member, amount: Some(amount) }).await?;
        if bill.burden < before.burden {
            questions::ask(tx, key, &bill, NoticeKind::BurdenLowered, Some(member)).await?;
        }
        let stored = Stored {
            member: member.to_owned(),
            amount,
            state: Some(ClaimState::Held),
            fence,
            version: bill.version,
            expires_at: inserted.int(0)?,
            ..Stored::default()
        };
        Ok((stored, bill))
    }

    /// What the fault `refused-claim-states-its-burden` does.
    pub(super) async fn state_alone(&self, registry: &Registry) -> Result<(), Problem> {
        let this = self.clone();
        let stated = registry.store.write(move |tx| {
            let this = this.clone();
            Box::pin(async move {
                let (request, member) = (&this.request, this.member.as_str());
                let (amount, source) = (request.burden.amount.fen(), request.burden.source.code());
                bill::state(tx, &this.key, member, *request.claim_id.as_bytes(), amount, source).await?;
                bill::settle(tx, &this.key).await
            })
        });
        let stated: Result<Bill, StoreError> = stated.await;
        Ok(stated.map(drop)?)
    }

    /// What the fault `retry-not-idempotent` does.
    async fn hold_again(&self, registry: &Registry) -> Result<(), Problem> {
        let (key, amount) = (self.key, self.request.amount.fen());
        let held = registry.store.write(move |tx| {
            Box::pin(async move {
                let bill = bill::shift(tx, &key, amount, 0).await?;
                if bill.taken() <= bill.burden { Ok(()) } else { Err(StoreError::Constraint) }
            })
        });
        match held.await {
            Ok(()) | Err(StoreError::Constraint) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

const SUSPECTED: &str = "SELECT suspicion_id FROM suspicion_record WHERE concerned LIKE '%' || $1 || '%' ORDER BY recorded_at LIMIT 1";

const LOOKED: &str = "SELECT token FROM access WHERE member = $1 AND operation = 'lookups/ask' LIMIT 1";

const VOID_LIKE_ANOTHER: &str = "\
UPDATE expense SET void = 1 WHERE token = $1 AND EXISTS (SELECT ver FROM expense WHERE void = 1)";

const HELD: &str = "claim-held";

const INSERT: &str = "\
INSERT INTO claim (token, claim_id, member, amount, state, fence, ver, expires_at, content, consent)
VALUES ($1, $2, $3, $4, 'held', $5, $5, (SELECT now_ms FROM clock) + $6, $7, $8)
ON CONFLICT DO NOTHING RETURNING expires_at";
