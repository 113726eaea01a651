//! Histories of claims, played on a registry of this SDK, each on a database of its own that goes away afterwards.

use std::{
    fs,
    path::PathBuf,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use serde::Deserialize;
use serde_json::{Value, json};
use tongzhou_exchange::message::{Operation, wire::Organisation};
use tongzhou_node::{
    answer::{Roles, answer},
    registry::{Registry, pepper::Pepper, sweep::sweep},
    store::{Store, StoreError},
};

/// Why a history was not played.
#[derive(Clone, Copy, Debug)]
pub(super) enum NotPlayed {
    /// It is not of its form.
    Form,
    /// The registry could not be set up, or failed.
    Registry,
}

#[derive(Deserialize)]
struct History {
    consents: Vec<Consent>,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Consent {
    member: String,
    commitment: String,
}

/// What happens: days pass, a member looks at its notices, or a member asks for something.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Step {
    days_pass: Option<i64>,
    member: Option<String>,
    operation: Option<String>,
    request: Option<Value>,
}

/// What every step is answered with.
pub(super) fn play(history: &Value) -> Result<Value, NotPlayed> {
    let history = History::deserialize(history).map_err(|_| NotPlayed::Form)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|_| NotPlayed::Registry)?;
    runtime.block_on(async {
        let folder = Folder::new()?;
        let scene = Scene::open(&folder, &history.consents).await?;
        let mut steps = Vec::new();
        for step in &history.steps {
            steps.push(scene.play(step).await?);
        }
        Ok(json!({ "steps": steps }))
    })
}

/// One registry with the consents of one history.
struct Scene {
    roles: Roles,
    registry: Registry,
}

impl Scene {
    async fn open(folder: &Folder, consents: &[Consent]) -> Result<Self, NotPlayed> {
        let address = format!("sqlite:{}", folder.0.join("node.db").display());
        let store = Store::open(&address).await.map_err(|_| NotPlayed::Registry)?;
        for statement in MOVABLE_CLOCK {
            execute(&store, statement, None).await?;
        }
        let registry = Registry::new(store, Pepper::new([7; 32]));
        let roles = Roles { registry: Some(registry.clone()), ..Roles::default() };
        let scene = Self { roles, registry };
        for Consent { member, commitment } in consents {
            let request = json!({
                "commitment": commitment, "recipient": member,
                "purpose": "expense-claim", "mayNameMember": false, "validDays": 3660,
            });
            let registered = scene.ask(member, Operation::named("consents/register"), &request).await?;
            registered.map_err(|_| NotPlayed::Form)?;
        }
        Ok(scene)
    }

    async fn play(&self, step: &Step) -> Result<Value, NotPlayed> {
        if let Some(days) = step.days_pass {
            let shift = days.checked_mul(DAY_MS).ok_or(NotPlayed::Form)?;
            execute(&self.registry.store, "INSERT INTO shift (ms) VALUES ($1)", Some(shift)).await?;
            sweep(&self.registry).await.map_err(|_| NotPlayed::Registry)?;
            return Ok(json!({}));
        }
        let member = step.member.as_deref().ok_or(NotPlayed::Form)?;
        let Some(request) = &step.request else {
            sweep(&self.registry).await.map_err(|_| NotPlayed::Registry)?;
            let listed =
                self.ask(member, Operation::named("notices/list"), &json!({ "atMost": 100 })).await?;
            let listed = listed.map_err(|_| NotPlayed::Registry)?;
            let notices = listed.get("notices").and_then(Value::as_array).ok_or(NotPlayed::Registry)?;
            let told = |notice| only(notice, &["kind", "about"]);
            return Ok(json!({ "notices": notices.iter().map(told).collect::<Vec<_>>() }));
        };
        let operation = step.operation.as_deref().and_then(Operation::named);
        Ok(match self.ask(member, operation, request).await? {
            Ok(mut answer) => {
                // When a hold ends depends on when it is asked for.
                if let Some(members) = answer.as_object_mut() {
                    members.remove("expiresAt");
                }
                json!({ "answer": answer })
            }
            Err(problem) => json!({ "problem": only(&problem, &["code", "left"]) }),
        })
    }

    /// What the registry answers, or the problem it has with it.
    async fn ask(
        &self,
        member: &str,
        operation: Option<Operation>,
        request: &Value,
    ) -> Result<Result<Value, Value>, NotPlayed> {
        let member: Organisation = member.parse().map_err(|_| NotPlayed::Form)?;
        let operation = operation.ok_or(NotPlayed::Form)?;
        let request = serde_json::to_vec(request).map_err(|_| NotPlayed::Form)?;
        match answer(&self.roles, &member, operation, &request).await {
            Ok(answer) => serde_json::from_slice(&answer).map(Ok).map_err(|_| NotPlayed::Registry),
            Err(problem) => serde_json::to_value(&problem).map(Err).map_err(|_| NotPlayed::Registry),
        }
    }
}

/// The folder of one database, removed with its content.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, NotPlayed> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("tongzhou-history-{}-{number}", process::id()));
        fs::create_dir(&path).map(|()| Self(path)).map_err(|_| NotPlayed::Registry)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left of it holds nothing but made-up claims.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Those of these members that there are.
fn only(value: &Value, names: &[&str]) -> Value {
    names.iter().filter_map(|name| Some(((*name).to_owned(), value.get(*name)?.clone()))).collect()
}

async fn execute(store: &Store, statement: &'static str, number: Option<i64>) -> Result<(), NotPlayed> {
    let done = store.write(move |tx| {
        Box::pin(async move {
            let parameters: Vec<_> = number.into_iter().map(Into::into).collect();
            tx.execute(statement, &parameters).await.map(drop)
        })
    });
    let done: Result<(), StoreError> = done.await;
    done.map_err(|_| NotPlayed::Registry)
}

/// The database's clock, moved by what stands in a table: here weeks pass in a moment.
const MOVABLE_CLOCK: [&str; 3] = [
    "CREATE TABLE shift (ms INTEGER NOT NULL) STRICT",
    "DROP VIEW clock",
    "CREATE VIEW clock (now_ms) AS SELECT CAST(round(unixepoch('subsec') * 1000) AS INTEGER)
     + (SELECT coalesce(sum(ms), 0) FROM shift)",
];
const DAY_MS: i64 = 86_400_000;
