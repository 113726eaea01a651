//! SQLite inside the program: one thread that writes, a few that read.
//!
//! Work that waits while another is committed shares the next COMMIT, each in a savepoint of its own. Nothing is
//! answered, not even an error of the work, before that COMMIT has returned, since what one saw may be of another.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU8, Ordering},
        mpsc::{self, Receiver, SyncSender},
    },
    task::{Context, Poll, Waker},
    thread,
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};
use tokio::{sync::oneshot, time::timeout};
use tongzhou::fault;
use tracing::{error, warn};

use super::{
    BoxFuture, Limits, OpenError, StoreError, Tx, error,
    migration::{self, MIGRATIONS, Migration},
};

/// The queues of one file.
pub(super) struct Sqlite {
    path: PathBuf,
    writes: SyncSender<Box<dyn Job>>,
    reads: SyncSender<Box<dyn Job>>,
    limit: Duration,
}

/// Work of any type, as the threads see it.
trait Job: Send {
    /// Whether somebody still waits for it.
    fn is_wanted(&self) -> bool;
    /// Runs it, and tells whether what it wrote is to be kept.
    fn run(&mut self, connection: &mut Connection, reads: bool) -> bool;
    /// Answers: with its own outcome, or with an error in its stead.
    fn answer(self: Box<Self>, instead: Option<StoreError>);
}

struct Queued<T, E, W> {
    work: W,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
    state: Arc<AtomicU8>,
}

impl fmt::Debug for Sqlite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sqlite").field("limit", &self.limit).finish_non_exhaustive()
    }
}

impl Sqlite {
    pub(super) fn open(path: &Path, limits: Limits) -> Result<Self, OpenError> {
        let limit = Duration::from_millis(limits.work_millis);
        let mut writer = connect(path, limit)?;
        check_settings(&writer)?;
        migrate(&mut writer)?;
        let readers = (0..limits.connections.clamp(1, MOST_READERS))
            .map(|_| {
                let reader = connect(path, limit)?;
                reader.pragma_update(None, "query_only", true).map_err(store_error)?;
                Ok(reader)
            })
            .collect::<Result<Vec<_>, OpenError>>()?;

        let (writes, queue) = mpsc::sync_channel(LONGEST_QUEUE);
        start("store-writer", move || serve_writes(&mut writer, &queue))?;
        let (reads, queue) = mpsc::sync_channel(LONGEST_QUEUE);
        let queue = Arc::new(Mutex::new(queue));
        for mut reader in readers {
            let queue = Arc::clone(&queue);
            start("store-reader", move || serve_reads(&mut reader, &queue))?;
        }
        Ok(Self { path: path.to_owned(), writes, reads, limit })
    }

    pub(super) async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.ask(&self.writes, work).await
    }

    pub(super) async fn read<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.ask(&self.reads, work).await
    }

    /// Brings the log of writes into the file and empties it: until then it holds what was there before.
    pub(super) async fn scrub(&self) -> Result<(), StoreError> {
        let (path, limit) = (self.path.clone(), self.limit);
        let scrubbed = tokio::task::spawn_blocking(move || {
            let connection = connect(&path, limit).map_err(|_| StoreError::Unavailable)?;
            let busy =
                connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |row| row.get::<_, i64>(0));
            if busy.map_err(|failure| told(&failure))? == 0 { Ok(()) } else { Err(StoreError::Unavailable) }
        });
        scrubbed.await.unwrap_or(Err(StoreError::Unavailable))
    }

    async fn ask<T, E, W>(&self, queue: &SyncSender<Box<dyn Job>>, work: W) -> Result<T, E>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let state = Arc::new(AtomicU8::new(WAITING));
        let queued = Queued { work, outcome: None, reply, state: Arc::clone(&state) };
        queue.try_send(Box::new(queued)).map_err(|_| StoreError::Unavailable)?;
        match timeout(self.limit, answer).await {
            Ok(Ok(outcome)) => outcome,
            // The thread is gone with the work in it.
            Ok(Err(_)) => Err(StoreError::Unknown.into()),
            Err(_)
                if state.compare_exchange(WAITING, GIVEN_UP, Ordering::SeqCst, Ordering::SeqCst).is_ok() =>
            {
                Err(StoreError::Timeout.into())
            }
            Err(_) => Err(StoreError::Unknown.into()),
        }
    }
}

impl<T, E, W> Job for Queued<T, E, W>
where
    W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    fn is_wanted(&self) -> bool {
        match self.state.compare_exchange(WAITING, RUNNING, Ordering::SeqCst, Ordering::SeqCst) {
            Ok(_) | Err(RUNNING) => true,
            Err(_) => false,
        }
    }

    fn run(&mut self, connection: &mut Connection, reads: bool) -> bool {
        let mut tx = Tx::sqlite(connection, reads);
        let outcome = match (self.work)(&mut tx).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(outcome) => outcome,
            Poll::Pending => {
                Err(StoreError::Misuse("work that waits for something else than statements").into())
            }
        };
        let outcome = match (outcome, tx.into_failure()) {
            (Ok(_), Some(failure)) => Err(failure.error.into()),
            (outcome, _) => outcome,
        };
        self.outcome.insert(outcome).is_ok()
    }

    fn answer(self: Box<Self>, instead: Option<StoreError>) {
        let outcome = match (instead, self.outcome) {
            (Some(error), _) => Err(error.into()),
            (None, Some(outcome)) => outcome,
            (None, None) => Err(StoreError::Unavailable.into()),
        };
        // Nobody may wait any more; what is committed stays so, and the same request finds it.
        let _ = self.reply.send(outcome);
    }
}

fn serve_writes(connection: &mut Connection, queue: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = queue.recv() {
        let broken = write_together(connection, first, || queue.try_recv().ok());
        // Rolled back before COMMIT, because of one of them: each stands alone now.
        for job in broken {
            let again = write_together(connection, job, || None);
            again.into_iter().for_each(|job| job.answer(None));
        }
    }
}

/// Runs jobs in one transaction and answers them; those of a transaction that broke before COMMIT are given back.
fn write_together(
    connection: &mut Connection,
    first: Box<dyn Job>,
    mut next: impl FnMut() -> Option<Box<dyn Job>>,
) -> Vec<Box<dyn Job>> {
    if !first.is_wanted() {
        return Vec::new();
    }
    if let Err(failure) = connection.execute_batch("BEGIN IMMEDIATE") {
        first.answer(Some(told(&failure)));
        return Vec::new();
    }
    let mut group = Vec::new();
    let mut candidate = Some(first);
    while let Some(mut job) = candidate {
        let whole = run_in_savepoint(connection, job.as_mut());
        group.push(job);
        if !whole || connection.is_autocommit() {
            roll_back(connection);
            return group;
        }
        candidate = if group.len() < LARGEST_GROUP { wanted(&mut next) } else { None };
    }
    if fault::is("ack-before-commit") {
        group.drain(..).for_each(|job| job.answer(None));
        thread::sleep(Duration::from_millis(20));
    }
    let instead = match connection.execute_batch("COMMIT") {
        Ok(()) => None,
        Err(failure) => {
            // It may be on disk all the same, and be found there when the file is next opened.
            told(&failure);
            roll_back(connection);
            Some(StoreError::Unknown)
        }
    };
    group.into_iter().for_each(|job| job.answer(instead.clone()));
    Vec::new()
}

/// Whether the transaction around it still stands.
fn run_in_savepoint(connection: &mut Connection, job: &mut dyn Job) -> bool {
    if connection.execute_batch("SAVEPOINT work").is_err() {
        return false;
    }
    let Ok(keep) = catch_unwind(AssertUnwindSafe(|| job.run(connection, false))) else {
        error!("work on the store panicked");
        return false;
    };
    if connection.is_autocommit() {
        return false;
    }
    connection.execute_batch(if keep { "RELEASE work" } else { "ROLLBACK TO work; RELEASE work" }).is_ok()
}

fn serve_reads(connection: &mut Connection, queue: &Mutex<Receiver<Box<dyn Job>>>) {
    loop {
        let next = queue.lock().map_err(drop).and_then(|queue| queue.recv().map_err(drop));
        let Ok(mut job) = next else { return };
        if !job.is_wanted() {
            continue;
        }
        let ran = catch_unwind(AssertUnwindSafe(|| job.run(connection, true)));
        job.answer(ran.err().map(|_| StoreError::Unavailable));
    }
}

fn wanted(next: &mut impl FnMut() -> Option<Box<dyn Job>>) -> Option<Box<dyn Job>> {
    std::iter::from_fn(next).find(|job| job.is_wanted())
}

fn roll_back(connection: &Connection) {
    if !connection.is_autocommit()
        && let Err(failure) = connection.execute_batch("ROLLBACK")
    {
        told(&failure);
    }
}

fn connect(path: &Path, limit: Duration) -> Result<Connection, OpenError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(store_error)?;
    connection.busy_timeout(limit / 2).map_err(store_error)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.execute_batch(SETTINGS).map_err(store_error)?;
    Ok(connection)
}

/// SQLite passes over a setting that it cannot take, so each is read back.
fn check_settings(connection: &Connection) -> Result<(), OpenError> {
    let text =
        |name| connection.pragma_query_value(None, name, |row| row.get::<_, String>(0)).map_err(store_error);
    let number =
        |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(store_error);
    if text("journal_mode")? != "wal" {
        return Err(OpenError::Setting("a journal_mode other than wal"));
    }
    if number("synchronous")? != 2 {
        return Err(OpenError::Setting("a synchronous other than full"));
    }
    Ok(())
}

fn migrate(connection: &mut Connection) -> Result<(), OpenError> {
    connection.execute_batch(migration::TABLE_SQLITE).map_err(store_error)?;
    migration::judge(&applied(connection).map_err(store_error)?, Migration::sqlite)?;
    for step in MIGRATIONS {
        let transaction = connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(store_error)?;
        let taken = transaction
            .execute(migration::TAKE, (step.name, migration::digest(&step.sqlite())))
            .map_err(store_error)?;
        if taken == 1 {
            transaction.execute_batch(&step.sqlite()).map_err(store_error)?;
        }
        transaction.commit().map_err(store_error)?;
    }
    Ok(migration::judge(&applied(connection).map_err(store_error)?, Migration::sqlite)?)
}

fn applied(connection: &Connection) -> rusqlite::Result<Vec<(String, Vec<u8>)>> {
    connection.prepare(migration::APPLIED)?.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

fn start(name: &str, serve: impl FnOnce() + Send + 'static) -> Result<(), OpenError> {
    let started = thread::Builder::new().name(name.to_owned()).spawn(serve);
    started.map(drop).map_err(|_| StoreError::Unavailable.into())
}

fn store_error(failure: rusqlite::Error) -> OpenError {
    told(&failure).into()
}

fn told(failure: &rusqlite::Error) -> StoreError {
    let error = error::of_sqlite(failure).error;
    warn!(%error, "sqlite failed");
    error
}

// What is deleted is overwritten: consents that were withdrawn leave nothing in free pages.
const SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;
    PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA fullfsync = ON;
    PRAGMA journal_size_limit = 67108864;";
const LONGEST_QUEUE: usize = 1024;
const LARGEST_GROUP: usize = 64;
const MOST_READERS: usize = 4;

const WAITING: u8 = 0;
const RUNNING: u8 = 1;
const GIVEN_UP: u8 = 2;
