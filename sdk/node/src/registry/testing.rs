//! A registry for tests, with members, tokens and consents that nobody else has.

use serde_json::{Value as Json, json};
use tongzhou::{
    code::{
        Code,
        lists::{ConsentPurpose, EntryClass, TokenKind, TokenSuite},
    },
    model::primitive::{Count, List},
    value::Uuid7,
};
use tongzhou_exchange::{
    message::{
        Request,
        aid::{AppendEntry, EntryStored},
        consent::{ConsentState, RegisterConsent, WithdrawConsent},
        lookup::{AnnounceIntent, CloseIntent, Found, IntentClosed, LookUp, SubjectToken},
        notice::{ListNotices, Notice},
        wire::{Hex32, Id, Organisation, TokenValue},
    },
    problem::{Problem, ProblemKind},
};

use super::{Pepper, Registry, consents, entries, intents, lookups, notices};
use crate::{
    answer::{Roles, answer},
    store::{
        StoreError, Value,
        testing::{self, Folder},
    },
};

/// A registry with its store.
pub(crate) struct World {
    pub(crate) registry: Registry,
    pub(crate) folder: Option<Folder>,
}

/// The same tests on SQLite always, and on PostgreSQL where there is one.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $name() {
                super::$name(&$crate::registry::testing::World::sqlite().await).await;
            })+
        }

        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            #[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
            async fn $name() {
                super::$name(&$crate::registry::testing::World::postgres().await).await;
            })+
        }
    };
}
pub(crate) use on_both;

impl World {
    pub(crate) async fn sqlite() -> Self {
        let (store, folder) = testing::sqlite().await;
        Self { registry: Registry::new(store, Pepper::new([7; 32])), folder: Some(folder) }
    }

    pub(crate) async fn postgres() -> Self {
        Self { registry: Registry::new(testing::postgres().await, Pepper::new([7; 32])), folder: None }
    }

    /// The one way in, as HTTP and files take it.
    pub(crate) async fn ask<R: Request>(
        &self,
        member: &Organisation,
        request: &R,
    ) -> Result<R::Answer, Problem> {
        let answer = answer(&self.roles(), member, R::OPERATION, &request.write()).await?;
        Ok(serde_json::from_slice(&answer).unwrap())
    }

    pub(crate) fn roles(&self) -> Roles {
        Roles { registry: Some(self.registry.clone()), ..Roles::default() }
    }

    /// A consent to `member`, registered by itself.
    pub(crate) async fn consent(&self, member: &Organisation, purpose: ConsentPurpose) -> Hex32 {
        self.consent_that(member, purpose, false).await
    }

    /// A consent to `member` that allows to name it.
    pub(crate) async fn open_consent(&self, member: &Organisation, purpose: ConsentPurpose) -> Hex32 {
        self.consent_that(member, purpose, true).await
    }

    async fn consent_that(
        &self,
        member: &Organisation,
        purpose: ConsentPurpose,
        may_name_member: bool,
    ) -> Hex32 {
        let request = RegisterConsent { may_name_member, ..consent(member, purpose) };
        consents::register(&self.registry, member, &request).await.unwrap();
        request.commitment
    }

    pub(crate) async fn withdraw(
        &self,
        member: &Organisation,
        commitment: Hex32,
    ) -> Result<ConsentState, Problem> {
        consents::withdraw(&self.registry, member, &WithdrawConsent { commitment, reason: None }).await
    }

    /// Lets a consent's last day be over.
    pub(crate) async fn expire(&self, commitment: Hex32) {
        self.change(
            "UPDATE consent SET valid_until = 1 WHERE commitment = $1",
            vec![Value::from(commitment.0)],
        )
        .await;
    }

    pub(crate) async fn append(&self, member: &Organisation, entry: &Json) -> Result<EntryStored, Problem> {
        let document = serde_json::to_vec(entry).unwrap();
        entries::append(&self.registry, member, &AppendEntry { document }).await
    }

    /// What `member` finds, under a consent of its own.
    pub(crate) async fn look(&self, member: &Organisation, tokens: &[SubjectToken]) -> Found {
        let consent = self.consent(member, ConsentPurpose::DuplicateCheck).await;
        lookups::ask(&self.registry, member, &look_up(consent, tokens)).await.unwrap()
    }

    pub(crate) async fn announce(&self, member: &Organisation, tokens: &[SubjectToken]) -> (Id, Found) {
        let consent = self.consent(member, ConsentPurpose::DuplicateCheck).await;
        let intent = announcement(consent, tokens);
        (intent.intent_id, intents::announce(&self.registry, member, &intent).await.unwrap())
    }

    pub(crate) async fn close(
        &self,
        member: &Organisation,
        intent_id: Id,
        tokens: &[SubjectToken],
    ) -> Result<IntentClosed, Problem> {
        let request = CloseIntent { intent_id, tokens: List::first(tokens.iter().cloned()) };
        intents::close(&self.registry, member, &request).await
    }

    pub(crate) async fn notices(&self, member: &Organisation) -> Vec<Notice> {
        let request = ListNotices { at_most: Count::saturating(100) };
        notices::list(&self.registry, member, &request).await.unwrap().notices
    }

    pub(crate) async fn sweep(&self) {
        super::sweep(&self.registry).await.unwrap();
    }

    pub(crate) async fn change(&self, sql: &'static str, params: Vec<Value>) -> u64 {
        let changed = self.registry.store.write(move |tx| {
            let params = params.clone();
            Box::pin(async move { tx.execute(sql, &params).await })
        });
        Result::<u64, StoreError>::unwrap(changed.await)
    }

    pub(crate) async fn count(&self, sql: &'static str, params: Vec<Value>) -> i64 {
        let counted = self.registry.store.read(move |tx| {
            let params = params.clone();
            Box::pin(async move { tx.query_opt(sql, &params).await?.unwrap().int(0) })
        });
        Result::<i64, StoreError>::unwrap(counted.await)
    }

    /// The key of a token's rows, as a parameter.
    pub(crate) fn key(&self, token: &SubjectToken) -> Value {
        Value::from(self.registry.pepper.key(&token.value))
    }
}

pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}

pub(crate) fn fresh_id() -> Id {
    use std::sync::atomic::{AtomicU64, Ordering};
    static MADE: AtomicU64 = AtomicU64::new(1_790_000_000_000);
    Id(Uuid7::from_parts(MADE.fetch_add(1, Ordering::Relaxed), random()))
}

/// An organisation that no other test has.
pub(crate) fn member() -> Organisation {
    let [a, b, c, d, ..] = random::<4>();
    let subject = u32::from_be_bytes([a, b, c, d]) % 1_000_000_000;
    let checked = |check: char| format!("53100000{subject:09}{check}").parse().ok();
    "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().find_map(checked).unwrap()
}

pub(crate) fn token() -> SubjectToken {
    token_of(random())
}

pub(crate) fn token_of(value: [u8; 32]) -> SubjectToken {
    SubjectToken {
        suite: TokenSuite::Ristretto255Sha512,
        epoch: Count::saturating(1),
        kind: TokenKind::ResidentId,
        value: TokenValue(value),
    }
}

pub(crate) fn consent(recipient: &Organisation, purpose: ConsentPurpose) -> RegisterConsent {
    RegisterConsent {
        commitment: Hex32(random()),
        recipient: recipient.clone(),
        purpose,
        may_name_member: false,
        valid_days: Count::saturating(365),
    }
}

pub(crate) fn look_up(consent: Hex32, tokens: &[SubjectToken]) -> LookUp {
    let purpose = ConsentPurpose::DuplicateCheck;
    LookUp { lookup_id: fresh_id(), purpose, consent, tokens: List::first(tokens.iter().cloned()) }
}

pub(crate) fn announcement(consent: Hex32, tokens: &[SubjectToken]) -> AnnounceIntent {
    AnnounceIntent {
        intent_id: fresh_id(),
        consent,
        tokens: List::first(tokens.iter().cloned()),
        coverage_class: EntryClass::Medical,
        month: "2026-09".parse().unwrap(),
    }
}

/// A document `aid-entry` of a new record.
pub(crate) fn entry(member: &Organisation, consent: Hex32, tokens: &[SubjectToken]) -> Json {
    let tokens: Vec<Json> = tokens
        .iter()
        .map(|token| {
            json!({ "suite": token.suite.code(), "epoch": token.epoch.get(), "kind": token.kind.code(),
                    "value": token.value.to_string() })
        })
        .collect();
    json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-entry",
        "entryId": fresh_id().to_string(), "aidRecordId": fresh_id().to_string(), "member": member.as_str(),
        "tokens": tokens, "coverageClass": "medical", "month": "2026-09", "status": "paid",
        "consentCommitment": consent.to_string(), "salt": Hex32(random()).to_string(),
    })
}

/// The next entry of the same record, with something changed.
pub(crate) fn next(entry: &Json, member: &str, value: Json) -> Json {
    let mut next = entry.clone();
    next["entryId"] = json!(fresh_id().to_string());
    next["salt"] = json!(Hex32(random()).to_string());
    next[member] = value;
    next
}

pub(crate) fn kind_of<T: std::fmt::Debug>(outcome: Result<T, Problem>) -> ProblemKind {
    outcome.unwrap_err().code
}
