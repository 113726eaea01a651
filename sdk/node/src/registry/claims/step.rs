//! What is done to a claim that is there: one conditional UPDATE of its row, and the sums of its bill after it.

use tongzhou::{
    code::{
        Code,
        lists::{ClaimState, ReturnReason},
    },
    fault,
};
use tongzhou_exchange::problem::ProblemKind;

use super::{
    super::{
        Key,
        bill::{self, Bill, Event},
        expiry,
    },
    Turn,
    row::{Stored, set_version},
};
use crate::store::{Row, StoreError, Tx, Value};

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Confirm { fence: i64 },
    Release,
    Reverse { reason: ReturnReason },
}

impl Step {
    /// The state to which it leads.
    fn leads_to(self) -> ClaimState {
        match self {
            Self::Confirm { .. } => ClaimState::Paid,
            Self::Release => ClaimState::Released,
            Self::Reverse { .. } => ClaimState::Reversed,
        }
    }

    /// The state from which it leads.
    fn comes_from(self) -> ClaimState {
        match self {
            Self::Confirm { .. } | Self::Release => ClaimState::Held,
            Self::Reverse { .. } => ClaimState::Paid,
        }
    }

    /// What it adds to what is held and to what is paid.
    fn moves(self, amount: i64) -> (i64, i64) {
        match self {
            Self::Confirm { .. } if fault::is("held-not-moved-on-confirm") => (0, amount),
            Self::Confirm { .. } => (-amount, amount),
            Self::Release if fault::is("release-frees-nothing") => (0, 0),
            Self::Release => (-amount, 0),
            Self::Reverse { .. } if fault::is("reversal-frees-nothing") => (0, 0),
            Self::Reverse { .. } => (0, -amount),
        }
    }

    fn event(self) -> &'static str {
        match self {
            Self::Confirm { .. } => PAID,
            Self::Release => RELEASED,
            Self::Reverse { .. } => REVERSED,
        }
    }

    /// Changes the claim's row if it may be changed, and tells its amount.
    async fn change(
        self,
        tx: &mut Tx<'_>,
        key: &Key,
        claim: [u8; 16],
        member: &str,
    ) -> Result<Option<Row>, StoreError> {
        let own = [Value::from(key), Value::from(claim), Value::from(member)];
        let [token, id, who] = own.clone();
        match self {
            Self::Confirm { fence } => {
                let sql = match () {
                    () if fault::is("fence-unchecked") => PAY_WITHOUT_FENCE,
                    () if fault::is("expiry-unchecked") => PAY_WITHOUT_EXPIRY,
                    () if fault::is("confirm-by-anyone") => PAY_BY_ANYONE,
                    () if fault::is("bill-of-a-claim-unchecked") => PAY_ON_ANY_BILL,
                    () if fault::is("application-clock") => {
                        let now = expiry::clock_of_the_program();
                        return tx
                            .query_opt(PAY_BY_OTHER_CLOCK, &[token, id, who, fence.into(), now.into()])
                            .await;
                    }
                    () => PAY,
                };
                tx.query_opt(sql, &[token, id, who, fence.into()]).await
            }
            Self::Release if fault::is("release-twice-counts") => tx.query_opt(RELEASE_EACH_TIME, &own).await,
            Self::Release if fault::is("release-by-anyone") => tx.query_opt(RELEASE_BY_ANYONE, &own).await,
            Self::Release => tx.query_opt(RELEASE, &own).await,
            Self::Reverse { reason } => {
                let sql = if fault::is("reverse-by-anyone") { REVERSE_BY_ANYONE } else { REVERSE };
                tx.query_opt(sql, &[token, id, who, reason.code().into()]).await
            }
        }
    }

    /// What is answered where the claim's row was not to be changed.
    fn judge(self, stored: &Stored) -> Result<(), Turn> {
        if let Self::Confirm { fence } = self
            && stored.fence != fence
            && !(fault::is("fence-of-what-is-paid-unchecked") && stored.state == Some(ClaimState::Paid))
        {
            return Err(ProblemKind::Fence.into());
        }
        match stored.state {
            Some(state) if state == self.leads_to() && fault::is("step-sent-again-refused") => {
                Err(ProblemKind::NotHeld.into())
            }
            Some(state) if state == self.leads_to() => match self {
                Self::Reverse { reason } if stored.reason.as_deref() != Some(reason.code()) => {
                    Err(ProblemKind::Conflict.into())
                }
                Self::Confirm { .. } | Self::Release | Self::Reverse { .. } => Ok(()),
            },
            // It came into the state that it should have while it was looked at.
            Some(state)
                if state == self.comes_from()
                    && (stored.expires_at > stored.now || state != ClaimState::Held) =>
            {
                Err(Turn::Stale)
            }
            Some(ClaimState::Held) if self == Self::Release => Err(Turn::Stale),
            Some(_) if fault::is("impossible-step-answered") => Ok(()),
            Some(_) | None => Err(ProblemKind::NotHeld.into()),
        }
    }

    /// Takes the step, or says why not; one that was taken before is answered as it stands.
    pub(super) async fn run(
        self,
        tx: &mut Tx<'_>,
        key: &Key,
        claim: [u8; 16],
        member: &str,
    ) -> Result<(Stored, Option<Bill>), Turn> {
        if fault::is("step-wants-a-consent")
            && tx.query_opt(WITHDRAWN, &[key.into(), claim.into()]).await?.is_some()
        {
            return Err(ProblemKind::NoConsent.into());
        }
        if fault::is("void-bill-cannot-be-left") && bill::read(tx, key).await?.is_some_and(|bill| bill.void) {
            return Err(ProblemKind::Voided.into());
        }
        let Some(changed) = self.change(tx, key, claim, member).await? else {
            let stored = Stored::read(tx, key, claim).await?;
            let stored = stored.filter(|stored| stored.member == member || fault::is("fence-told-to-others"));
            let stored = stored.ok_or(ProblemKind::Unknown)?;
            self.judge(&stored)?;
            return Ok((stored, bill::read(tx, key).await?));
        };
        let amount = changed.int(0)?;
        let (held, paid) = self.moves(amount);
        let bill = bill::shift(tx, key, held, paid).await?;
        if fault::is("hold-ends-with-the-burden")
            && matches!(self, Self::Confirm { .. })
            && bill.taken() > bill.burden
        {
            return Err(ProblemKind::NotHeld.into());
        }
        set_version(tx, key, claim, &bill).await?;
        bill::note(tx, key, &bill, &Event { kind: self.event(), about: claim, member, amount: Some(amount) })
            .await?;
        let stored = Stored::read(tx, key, claim).await?.ok_or(ProblemKind::Internal)?;
        Ok((stored, Some(bill)))
    }
}

const PAID: &str = "claim-paid";
const RELEASED: &str = "claim-released";
const REVERSED: &str = "claim-reversed";

const PAY: &str = "\
UPDATE claim SET state = 'paid'
WHERE token = $1 AND claim_id = $2 AND member = $3 AND state = 'held' AND fence = $4
  AND expires_at > (SELECT now_ms FROM clock)
RETURNING amount";

const PAY_WITHOUT_FENCE: &str = "\
UPDATE claim SET state = 'paid', fence = CASE WHEN fence = $4 THEN fence ELSE fence END
WHERE token = $1 AND claim_id = $2 AND member = $3 AND state = 'held'
  AND expires_at > (SELECT now_ms FROM clock)
RETURNING amount";

const PAY_WITHOUT_EXPIRY: &str = "\
UPDATE claim SET state = 'paid'
WHERE token = $1 AND claim_id = $2 AND member = $3 AND state = 'held' AND fence = $4
RETURNING amount";

const PAY_BY_ANYONE: &str = "\
UPDATE claim SET state = 'paid'
WHERE token = $1 AND claim_id = $2 AND (member = $3 OR state = 'held') AND state = 'held' AND fence = $4
  AND expires_at > (SELECT now_ms FROM clock)
RETURNING amount";

const PAY_ON_ANY_BILL: &str = "\
UPDATE claim SET state = 'paid'
WHERE (token = $1 OR claim_id = $2) AND claim_id = $2 AND member = $3 AND state = 'held' AND fence = $4
  AND expires_at > (SELECT now_ms FROM clock)
RETURNING amount";

const PAY_BY_OTHER_CLOCK: &str = "\
UPDATE claim SET state = 'paid'
WHERE token = $1 AND claim_id = $2 AND member = $3 AND state = 'held' AND fence = $4 AND expires_at > $5
RETURNING amount";

const RELEASE: &str = "\
UPDATE claim SET state = 'released'
WHERE token = $1 AND claim_id = $2 AND member = $3 AND state = 'held'
RETURNING amount";

const RELEASE_BY_ANYONE: &str = "\
UPDATE claim SET state = 'released'
WHERE token = $1 AND claim_id = $2 AND (member = $3 OR state = 'held') AND state = 'held'
RETURNING amount";

const WITHDRAWN: &str = "\
SELECT c.claim_id FROM claim c JOIN consent s ON s.commitment = c.consent AND s.withdrawn_at IS NOT NULL
WHERE c.token = $1 AND c.claim_id = $2";

const RELEASE_EACH_TIME: &str = "\
UPDATE claim SET state = 'released'
WHERE token = $1 AND claim_id = $2 AND member = $3 AND state IN ('held', 'released')
RETURNING amount";

const REVERSE: &str = "\
UPDATE claim SET state = 'reversed', reason = $4
WHERE token = $1 AND claim_id = $2 AND member = $3 AND state = 'paid'
RETURNING amount";

const REVERSE_BY_ANYONE: &str = "\
UPDATE claim SET state = 'reversed', reason = $4
WHERE token = $1 AND claim_id = $2 AND (member = $3 OR state = 'paid') AND state = 'paid'
RETURNING amount";
