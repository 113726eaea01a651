//! What becomes of work whose connection to PostgreSQL is lost, or that is rolled back in favour of another.

use std::{
    env,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::{Limits, Store, StoreError, Tx, Value, testing};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
async fn work_whose_connection_is_lost_before_commit_is_run_again() {
    let store = testing::postgres().await;
    let (token, runs) = (fresh_token(), Arc::new(AtomicU32::new(0)));
    let counted = Arc::clone(&runs);
    let written: Result<(), StoreError> = store
        .write(move |tx| {
            let runs = Arc::clone(&counted);
            Box::pin(async move {
                insert(tx, token).await?;
                if runs.fetch_add(1, Ordering::Relaxed) < 2 {
                    tx.query("SELECT pg_terminate_backend(pg_backend_pid())", &[]).await?;
                }
                Ok(())
            })
        })
        .await;
    assert_eq!(written, Ok(()));
    assert_eq!(runs.load(Ordering::Relaxed), 3);
    assert!(is_there(&store, token).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
async fn of_two_that_wait_for_each_other_both_come_to_their_end() {
    let store = testing::postgres().await;
    let (one, other) = (fresh_token(), fresh_token());
    for token in [one, other] {
        let made: Result<(), StoreError> = store.write(move |tx| Box::pin(insert(tx, token))).await;
        made.unwrap();
    }
    let crossed = |first: [u8; 32], second: [u8; 32]| {
        let store = store.clone();
        tokio::spawn(async move {
            let written: Result<(), StoreError> = store
                .write(move |tx| {
                    Box::pin(async move {
                        let sql = "UPDATE expense SET ver = ver + 1 WHERE token = $1";
                        tx.execute(sql, &[Value::from(first)]).await?;
                        tokio::time::sleep(Duration::from_millis(300)).await;
                        tx.execute(sql, &[Value::from(second)]).await.map(drop)
                    })
                })
                .await;
            written
        })
    };
    let (here, there) = (crossed(one, other), crossed(other, one));
    assert_eq!((here.await.unwrap(), there.await.unwrap()), (Ok(()), Ok(())));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
async fn a_commit_whose_answer_is_lost_is_unknown_and_may_be_there() {
    let direct = testing::postgres().await;
    let store = Store::open_with(&through_a_lossy_line().await, Limits::default()).await.unwrap();
    let token = fresh_token();
    let written: Result<(), StoreError> = store.write(move |tx| Box::pin(insert(tx, token))).await;
    assert_eq!(written, Err(StoreError::Unknown));
    for _ in 0..100 {
        if is_there(&direct, token).await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("this line hands COMMIT on before it breaks");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs the address of a PostgreSQL database in TONGZHOU_POSTGRES"]
async fn work_that_takes_too_long_is_given_up_and_leaves_nothing() {
    let direct = testing::postgres().await;
    let url = env::var("TONGZHOU_POSTGRES").unwrap();
    let store = Store::open_with(&url, Limits { connections: 1, work_millis: 700 }).await.unwrap();
    let token = fresh_token();
    let written: Result<(), StoreError> = store
        .write(move |tx| {
            Box::pin(async move {
                insert(tx, token).await?;
                tx.query("SELECT CAST(1 AS BIGINT) FROM pg_sleep(5)", &[]).await.map(drop)
            })
        })
        .await;
    assert_eq!(written, Err(StoreError::Timeout));
    assert!(!is_there(&direct, token).await);
    // Its only connection was given up as well, and there is another.
    for _ in 0..50 {
        if store.ping().await.is_ok() {
            return;
        }
    }
    panic!("no other connection");
}

/// The address of a line to the database that hands everything on, and breaks at the COMMIT of a connection that wrote
/// into `expense`.
async fn through_a_lossy_line() -> String {
    let url = env::var("TONGZHOU_POSTGRES").unwrap();
    let host = url.split('@').nth(1).unwrap().split('/').next().unwrap().to_owned();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let here = listener.local_addr().unwrap().to_string();
    let lossy = url.replace(&host, &here);
    tokio::spawn(async move {
        loop {
            let (client, _) = listener.accept().await.unwrap();
            tokio::spawn(line(client, host.clone()));
        }
    });
    lossy
}

async fn line(client: TcpStream, host: String) {
    let (mut from_server, mut to_server) = TcpStream::connect(host).await.unwrap().into_split();
    let (mut from_client, mut to_client) = client.into_split();
    let answers = tokio::spawn(async move { tokio::io::copy(&mut from_server, &mut to_client).await });
    let (mut bytes, mut wrote) = (vec![0; 65_536], false);
    loop {
        let Ok(read @ 1..) = from_client.read(&mut bytes).await else { return };
        let said = &bytes[..read];
        wrote |= contains(said, b"INSERT INTO expense");
        if wrote && contains(said, b"COMMIT") {
            answers.abort();
            to_server.write_all(said).await.unwrap();
            // Long enough for the server to read it; then both ends are dropped.
            tokio::time::sleep(Duration::from_millis(100)).await;
            return;
        }
        to_server.write_all(said).await.unwrap();
    }
}

fn contains(said: &[u8], word: &[u8]) -> bool {
    said.windows(word.len()).any(|window| window == word)
}

async fn insert(tx: &mut Tx<'_>, token: [u8; 32]) -> Result<(), StoreError> {
    let sql = "INSERT INTO expense (token, burden, cap, ver) VALUES ($1, 7, 7, 1)";
    tx.execute(sql, &[Value::from(token)]).await.map(drop)
}

async fn is_there(store: &Store, token: [u8; 32]) -> bool {
    let read: Result<bool, StoreError> = store
        .read(move |tx| {
            Box::pin(async move {
                let row =
                    tx.query_opt("SELECT ver FROM expense WHERE token = $1", &[Value::from(token)]).await?;
                Ok(row.is_some())
            })
        })
        .await;
    read.unwrap()
}

fn fresh_token() -> [u8; 32] {
    let mut token = [0; 32];
    getrandom::fill(&mut token).unwrap();
    token
}
