//! What the store itself holds to, and what cannot be read from it.

use std::{collections::BTreeSet, fs, path::PathBuf, sync::Arc};

use rusqlite::{Connection, types::Value as Sql};
use serde_json::{Value, json};
use tongzhou::{
    code::lists::TokenPurpose,
    value::{Instant, Uuid7},
};
use tongzhou_exchange::{
    message::{Operation, wire::Organisation},
    problem::ProblemKind,
    token::{Blinding, Epoch, Identity, Quorum, TokenSecret},
};
use tongzhou_node::{
    answer::{Roles, answer},
    directories::Directories,
    evaluator::{Evaluator, Quotas},
    registry::{Registry, pepper::Pepper, sweep::sweep},
    store::{Store, StoreError},
};

use crate::alliance::{Alliance, Folder, now};

const MEMBER: &str = "531000000000000008";

struct Node {
    roles: Roles,
    folder: PathBuf,
}

impl Node {
    async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("tongzhou-kept-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.join("node.db").display())).await.unwrap();
        let registry = Some(Registry::new(store, Pepper::new([7; 32])));
        Self { roles: Roles { registry, ..Roles::default() }, folder }
    }

    fn store(&self) -> &Store {
        &self.roles.registry.as_ref().unwrap().store
    }

    async fn ask(&self, operation: &str, request: &Value) -> Result<Value, ProblemKind> {
        let member: Organisation = MEMBER.parse().unwrap();
        let body = serde_json::to_vec(request).unwrap();
        match answer(&self.roles, &member, Operation::named(operation).unwrap(), &body).await {
            Ok(answer) => Ok(serde_json::from_slice(&answer).unwrap()),
            Err(problem) => Err(problem.code),
        }
    }

    async fn consent(&self, purpose: &str, digit: &str) -> String {
        let commitment = digit.repeat(64);
        let request = json!({
            "commitment": commitment, "recipient": MEMBER, "purpose": purpose,
            "mayNameMember": false, "validDays": 30,
        });
        self.ask("consents/register", &request).await.unwrap();
        commitment
    }

    /// Every value of at least sixteen bytes in a table.
    fn long_values(&self, table: &str) -> BTreeSet<Vec<u8>> {
        let database = Connection::open(self.folder.join("node.db")).unwrap();
        let mut rows = database.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let mut found = BTreeSet::new();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..columns {
                let value = match row.get(column).unwrap() {
                    Sql::Blob(bytes) => bytes,
                    Sql::Text(text) => text.into_bytes(),
                    Sql::Null | Sql::Integer(_) | Sql::Real(_) => continue,
                };
                if value.len() >= 16 && value != MEMBER.as_bytes() {
                    found.insert(value);
                }
            }
        }
        found
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn expense() -> Value {
    json!({ "suite": "ristretto255-sha512", "epoch": 1, "value": "e".repeat(64) })
}

fn child() -> Value {
    json!({ "suite": "ristretto255-sha512", "epoch": 1, "kind": "resident-id", "value": "d".repeat(64) })
}

fn reserve(consent: &str, claim: u8, amount: &str) -> Value {
    json!({
        "claimId": format!("019a0000-0000-7000-8000-0000000000{claim:02x}"), "expense": expense(), "amount": amount,
        "burden": { "amount": "5000.00", "source": "payments" }, "consent": consent,
        "aidRecordId": "019a0000-0000-7000-8000-00000000ad01",
    })
}

// covers: REQ-CLM-014
#[tokio::test]
async fn the_database_itself_refuses_more_than_the_cap() {
    let node = Node::new("check").await;
    let consent = node.consent("expense-claim", "a").await;
    node.ask("claims/reserve", &reserve(&consent, 1, "3000.00")).await.unwrap();
    for sql in ["UPDATE expense SET held = cap + 1", "UPDATE expense SET paid = cap - held + 1"] {
        let written = node.store().write(move |tx| Box::pin(async move { tx.execute(sql, &[]).await }));
        let written: Result<u64, StoreError> = written.await;
        assert_eq!(written, Err(StoreError::Constraint), "{sql}");
    }
}

// covers: REQ-SHR-004, REQ-SHR-005
#[tokio::test]
async fn nothing_that_is_kept_of_a_bill_stands_beside_anything_of_a_child() {
    let node = Node::new("apart").await;
    let (aid, claim, look) = (
        node.consent("aid-registration", "a").await,
        node.consent("expense-claim", "b").await,
        node.consent("duplicate-check", "c").await,
    );
    let child = child();
    let entry = json!({
        "standard": "tongzhou", "standardVersion": "1.0", "documentType": "aid-entry",
        "entryId": "019a0000-0000-7000-8000-000000000e01", "aidRecordId": "019a0000-0000-7000-8000-00000000ad01",
        "member": MEMBER, "tokens": [child], "coverageClass": "medical", "month": "2025-09", "status": "promised",
        "consentCommitment": aid, "salt": "5a6b".repeat(16),
    });
    node.ask("aid-entries/append", &entry).await.unwrap();
    let lookup = json!({
        "lookupId": "019a0000-0000-7000-8000-0000000000f1", "purpose": "duplicate-check", "consent": look,
        "tokens": [child],
    });
    node.ask("lookups/ask", &lookup).await.unwrap();
    let intent = json!({
        "intentId": "019a0000-0000-7000-8000-0000000000f2", "consent": look, "tokens": [child],
        "coverageClass": "medical", "month": "2025-10",
    });
    node.ask("intents/announce", &intent).await.unwrap();
    node.ask("claims/reserve", &reserve(&claim, 1, "3000.00")).await.unwrap();

    let of = |tables: &[&str]| -> BTreeSet<Vec<u8>> {
        tables.iter().flat_map(|table| node.long_values(table)).collect()
    };
    let children = of(&["aid_entry", "intent", "access"]);
    let bills = of(&["expense", "claim", "statement", "burden", "question"]);
    assert!(children.len() > 5 && bills.len() > 2);
    let both: Vec<_> = children.intersection(&bills).collect();
    assert!(both.is_empty(), "{both:?}");
    let record: Uuid7 = "019a0000-0000-7000-8000-00000000ad01".parse().unwrap();
    assert!(children.contains(record.as_bytes().as_slice()), "the record unites the rows of a child");
}

// covers: REQ-EXC-015
#[test]
fn a_directory_that_has_expired_is_relied_on_for_nothing() {
    let (alliance, folder) = (Alliance::new(), Folder::new());
    alliance.set_up(&folder.0);
    let directories = Directories::open(alliance.config(&folder.0, "").directory, now()).unwrap();
    let expires = directories.at(now()).unwrap().expires_at();
    let before = Instant::from_unix_seconds(expires.unix_seconds() - 1).unwrap();
    assert!(directories.at(before).is_some());
    assert!(directories.at(expires).is_none());
}

// covers: REQ-EXC-022
#[tokio::test]
async fn a_document_of_an_unknown_version_is_refused_and_not_guessed_at() {
    let node = Node::new("version").await;
    let consent = node.consent("aid-registration", "a").await;
    let entry = |version: &str| {
        json!({
            "standard": "tongzhou", "standardVersion": version, "documentType": "aid-entry",
            "entryId": "019a0000-0000-7000-8000-000000000e01", "aidRecordId": "019a0000-0000-7000-8000-00000000ad01",
            "member": MEMBER, "tokens": [child()], "coverageClass": "medical", "month": "2025-09", "status": "paid",
            "consentCommitment": consent, "salt": "5a6b".repeat(16),
        })
    };
    assert_eq!(node.ask("aid-entries/append", &entry("9.7")).await, Err(ProblemKind::UnsupportedVersion));
    node.ask("aid-entries/append", &entry("1.0")).await.unwrap();
}

// covers: REQ-SHR-022
#[tokio::test]
async fn a_claim_outlasts_the_consent_under_which_it_was_made() {
    let node = Node::new("outlasts").await;
    let consent = node.consent("expense-claim", "a").await;
    let held = node.ask("claims/reserve", &reserve(&consent, 1, "3000.00")).await.unwrap();
    node.ask("consents/withdraw", &json!({ "commitment": consent })).await.unwrap();
    sweep(node.roles.registry.as_ref().unwrap()).await.unwrap();
    assert_eq!(node.ask("claims/reserve", &reserve(&consent, 2, "1.00")).await, Err(ProblemKind::NoConsent));
    let confirm = json!({ "claimId": held["claimId"], "expense": expense(), "fence": held["fence"] });
    let paid = node.ask("claims/confirm", &confirm).await.unwrap();
    assert_eq!((&paid["state"], &paid["expense"]["paid"]), (&json!("paid"), &json!("3000.00")));
}

// covers: REQ-TOK-028
#[tokio::test]
async fn an_evaluator_keeps_neither_elements_nor_what_it_made_of_them() {
    let mut node = Node::new("elements").await;
    let dealt = TokenSecret::derived(&[3; 32], b"kept")
        .unwrap()
        .deal(TokenPurpose::Subject, Epoch::saturating(1), Quorum::SINGLE, getrandom::fill)
        .unwrap();
    let shares = Arc::from(dealt.shares);
    node.roles.evaluator = Some(Evaluator { store: node.store().clone(), shares, quotas: Quotas::default() });
    let child = Identity::resident_id("11010120150104000X").unwrap();
    let blinding = Blinding::new(vec![child.input(Epoch::saturating(1))], getrandom::fill).unwrap();
    let request = json!({
        "requestId": "019a0000-0000-7000-8000-0000000000a1", "purpose": "subject", "suite": "ristretto255-sha512",
        "epoch": 1, "consent": "a".repeat(64), "elements": blinding.elements(),
    });
    let answered = node.ask("tokens/evaluate", &request).await.unwrap();
    let made: tongzhou_exchange::message::wire::Element =
        answered["elements"][0].as_str().unwrap().parse().unwrap();
    let kept = node.long_values("evaluation");
    assert!(kept.contains([0xaa; 32].as_slice()), "the consent is kept");
    for element in [blinding.elements()[0], made] {
        assert!(kept.iter().all(|value| !value.windows(32).any(|window| window == element.0)));
    }
}
