//! Two databases behind one interface: SQLite inside the program, PostgreSQL and what speaks its protocol outside.
//!
//! The text of every statement is the same for both; only the DDL in `ddl/` differs. Parameters are `$1`, `$2`, …,
//! amounts are whole fen, truth values are 0 and 1, times are milliseconds of the database's own clock:
//! `(SELECT now_ms FROM clock)`. No decision and no row has a time of this program.
//!
//! Work that writes is a closure over a [`Tx`]. It may be run more than once, so it does nothing but statements.
//!
//! ```
//! use tongzhou_node::store::{Store, StoreError};
//!
//! async fn how_many(store: &Store, about: i64) -> Result<i64, StoreError> {
//!     store
//!         .read(move |tx| {
//!             Box::pin(async move {
//!                 let sql = "SELECT count(*) FROM migration WHERE applied_at > $1";
//!                 let row = tx.query_opt(sql, &[about.into()]).await?;
//!                 row.map_or(Ok(0), |row| row.int(0))
//!             })
//!         })
//!         .await
//! }
//! ```

pub mod check;
mod error;
mod migration;
mod postgres;
mod sqlite;
mod tx;
mod value;

use std::{path::Path, pin::Pin, sync::Arc};

pub use error::{OpenError, StoreError};
pub use migration::Refusal;
pub use tx::Tx;
pub use value::{Row, Value};

use postgres::Postgres;
use sqlite::Sqlite;

/// What a closure of work returns: a future on the heap.
pub type BoxFuture<'t, T> = Pin<Box<dyn Future<Output = T> + Send + 't>>;

/// One database. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Store(Arc<Engine>);

/// Which database it is.
#[derive(Debug)]
enum Engine {
    Sqlite(Sqlite),
    Postgres(Postgres),
}

/// How a store is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many connections PostgreSQL is asked for, or how many threads read SQLite.
    pub connections: usize,
    /// After how many milliseconds work is given up.
    pub work_millis: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 16, work_millis: 10_000 }
    }
}

impl Store {
    /// Opens the database of an address, `sqlite:PATH` or `postgres://…`, brings its tables up to date, and makes sure
    /// that it keeps what it acknowledges.
    ///
    /// # Errors
    /// Where the address is of neither form, the database cannot be reached or does not keep what it acknowledges, or
    /// its tables were made by a later version of this program.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        Self::open_with(url, Limits::default()).await
    }

    /// As [`Self::open`], with limits of one's own.
    ///
    /// # Errors
    /// Those of [`Self::open`].
    pub async fn open_with(url: &str, limits: Limits) -> Result<Self, OpenError> {
        let engine = if let Some(path) = url.strip_prefix("sqlite:") {
            Engine::Sqlite(Sqlite::open(Path::new(path), limits)?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Engine::Postgres(Postgres::open(url, limits).await?)
        } else {
            return Err(OpenError::Address);
        };
        Ok(Self(Arc::new(engine)))
    }

    /// One transaction. What it wrote is committed when this returns `Ok`; with an error of `work` nothing is written.
    ///
    /// It is run again where the database rolled it back for the sake of another transaction, and where the connection
    /// was lost before COMMIT was sent. A connection lost at COMMIT is [`StoreError::Unknown`].
    ///
    /// # Errors
    /// Those of `work` and of the database.
    pub async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &*self.0 {
            Engine::Sqlite(engine) => engine.write(work).await,
            Engine::Postgres(engine) => engine.write(work).await,
        }
    }

    /// Reads on the primary. Each statement sees everything that was committed before it began; two statements may see
    /// two states.
    ///
    /// # Errors
    /// Those of `work` and of the database; [`StoreError::Misuse`] where a statement would write.
    pub async fn read<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &*self.0 {
            Engine::Sqlite(engine) => engine.read(work).await,
            Engine::Postgres(engine) => engine.read(work).await,
        }
    }

    /// The database's clock, in milliseconds since 1970, which also tells that it answers.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn ping(&self) -> Result<i64, StoreError> {
        self.read(|tx| {
            Box::pin(async move {
                let row = tx.query_opt("SELECT now_ms FROM clock", &[]).await?;
                row.ok_or(StoreError::Misuse("the clock has no row"))?.int(0)
            })
        })
        .await
    }

    /// Has the database let go of what was deleted: until then its files may hold it still. To be done some time after
    /// deleting, not after every row.
    ///
    /// # Errors
    /// Those of the database; then it is to be done again.
    pub async fn scrub(&self) -> Result<(), StoreError> {
        match &*self.0 {
            Engine::Sqlite(engine) => engine.scrub().await,
            Engine::Postgres(engine) => engine.scrub().await,
        }
    }

    /// The name of the engine: `sqlite` or `postgres`.
    pub fn engine(&self) -> &'static str {
        match &*self.0 {
            Engine::Sqlite(_) => "sqlite",
            Engine::Postgres(_) => "postgres",
        }
    }
}

#[cfg(test)]
mod interruptions;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
