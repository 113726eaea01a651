//! Whether a database does what the claims rely on: an operator's own engine is tried before it is relied on.
//!
//! Everything is tried on the real tables, under keys that no token has, by many connections at once, and taken away
//! again. A database that was tried soundly may still lose power, disks and replicas; what is shown is that its
//! statements mean here what they mean in SQLite and PostgreSQL.

use std::time::{Duration, Instant};

use tongzhou::text::Bilingual;

use super::{BoxFuture, Store, StoreError, Tx, Value};

/// One thing that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// A name for programs.
    pub name: &'static str,
    /// What is relied on.
    pub relies_on: Bilingual,
    /// What came of it.
    pub verdict: Verdict,
}

/// What came of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The database does it.
    Holds,
    /// It does not, and no claim may be kept in it; with what was seen.
    Broken(String),
    /// It could not be tried.
    NotTried(StoreError),
}

/// Tries everything, one after the other.
pub async fn check(store: &Store) -> Vec<Probe> {
    let mut probes = Vec::new();
    for (name, relies_on, probe) in PROBES {
        let key = key();
        let tried = match &key {
            Ok(key) => probe(store.clone(), *key).await,
            Err(error) => Err(error.clone()),
        };
        if let Ok(key) = key {
            // What is left of a try stands under a key that no token has, and harms nobody.
            let _ = clean(store, key).await;
        }
        let verdict = match tried {
            Ok(None) => Verdict::Holds,
            Ok(Some(seen)) => Verdict::Broken(seen),
            Err(error) => Verdict::NotTried(error),
        };
        probes.push(Probe { name, relies_on: *relies_on, verdict });
    }
    probes
}

/// Nothing, or what was seen and should not have been.
type Tried = Result<Option<String>, StoreError>;

type Key = [u8; 32];

type Try = fn(Store, Key) -> BoxFuture<'static, Tried>;

const PROBES: &[(&str, Bilingual, Try)] = &[
    (
        "clock",
        Bilingual {
            en: "the database's clock runs, and never back", zh: "数据库时钟持续前进，从不倒退"
        },
        |store, _| Box::pin(clock(store)),
    ),
    (
        "cap",
        Bilingual {
            en: "no statement can write more than the cap", zh: "任何语句都不能写入超过上限的金额"
        },
        |store, key| Box::pin(cap(store, key)),
    ),
    (
        "rollback",
        Bilingual { en: "work that fails leaves nothing", zh: "失败的事务不留下任何内容" },
        |store, key| Box::pin(rollback(store, key)),
    ),
    (
        "order",
        Bilingual { en: "bytes are compared by their values", zh: "字节串按数值比较先后" },
        |store, key| Box::pin(order(store, key)),
    ),
    (
        "read-after-commit",
        Bilingual {
            en: "what was committed is read at once on every connection",
            zh: "提交后，每个连接立即读到",
        },
        |store, key| Box::pin(read_after_commit(store, key)),
    ),
    (
        "one-row",
        Bilingual {
            en: "of many who insert one key at once, one does",
            zh: "多方同时插入同一主键，只有一方成功",
        },
        |store, key| Box::pin(one_row(store, key)),
    ),
    (
        "condition",
        Bilingual {
            en: "the condition of an update holds under many at once",
            zh: "多方并发时，更新的条件始终有效",
        },
        |store, key| Box::pin(condition(store, key)),
    ),
    (
        "waiting",
        Bilingual {
            en: "who has waited for a row sees what others committed",
            zh: "等到一行之后，能看到他方已提交的内容",
        },
        |store, key| Box::pin(waiting(store, key)),
    ),
];

async fn clock(store: Store) -> Tried {
    let (first, begun) = (store.ping().await?, Instant::now());
    let mut last = first;
    while begun.elapsed() < Duration::from_millis(50) {
        let now = store.ping().await?;
        if now < last {
            return Ok(Some(format!("it went back by {} ms", last - now)));
        }
        last = now;
    }
    Ok((last == first).then(|| "it stood still for 50 ms".to_owned()))
}

async fn cap(store: Store, key: Key) -> Tried {
    let inserted =
        write(&store, "INSERT INTO expense (token, burden, cap, held, ver) VALUES ($1, 9, 9, 10, 1)", key);
    if inserted.await != Err(StoreError::Constraint) {
        return Ok(Some("a row over its cap was inserted".to_owned()));
    }
    write(&store, "INSERT INTO expense (token, burden, cap, held, ver) VALUES ($1, 9, 9, 5, 1)", key).await?;
    for sql in [
        "UPDATE expense SET paid = paid + 5 WHERE token = $1",
        "UPDATE expense SET cap = 4 WHERE token = $1",
        "UPDATE expense SET held = held - 6 WHERE token = $1",
    ] {
        if write(&store, sql, key).await != Err(StoreError::Constraint) {
            return Ok(Some("a row was updated beyond its cap, or below nothing".to_owned()));
        }
    }
    Ok(None)
}

async fn rollback(store: Store, key: Key) -> Tried {
    let failed: Result<(), StoreError> = store
        .write(move |tx| {
            Box::pin(async move {
                tx.execute(MAKE, &[Value::from(key), Value::from(9_i64)]).await?;
                Err(StoreError::Contended)
            })
        })
        .await;
    let left = held(&store, key).await?;
    Ok((failed != Err(StoreError::Contended) || left.is_some()).then(|| "a row was left".to_owned()))
}

async fn order(store: Store, key: Key) -> Tried {
    make(&store, key, 9).await?;
    for first in [0x7F_u8, 0x80, 0x00, 0xFF] {
        let mut statement = [0; 16];
        if let Some(byte) = statement.first_mut() {
            *byte = first;
        }
        store
            .write(move |tx| {
                Box::pin(async move {
                    let row = [Value::from(key), Value::from(statement), Value::from(i64::from(first))];
                    tx.execute(SAY, &row).await
                })
            })
            .await
            .map(|_: u64| ())?;
    }
    let last: Result<_, StoreError> = store
        .read(move |tx| {
            Box::pin(async move {
                let row =
                    tx.query_opt("SELECT amount FROM burden WHERE token = $1", &[Value::from(key)]).await?;
                row.map(|row| row.int(0)).transpose()
            })
        })
        .await;
    Ok((last? != Some(0xFF)).then(|| "a later id was taken for an earlier one".to_owned()))
}

async fn read_after_commit(store: Store, key: Key) -> Tried {
    make(&store, key, ROUNDS).await?;
    for round in 1..=ROUNDS {
        write(&store, "UPDATE expense SET held = held + 1 WHERE token = $1", key).await?;
        let readers = together(4, |_| {
            let store = store.clone();
            async move { held(&store, key).await }
        });
        for seen in readers.await? {
            if seen != Some(round) {
                return Ok(Some("a read was older than what was committed before it".to_owned()));
            }
        }
    }
    Ok(None)
}

async fn one_row(store: Store, key: Key) -> Tried {
    for _ in 0..ROUNDS {
        let made = together(CLIENTS, |_| {
            let store = store.clone();
            async move { insert(&store, key).await }
        });
        let made: u64 = made.await?.into_iter().sum();
        if made != 1 {
            return Ok(Some(format!("{made} of {CLIENTS} inserted it")));
        }
        write(&store, "DELETE FROM expense WHERE token = $1", key).await?;
    }
    Ok(None)
}

/// Each takes amounts of its own until nothing is left, and what was taken has to be what was granted.
async fn condition(store: Store, key: Key) -> Tried {
    const LEAVES: i64 = 1_000;
    make(&store, key, LEAVES).await?;
    // The CHECK would hide a condition that does not hold: it is lifted out of the way.
    write(&store, "UPDATE expense SET cap = 1000000 WHERE token = $1", key).await?;
    let granted = together(CLIENTS, |client| {
        let store = store.clone();
        async move {
            let (amount, mut granted) = (7 + i64::from(client % 5), 0);
            for _ in 0..ROUNDS {
                let taken: Result<u64, StoreError> = store
                    .write(move |tx| {
                        Box::pin(
                            async move { tx.execute(TAKE, &[Value::from(key), Value::from(amount)]).await },
                        )
                    })
                    .await;
                granted += if taken? == 1 { amount } else { 0 };
            }
            Ok(granted)
        }
    });
    let granted: i64 = granted.await?.into_iter().sum();
    let taken = held(&store, key).await?.unwrap_or_default();
    Ok((taken > LEAVES || taken != granted)
        .then(|| format!("of {LEAVES}, {granted} were granted and {taken} taken")))
}

/// Each says a number of its own and writes down the lowest that is said; the last to write sees all.
async fn waiting(store: Store, key: Key) -> Tried {
    for _ in 0..ROUNDS {
        make(&store, key, 1_000_000).await?;
        let said = together(CLIENTS, |client| {
            let store = store.clone();
            async move {
                let lowest = store.write(move |tx| Box::pin(say_and_settle(tx, key, client)));
                let lowest: Result<(), StoreError> = lowest.await;
                lowest
            }
        });
        said.await?;
        let told: Result<_, StoreError> = store
            .read(move |tx| {
                Box::pin(async move {
                    let row = tx
                        .query_opt("SELECT burden FROM expense WHERE token = $1", &[Value::from(key)])
                        .await?;
                    row.map(|row| row.int(0)).transpose()
                })
            })
            .await;
        if told? != Some(100) {
            return Ok(Some(
                "the lowest of what was said was not seen by the last who said something".to_owned(),
            ));
        }
        clean(&store, key).await?;
    }
    Ok(None)
}

async fn say_and_settle(tx: &mut Tx<'_>, key: Key, client: u8) -> Result<(), StoreError> {
    tx.execute("UPDATE expense SET ver = ver + 1 WHERE token = $1", &[Value::from(key)]).await?;
    let amount = i64::from(CLIENTS - client) + 99;
    let row =
        [Value::from(key), Value::from(client.to_string()), Value::from([client; 16]), Value::from(amount)];
    tx.execute(SAY_AS, &row).await?;
    let settled = tx.execute(SETTLE, &[Value::from(key)]).await?;
    if settled == 1 { Ok(()) } else { Err(StoreError::Misuse("the row that is tried on is gone")) }
}

/// Runs clients at once, each with its number.
async fn together<T, F>(clients: u8, client: impl Fn(u8) -> F) -> Result<Vec<T>, StoreError>
where
    T: Send + 'static,
    F: Future<Output = Result<T, StoreError>> + Send + 'static,
{
    let tasks: Vec<_> = (0..clients).map(|number| tokio::spawn(client(number))).collect();
    let mut all = Vec::with_capacity(tasks.len());
    for task in tasks {
        all.push(task.await.map_err(|_| StoreError::Misuse("a client of the try panicked"))??);
    }
    Ok(all)
}

async fn make(store: &Store, key: Key, cap: i64) -> Result<(), StoreError> {
    let made = store
        .write(move |tx| {
            Box::pin(async move { tx.execute(MAKE, &[Value::from(key), Value::from(cap)]).await })
        })
        .await;
    made.map(|_: u64| ())
}

async fn insert(store: &Store, key: Key) -> Result<u64, StoreError> {
    store
        .write(move |tx| {
            Box::pin(async move { tx.execute(INSERT, &[Value::from(key), Value::from(9_i64)]).await })
        })
        .await
}

async fn held(store: &Store, key: Key) -> Result<Option<i64>, StoreError> {
    store
        .read(move |tx| {
            Box::pin(async move {
                let row =
                    tx.query_opt("SELECT held FROM expense WHERE token = $1", &[Value::from(key)]).await?;
                row.map(|row| row.int(0)).transpose()
            })
        })
        .await
}

async fn clean(store: &Store, key: Key) -> Result<(), StoreError> {
    write(store, "DELETE FROM burden WHERE token = $1", key).await?;
    write(store, "DELETE FROM expense WHERE token = $1", key).await.map(drop)
}

async fn write(store: &Store, sql: &'static str, key: Key) -> Result<u64, StoreError> {
    store.write(move |tx| Box::pin(async move { tx.execute(sql, &[Value::from(key)]).await })).await
}

fn key() -> Result<Key, StoreError> {
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|_| StoreError::Misuse("no random numbers"))?;
    Ok(key)
}

const CLIENTS: u8 = 32;
const ROUNDS: i64 = 8;

const MAKE: &str = "INSERT INTO expense (token, burden, cap, ver) VALUES ($1, $2, $2, 1)";

const INSERT: &str =
    "INSERT INTO expense (token, burden, cap, ver) VALUES ($1, $2, $2, 1) ON CONFLICT DO NOTHING";

const TAKE: &str = "\
UPDATE expense SET held = held + $2, ver = ver + 1 WHERE token = $1 AND void = 0 AND held + paid + $2 <= burden";

const SAY: &str = "\
INSERT INTO burden (token, member, statement_id, amount, source) VALUES ($1, 'x', $2, $3, 'x')
ON CONFLICT (token, member) DO UPDATE SET statement_id = excluded.statement_id, amount = excluded.amount
WHERE burden.statement_id < excluded.statement_id";

const SAY_AS: &str = "\
INSERT INTO burden (token, member, statement_id, amount, source) VALUES ($1, $2, $3, $4, 'x')";

const SETTLE: &str = "\
UPDATE expense SET burden = (SELECT min(amount) FROM burden WHERE token = $1) WHERE token = $1";

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{Verdict, check};
    use crate::store::{Store, testing};

    #[tokio::test]
    async fn sqlite_does_what_is_relied_on() {
        let (store, _folder) = testing::sqlite().await;
        all_hold(&store).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    #[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
    async fn postgres_does_what_is_relied_on() {
        all_hold(&testing::postgres().await).await;
    }

    async fn all_hold(store: &Store) {
        let probes = check(store).await;
        assert_eq!(probes.len(), 8);
        for probe in probes {
            assert_eq!(probe.verdict, Verdict::Holds, "{}", probe.name);
        }
    }

    #[tokio::test]
    async fn tables_without_their_check_and_a_clock_that_stands_are_found() {
        let (store, folder) = testing::sqlite().await;
        let connection = Connection::open(folder.0.join("node.sqlite")).unwrap();
        connection
            .execute_batch(
                "DROP TABLE expense;
                 CREATE TABLE expense (token BLOB PRIMARY KEY, burden INTEGER, cap INTEGER, held INTEGER DEFAULT 0,
                                       paid INTEGER DEFAULT 0, ver INTEGER, void INTEGER DEFAULT 0) STRICT;
                 DROP VIEW clock;
                 CREATE VIEW clock (now_ms) AS SELECT 1;",
            )
            .unwrap();
        let broken =
            check(&store).await.into_iter().filter(|probe| matches!(probe.verdict, Verdict::Broken(_)));
        assert_eq!(broken.map(|probe| probe.name).collect::<Vec<_>>(), ["clock", "cap"]);
    }

    #[tokio::test]
    async fn a_condition_that_does_not_hold_is_found() {
        let (store, folder) = testing::sqlite().await;
        let connection = Connection::open(folder.0.join("node.sqlite")).unwrap();
        // Of every second update, what it took is not written down.
        connection
            .execute_batch(
                "CREATE TRIGGER lost AFTER UPDATE OF held ON expense WHEN new.ver % 2 = 0 AND new.held > old.held
                 BEGIN UPDATE expense SET held = old.held WHERE token = new.token; END;",
            )
            .unwrap();
        let broken =
            check(&store).await.into_iter().filter(|probe| matches!(probe.verdict, Verdict::Broken(_)));
        assert_eq!(broken.map(|probe| probe.name).collect::<Vec<_>>(), ["condition"]);
    }
}
