//! The histories of `conformance/vectors/claims/`, played on a registry: every step is answered as it stands there.
//!
//! The expected answers were worked out by hand from `docs/spec/claims.md`; nothing here computes one.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use tongzhou::value::Instant;
use tongzhou_exchange::message::{Operation, wire::Organisation};
use tongzhou_node::{
    answer::{Roles, answer},
    registry::{Registry, pepper::Pepper, sweep::sweep},
    store::{Store, StoreError},
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../conformance/vectors/claims");

// covers: REQ-CLM-006, REQ-CLM-008, REQ-CLM-009, REQ-CLM-010, REQ-CLM-011, REQ-CLM-012, REQ-CLM-013, REQ-CLM-015
// covers: REQ-CLM-017, REQ-CLM-018, REQ-CLM-019, REQ-CLM-020, REQ-CLM-021, REQ-CLM-022, REQ-CLM-023, REQ-CLM-025
// covers: REQ-CLM-026, REQ-CLM-027, REQ-CLM-028, REQ-CLM-029, REQ-CLM-030, REQ-CLM-031, REQ-CLM-033, REQ-CLM-034
// covers: REQ-CLM-035, REQ-CLM-036, REQ-CLM-037
#[tokio::test]
async fn every_step_of_every_history_is_answered_as_the_text_says() {
    let mut played = 0;
    for path in files() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let history = read(&path);
        let scene = Scene::open(&name, &history).await;
        for (number, step) in history["steps"].as_array().unwrap().iter().enumerate() {
            scene.play(&format!("{name}, step {}", number + 1), step).await;
            played += 1;
        }
    }
    assert!(played > 90, "only {played} steps were played");
}

#[test]
fn the_histories_name_the_requirements_that_this_test_is_said_to_cover() {
    let this = include_str!("claim_vectors.rs");
    let ids = |line: &str| line.split(", ").map(|id| id.trim().to_owned()).collect::<Vec<_>>();
    let covered: BTreeSet<String> =
        this.lines().filter_map(|line| line.strip_prefix("// covers: ")).flat_map(ids).collect();
    let named: BTreeSet<String> = files()
        .iter()
        .flat_map(|path| read(path)["requirements"].as_array().unwrap().clone())
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(covered, named);
}

/// One registry with the consents of one history.
struct Scene {
    roles: Roles,
    registry: Registry,
    folder: PathBuf,
}

impl Scene {
    async fn open(name: &str, history: &Value) -> Self {
        let folder = std::env::temp_dir().join(format!("tongzhou-claims-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let store = Store::open(&format!("sqlite:{}", folder.join("node.db").display())).await.unwrap();
        for sql in MOVABLE_CLOCK {
            execute(&store, sql, 0).await;
        }
        let registry = Registry::new(store, Pepper::new([7; 32]));
        let roles = Roles { registry: Some(registry.clone()), ..Roles::default() };
        let scene = Self { roles, registry, folder };
        for consent in history["consents"].as_array().unwrap() {
            let request = json!({
                "commitment": consent["commitment"], "recipient": consent["member"],
                "purpose": "expense-claim", "mayNameMember": false, "validDays": 3660,
            });
            scene.ask(&consent["member"], &json!("consents/register"), &request).await.unwrap();
        }
        scene
    }

    async fn play(&self, place: &str, step: &Value) {
        if let Some(days) = step["daysPass"].as_i64() {
            execute(&self.registry.store, "INSERT INTO shift (ms) VALUES ($1)", days * DAY_MS).await;
            sweep(&self.registry).await.unwrap();
        } else if let Some(expected) = step["notices"].as_array() {
            sweep(&self.registry).await.unwrap();
            let listed = json!({ "atMost": 100 });
            let listed = self.ask(&step["member"], &json!("notices/list"), &listed).await.unwrap();
            let kind_and_about = |notice: &Value| (notice["kind"].to_string(), notice["about"].to_string());
            let sorted = |notices: &[Value]| notices.iter().map(kind_and_about).collect::<BTreeSet<_>>();
            assert_eq!(sorted(listed["notices"].as_array().unwrap()), sorted(expected), "{place}");
        } else {
            let now = self.now().await;
            let answered = self.ask(&step["member"], &step["operation"], &step["request"]).await;
            match (answered, &step["problem"]) {
                (Ok(mut answer), Value::Null) => {
                    if let Some(expires) = answer.as_object_mut().unwrap().remove("expiresAt") {
                        self.hold_to_days(place, step, now, expires.as_str().unwrap());
                    }
                    assert_eq!(answer, step["answer"], "{place}");
                }
                (Err(problem), expected @ Value::Object(_)) => {
                    let told: BTreeMap<&str, &Value> = ["code", "left"]
                        .into_iter()
                        .filter_map(|name| Some((name, problem.get(name)?)))
                        .collect();
                    let expected: BTreeMap<&str, &Value> = expected
                        .as_object()
                        .unwrap()
                        .iter()
                        .map(|(name, value)| (name.as_str(), value))
                        .collect();
                    assert_eq!(told, expected, "{place}");
                }
                (Ok(answer), _) => panic!("{place}: {answer} instead of a problem"),
                (Err(problem), _) => panic!("{place}: {problem}"),
            }
        }
    }

    /// A hold that was just made ends as many days later as were asked for.
    fn hold_to_days(&self, place: &str, step: &Value, now: i64, expires: &str) {
        if step["operation"] == "claims/reserve" && step["answer"]["fence"] == step["answer"]["version"] {
            let days = step["request"]["holdDays"].as_i64().unwrap_or(7);
            let expires = expires.parse::<Instant>().unwrap().unix_seconds();
            assert!(
                (expires - now / 1000 - days * DAY_MS / 1000).abs() <= 60,
                "{place}: the hold ends at another time"
            );
        }
    }

    async fn ask(&self, member: &Value, operation: &Value, request: &Value) -> Result<Value, Value> {
        let member: Organisation = member.as_str().unwrap().parse().unwrap();
        let operation = Operation::named(operation.as_str().unwrap()).unwrap();
        match answer(&self.roles, &member, operation, &serde_json::to_vec(request).unwrap()).await {
            Ok(answer) => Ok(serde_json::from_slice(&answer).unwrap()),
            Err(problem) => Err(serde_json::to_value(&problem).unwrap()),
        }
    }

    async fn now(&self) -> i64 {
        let now = self.registry.store.read(|tx| {
            Box::pin(async move {
                let row = tx.query_opt("SELECT now_ms FROM clock", &[]).await?;
                row.ok_or(StoreError::Misuse("no clock"))?.int(0)
            })
        });
        now.await.unwrap()
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

async fn execute(store: &Store, sql: &'static str, number: i64) {
    let done = store.write(move |tx| {
        Box::pin(async move {
            let parameters = [number.into()];
            let parameters: &[_] = if sql.contains("$1") { &parameters } else { &[] };
            tx.execute(sql, parameters).await.map(drop)
        })
    });
    let done: Result<(), StoreError> = done.await;
    done.unwrap();
}

fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The database's clock, moved by what stands in a table: in these tests weeks pass in a moment.
const MOVABLE_CLOCK: [&str; 3] = [
    "CREATE TABLE shift (ms INTEGER NOT NULL) STRICT",
    "DROP VIEW clock",
    "CREATE VIEW clock (now_ms) AS SELECT CAST(round(unixepoch('subsec') * 1000) AS INTEGER)
     + (SELECT coalesce(sum(ms), 0) FROM shift)",
];
const DAY_MS: i64 = 86_400_000;
