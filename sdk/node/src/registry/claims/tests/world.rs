//! A registry with three members that hold consents, and bills that no other test has.

use tongzhou::{
    code::{
        Code,
        lists::{BurdenSource, ConsentPurpose, NoticeKind, ReturnReason, TokenSuite},
    },
    model::primitive::{Count, Size},
    value::{Money, Uuid7},
};
use tongzhou_exchange::{
    message::{
        claim::{
            Burden, Claim, Confirm, ExpenseNoted, ExpenseState, ExpenseToken, ReadClaim, ReadExpense,
            Release, Reserve, Reverse, StateBurden, VoidExpense,
        },
        consent::RegisterConsent,
        wire::{Amount, Hex32, Id, Organisation, Sum, TokenValue},
    },
    problem::Problem,
};

use crate::{
    registry::{Pepper, Registry, claims, consents, expenses},
    store::{
        Store, StoreError, Value,
        testing::{self, Folder},
    },
};

#[derive(Clone)]
pub(super) struct World {
    pub(super) registry: Registry,
    pub(super) members: Vec<Organisation>,
    pub(super) consents: Vec<Hex32>,
    _folder: Option<std::sync::Arc<Folder>>,
}

/// The same tests on SQLite always, and on PostgreSQL where there is one.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $name() {
                super::$name(&super::World::sqlite().await).await;
            })+
        }

        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            #[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
            async fn $name() {
                super::$name(&super::World::postgres().await).await;
            })+
        }
    };
}
pub(super) use on_both;

impl World {
    pub(super) async fn sqlite() -> Self {
        let (store, folder) = testing::sqlite().await;
        Self::on(store, Some(std::sync::Arc::new(folder))).await
    }

    pub(super) async fn postgres() -> Self {
        Self::on(testing::postgres().await, None).await
    }

    async fn on(store: Store, folder: Option<std::sync::Arc<Folder>>) -> Self {
        let registry = Registry::new(store, Pepper::new([3; 32]));
        let members: Vec<Organisation> = (0..3).map(|_| organisation()).collect();
        let mut consents = Vec::new();
        for member in &members {
            let request = RegisterConsent {
                commitment: Hex32(random()),
                recipient: member.clone(),
                purpose: ConsentPurpose::ExpenseClaim,
                may_name_member: false,
                valid_days: Count::saturating(365),
            };
            consents::register(&registry, member, &request).await.unwrap();
            consents.push(request.commitment);
        }
        Self { registry, members, consents, _folder: folder }
    }

    /// A bill of which nothing is known.
    pub(super) fn bill(&self) -> ExpenseToken {
        ExpenseToken {
            suite: TokenSuite::Ristretto255Sha512,
            epoch: Count::saturating(1),
            value: TokenValue(random()),
        }
    }

    pub(super) async fn reserve(
        &self,
        member: usize,
        bill: &ExpenseToken,
        id: u64,
        amount: i64,
        burden: i64,
    ) -> Result<Claim, Problem> {
        let request = Reserve {
            claim_id: number(id),
            expense: bill.clone(),
            amount: Amount(Money::from_fen(amount).unwrap()),
            burden: self::burden(burden),
            consent: self.consents[member],
            hold_days: None,
            aid_record_id: None,
        };
        claims::reserve(&self.registry, &self.members[member], &request).await
    }

    pub(super) async fn confirm(
        &self,
        member: usize,
        bill: &ExpenseToken,
        id: u64,
        fence: u64,
    ) -> Result<Claim, Problem> {
        let request = Confirm { claim_id: number(id), expense: bill.clone(), fence: Size::saturating(fence) };
        claims::confirm(&self.registry, &self.members[member], &request).await
    }

    pub(super) async fn release(
        &self,
        member: usize,
        bill: &ExpenseToken,
        id: u64,
    ) -> Result<Claim, Problem> {
        let request = Release { claim_id: number(id), expense: bill.clone() };
        claims::release(&self.registry, &self.members[member], &request).await
    }

    pub(super) async fn reverse(
        &self,
        member: usize,
        bill: &ExpenseToken,
        id: u64,
        reason: ReturnReason,
    ) -> Result<Claim, Problem> {
        let request = Reverse { claim_id: number(id), expense: bill.clone(), reason };
        claims::reverse(&self.registry, &self.members[member], &request).await
    }

    pub(super) async fn read(&self, member: usize, bill: &ExpenseToken, id: u64) -> Result<Claim, Problem> {
        let request = ReadClaim { claim_id: number(id), expense: bill.clone() };
        claims::read(&self.registry, &self.members[member], &request).await
    }

    pub(super) async fn state(
        &self,
        member: usize,
        bill: &ExpenseToken,
        id: u64,
        amount: i64,
    ) -> Result<ExpenseNoted, Problem> {
        let request = StateBurden { statement_id: number(id), expense: bill.clone(), burden: burden(amount) };
        expenses::state(&self.registry, &self.members[member], &request).await
    }

    pub(super) async fn void(
        &self,
        member: usize,
        bill: &ExpenseToken,
        id: u64,
    ) -> Result<ExpenseNoted, Problem> {
        let request = VoidExpense { statement_id: number(id), expense: bill.clone() };
        expenses::void(&self.registry, &self.members[member], &request).await
    }

    pub(super) async fn expense(&self, member: usize, bill: &ExpenseToken) -> Result<ExpenseState, Problem> {
        let request = ReadExpense { expense: bill.clone(), consent: self.consents[member] };
        expenses::read(&self.registry, &self.members[member], &request).await
    }

    /// Lets the time of a hold be over.
    pub(super) async fn end(&self, bill: &ExpenseToken, id: u64) {
        // Each at a time of its own, or nobody could say which of two ends first.
        let long_ago = i64::try_from(id).unwrap();
        let (key, id) = (self.registry.pepper.key(&bill.value), *number(id).as_bytes());
        let ended = self.registry.store.write(move |tx| {
            Box::pin(async move {
                let sql = "UPDATE claim SET expires_at = $3 WHERE token = $1 AND claim_id = $2";
                tx.execute(sql, &[Value::from(key), Value::from(id), Value::from(long_ago)]).await
            })
        });
        Result::<_, StoreError>::unwrap(ended.await);
    }

    /// What a member was told of its claims since it was last asked, in order; a claim by its number.
    pub(super) async fn notices(&self, member: usize, bill: &ExpenseToken) -> Vec<(NoticeKind, u64)> {
        let (who, key) = (self.members[member].clone(), self.registry.pepper.key(&bill.value));
        let read = self.registry.store.write(move |tx| {
            let who = who.clone();
            Box::pin(async move {
                let open =
                    tx.query_opt("SELECT count(*) FROM question WHERE token = $1", &[key.into()]).await?;
                assert_eq!(open.unwrap().int(0)?, 0, "not swept");
                let sql =
                    "SELECT kind, about FROM notice WHERE member = $1 ORDER BY raised_at, kind DESC, about";
                let told = tx.query(sql, &[who.as_str().into()]).await?;
                tx.execute("DELETE FROM notice WHERE member = $1", &[who.as_str().into()]).await?;
                Ok(told)
            })
        });
        let rows = Result::<_, StoreError>::unwrap(read.await);
        let told = rows.iter().map(|row| {
            let [.., last] = row.array::<16>(1).unwrap();
            (NoticeKind::from_code(&row.text(0).unwrap()).unwrap(), u64::from(last))
        });
        told.collect()
    }

    /// The sums of a bill are those of its claims, and every version left one row in the outbox.
    pub(super) async fn assert_sound(&self, bill: &ExpenseToken) {
        let key = self.registry.pepper.key(&bill.value);
        let read = self.registry.store.read(move |tx| {
            Box::pin(async move {
                let row = tx.query_opt(SOUND, &[key.into()]).await?.unwrap();
                (0..8).map(|column| row.int(column)).collect::<Result<Vec<_>, _>>()
            })
        });
        let row: Vec<i64> = Result::<_, StoreError>::unwrap(read.await);
        let [held, paid, cap, version, held_by_claims, paid_by_claims, rows, last] = row[..] else {
            panic!("columns")
        };
        assert_eq!((held, paid), (held_by_claims, paid_by_claims));
        assert!(held + paid <= cap);
        assert_eq!((version, version), (rows, last));
    }
}

pub(super) fn sums(claim: &Claim) -> (i64, i64, i64, i64) {
    let expense = claim.expense.as_ref().unwrap();
    (expense.burden.fen(), expense.held.fen(), expense.paid.fen(), expense.left.fen())
}

/// An id whose order is that of its number, and whose last byte is the number.
pub(super) fn number(id: u64) -> Id {
    Id(Uuid7::from_parts(
        1_790_000_000_000 + id,
        [0, 0, 0, 0, 0, 0, 0, 0, 0, u8::try_from(id % 256).unwrap()],
    ))
}

fn burden(fen: i64) -> Burden {
    Burden { amount: Sum(Money::from_fen(fen).unwrap()), source: BurdenSource::Payments }
}

pub(super) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

/// One that no other test has, since tests on PostgreSQL share their tables.
fn organisation() -> Organisation {
    let subject = u32::from_be_bytes(random()) % 1_000_000_000;
    let checked = |check: char| format!("53100000{subject:09}{check}").parse().ok();
    "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().find_map(checked).unwrap()
}

const SOUND: &str = "\
SELECT held, paid, cap, ver,
       (SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM claim WHERE token = $1 AND state = 'held'),
       (SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM claim WHERE token = $1 AND state = 'paid'),
       (SELECT count(*) FROM outbox WHERE token = $1),
       (SELECT max(ver) FROM outbox WHERE token = $1)
FROM expense WHERE token = $1";
