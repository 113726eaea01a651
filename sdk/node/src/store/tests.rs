//! What every store promises, shown on SQLite always and on PostgreSQL where there is one.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use rusqlite::Connection;

use super::{
    OpenError, Refusal, Store, StoreError, Tx, Value,
    testing::{self, Folder},
};

#[tokio::test]
async fn what_was_written_is_read_on_sqlite() {
    let (store, _folder) = testing::sqlite().await;
    writes_and_reads(&store).await;
}

#[tokio::test]
#[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
async fn what_was_written_is_read_on_postgres() {
    writes_and_reads(&testing::postgres().await).await;
}

async fn writes_and_reads(store: &Store) {
    let token = fresh_token();
    store.write(move |tx| Box::pin(insert(tx, token, 1_000))).await.unwrap();
    assert_eq!(cap(store, token).await, Some(1_000));

    // An error of the work undoes what it wrote.
    let other = fresh_token();
    let refused: Result<(), StoreError> = store
        .write(move |tx| {
            Box::pin(async move {
                insert(tx, other, 5).await?;
                Err(StoreError::Unavailable)
            })
        })
        .await;
    assert_eq!(refused, Err(StoreError::Unavailable));
    assert_eq!(cap(store, other).await, None);

    // So does a statement that failed, even if the work passes over it.
    let passed_over: Result<(), StoreError> = store
        .write(move |tx| {
            Box::pin(async move {
                insert(tx, other, 5).await?;
                let _ = insert(tx, token, 5).await;
                Ok(())
            })
        })
        .await;
    assert_eq!(passed_over, Err(StoreError::Constraint));
    assert_eq!(cap(store, other).await, None);

    // A reader does not write.
    let refused: Result<u64, StoreError> = store
        .read(move |tx| {
            Box::pin(async move { tx.execute("DELETE FROM expense WHERE token = $1", &[token.into()]).await })
        })
        .await;
    assert!(matches!(refused, Err(StoreError::Misuse(_))));
    assert_eq!(cap(store, token).await, Some(1_000));

    // Its clock is about that of this machine.
    let here = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64;
    assert!((store.ping().await.unwrap() - here).abs() < 5_000);
}

#[tokio::test]
async fn work_that_waits_together_shares_a_commit_and_is_undone_alone() {
    let (store, _folder) = testing::sqlite().await;
    let tokens: Vec<[u8; 32]> = (0..200).map(|_| fresh_token()).collect();
    let tasks: Vec<_> = tokens
        .iter()
        .enumerate()
        .map(|(number, token)| {
            let (store, token) = (store.clone(), *token);
            tokio::spawn(async move {
                store
                    .write(move |tx| {
                        Box::pin(async move {
                            insert(tx, token, 7).await?;
                            if number % 3 == 0 { Err(StoreError::Contended) } else { Ok(()) }
                        })
                    })
                    .await
            })
        })
        .collect();
    for (number, task) in tasks.into_iter().enumerate() {
        assert_eq!(task.await.unwrap().is_ok(), number % 3 != 0);
    }
    for (number, token) in tokens.iter().enumerate() {
        assert_eq!(cap(&store, *token).await.is_some(), number % 3 != 0, "{number}");
    }
}

#[tokio::test]
async fn work_that_panics_harms_nobody_else() {
    let (store, _folder) = testing::sqlite().await;
    let tokens: Vec<[u8; 32]> = (0..20).map(|_| fresh_token()).collect();
    let tasks: Vec<_> = tokens
        .iter()
        .enumerate()
        .map(|(number, token)| {
            let (store, token) = (store.clone(), *token);
            tokio::spawn(async move {
                let work = store.write(move |tx| {
                    Box::pin(async move {
                        insert(tx, token, 7).await?;
                        assert_ne!(number, 9, "a fault of this test");
                        Ok::<_, StoreError>(())
                    })
                });
                work.await
            })
        })
        .collect();
    for (number, task) in tasks.into_iter().enumerate() {
        assert_eq!(task.await.unwrap().is_ok(), number != 9);
    }
    for (number, token) in tokens.iter().enumerate() {
        assert_eq!(cap(&store, *token).await.is_some(), number != 9, "{number}");
    }
}

#[tokio::test]
async fn work_that_waits_for_something_else_is_refused() {
    let (store, _folder) = testing::sqlite().await;
    let refused: Result<(), StoreError> = store
        .write(|_| {
            Box::pin(async {
                std::future::pending::<()>().await;
                Ok(())
            })
        })
        .await;
    assert!(matches!(refused, Err(StoreError::Misuse(_))));
}

// covers: REQ-CLM-033
#[tokio::test]
async fn a_full_disk_refuses_what_does_not_fit_and_harms_nothing() {
    let (store, _folder) = testing::sqlite().await;
    // Of the connection that writes; so large a file and no larger.
    let pages = 64;
    store
        .write(move |tx| Box::pin(async move { tx.query("PRAGMA max_page_count = 64", &[]).await.map(drop) }))
        .await
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    let done = Arc::new(AtomicU32::new(0));
    let full = Arc::new(AtomicU32::new(0));
    let tokens: Vec<[u8; 32]> = (0..pages * 100).map(|_| fresh_token()).collect();
    let tasks: Vec<_> = tokens
        .iter()
        .map(|token| {
            let (store, token, done, full) = (store.clone(), *token, Arc::clone(&done), Arc::clone(&full));
            tokio::spawn(async move {
                let outcome = loop {
                    let outcome: Result<(), StoreError> =
                        store.write(move |tx| Box::pin(insert(tx, token, 7))).await;
                    if outcome != Err(StoreError::Unavailable) {
                        break outcome;
                    }
                    // The queue was full.
                    tokio::task::yield_now().await;
                };
                match &outcome {
                    Ok(()) => done.fetch_add(1, Ordering::Relaxed),
                    Err(StoreError::Full) => full.fetch_add(1, Ordering::Relaxed),
                    Err(error) => panic!("{error}"),
                };
                outcome.is_ok()
            })
        })
        .collect();
    for (token, task) in tokens.iter().zip(tasks) {
        let acknowledged = task.await.unwrap();
        assert_eq!(cap(&store, *token).await.is_some(), acknowledged);
    }
    assert!(done.load(Ordering::Relaxed) > 0 && full.load(Ordering::Relaxed) > 0);
}

#[tokio::test]
async fn tables_of_a_later_version_are_left_alone() {
    let (store, folder) = testing::sqlite().await;
    drop(store);
    // The writer's thread ends in its own time; the file may be written by another meanwhile.
    let connection = Connection::open(folder.0.join("node.sqlite")).unwrap();
    connection.execute("INSERT INTO migration VALUES ('9999-of-tomorrow', x'00', 1)", ()).unwrap();
    let refused = Store::open(&folder.url()).await;
    assert!(matches!(refused, Err(OpenError::Tables(Refusal::Newer(name))) if name == "9999-of-tomorrow"));

    connection.execute("DELETE FROM migration WHERE name = '9999-of-tomorrow'", ()).unwrap();
    Store::open(&folder.url()).await.unwrap();
    connection.execute("UPDATE migration SET digest = x'00' WHERE name = '0001-claims'", ()).unwrap();
    let refused = Store::open(&folder.url()).await;
    assert!(matches!(refused, Err(OpenError::Tables(Refusal::Changed("0001-claims")))));
}

#[tokio::test]
async fn an_address_of_another_form_is_refused() {
    assert!(matches!(Store::open("mysql://localhost").await, Err(OpenError::Address)));
    assert!(Store::open("sqlite:/nowhere/at/all/node.sqlite").await.is_err());
}

// covers: REQ-CLM-032
#[tokio::test]
async fn a_store_opened_again_has_what_was_acknowledged() {
    let folder = Folder::new();
    let token = fresh_token();
    let store = Store::open(&folder.url()).await.unwrap();
    store.write(move |tx| Box::pin(insert(tx, token, 7))).await.unwrap();
    drop(store);
    assert_eq!(cap(&Store::open(&folder.url()).await.unwrap(), token).await, Some(7));
}

async fn insert(tx: &mut Tx<'_>, token: [u8; 32], cap: i64) -> Result<(), StoreError> {
    let sql = "INSERT INTO expense (token, burden, cap, ver) VALUES ($2, $1, $1, 1)";
    tx.execute(sql, &[cap.into(), Value::from(token)]).await.map(drop)
}

async fn cap(store: &Store, token: [u8; 32]) -> Option<i64> {
    let read = store.read(move |tx| {
        Box::pin(async move {
            let row = tx.query_opt("SELECT cap FROM expense WHERE token = $1", &[token.into()]).await?;
            row.map(|row| row.int(0)).transpose()
        })
    });
    read.await.unwrap_or_else(|error: StoreError| panic!("{error}"))
}

fn fresh_token() -> [u8; 32] {
    let mut token = [0; 32];
    getrandom::fill(&mut token).unwrap();
    token
}

#[tokio::test]
#[ignore = "needs TONGZHOU_POSTGRES_TLS: …@localhost:PORT/…?sslmode=require, with a certificate for localhost that SSL_CERT_FILE names"]
async fn a_database_under_tls_is_who_its_certificate_says() {
    let url =
        std::env::var("TONGZHOU_POSTGRES_TLS").expect("TONGZHOU_POSTGRES_TLS is the address of a database");
    assert!(Store::open(&url).await.unwrap().ping().await.is_ok());
    // The same server by a name that its certificate does not have.
    let other = url.replace("@localhost:", "@127.0.0.1:");
    assert_ne!(url, other);
    assert!(matches!(Store::open(&other).await, Err(OpenError::Store(StoreError::Unavailable))));
}
