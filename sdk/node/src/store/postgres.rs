//! PostgreSQL, and what speaks its protocol: a pool of connections, READ COMMITTED, and retries where a transaction
//! certainly was not committed.

use std::{fmt, net::IpAddr, time::Duration};

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime};
use tokio::time::{Instant, sleep, timeout_at};
use tokio_postgres::{
    Config, IsolationLevel, NoTls,
    config::{Host, SslMode},
};
use tokio_postgres_rustls::MakeRustlsConnect;
use tracing::warn;

use super::{
    BoxFuture, Limits, OpenError, StoreError, Tx,
    error::{self, Failure},
    migration::{self, MIGRATIONS, Migration},
};

/// The pool of one database.
pub(super) struct Postgres {
    pool: Pool,
    limit: Duration,
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres").field("limit", &self.limit).finish_non_exhaustive()
    }
}

impl Postgres {
    pub(super) async fn open(url: &str, limits: Limits) -> Result<Self, OpenError> {
        let mut config: Config = url.parse().map_err(|_| OpenError::Address)?;
        let limit = Duration::from_millis(limits.work_millis);
        config.connect_timeout(limit.min(Duration::from_secs(5)));
        config.keepalives_idle(Duration::from_secs(30));
        config.tcp_user_timeout(limit);
        if config.get_application_name().is_none() {
            config.application_name("tongzhou");
        }
        let manager = manager(config)?;
        let millis = limits.work_millis;
        let pool = Pool::builder(manager)
            .max_size(limits.connections.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(limit))
            .create_timeout(Some(limit))
            .recycle_timeout(Some(limit))
            .post_create(Hook::async_fn(move |client, _| {
                Box::pin(async move {
                    // A lock is waited for a shorter time than the work, so that who waits learns why.
                    let settings = format!(
                        "SET statement_timeout = {millis}; SET lock_timeout = {}; \
                         SET idle_in_transaction_session_timeout = {}",
                        millis / 2,
                        millis * 2,
                    );
                    client.batch_execute(&settings).await.map_err(HookError::Backend)
                })
            }))
            .build()
            .map_err(|_| OpenError::Address)?;
        let store = Self { pool, limit };
        store.check_settings().await?;
        store.migrate().await?;
        Ok(store)
    }

    pub(super) async fn write<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let until = Instant::now() + self.limit;
        let mut tries = 0;
        loop {
            let again = match self.try_write(&work, until).await {
                Ok(value) => return Ok(value),
                Err(Stop::Last(error)) => return Err(error),
                Err(Stop::Again(error)) => error,
            };
            tries += 1;
            if tries > RETRIES || !pause(tries, until).await {
                return Err(again);
            }
        }
    }

    pub(super) async fn read<T, E, W>(&self, work: W) -> Result<T, E>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let until = Instant::now() + self.limit;
        let mut tries = 0;
        loop {
            let client = self.client().await?;
            let mut tx = Tx::reading(&client);
            let outcome = timeout_at(until, work(&mut tx)).await;
            let failure = tx.into_failure();
            let Ok(outcome) = outcome else {
                drop(Object::take(client));
                return Err(StoreError::Timeout.into());
            };
            let again = match judged(outcome, failure) {
                Ok(value) => return Ok(value),
                Err(Stop::Last(error)) => return Err(error),
                Err(Stop::Again(error)) => error,
            };
            tries += 1;
            if tries > RETRIES || !pause(tries, until).await {
                return Err(again);
            }
        }
    }

    async fn try_write<T, E, W>(&self, work: &W, until: Instant) -> Result<T, Stop<E>>
    where
        W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let mut client = self.client().await.map_err(Stop::last)?;
        let (outcome, fate) = transact(&mut client, work, until).await;
        match fate {
            Fate::Sound => {}
            // In doubt about where the connection is, nobody else gets it; its end rolls back what is open.
            Fate::Doubtful => drop(Object::take(client)),
            #[cfg(tongzhou_faults)]
            Fate::Answered => drop(tokio::spawn(async move {
                sleep(Duration::from_millis(20)).await;
                let _ = client.batch_execute("COMMIT").await;
            })),
        }
        outcome
    }

    /// Frees and reuses the room of rows that were deleted. An engine that has no such command does it by itself.
    pub(super) async fn scrub(&self) -> Result<(), StoreError> {
        let client = self.client().await?;
        for sql in ["SET statement_timeout = 0", "VACUUM"] {
            if let Err(failure) = client.batch_execute(sql).await {
                error::of_postgres(&failure);
                warn!(statement = sql, "the database was not vacuumed");
            }
        }
        // With another time limit than the others, nobody else gets it.
        drop(Object::take(client));
        Ok(())
    }

    async fn client(&self) -> Result<Object, StoreError> {
        self.pool.get().await.map_err(|failure| {
            use deadpool_postgres::PoolError;
            let code = match &failure {
                PoolError::Backend(backend) => backend.code().map(|state| state.code()),
                PoolError::Timeout(_)
                | PoolError::Closed
                | PoolError::NoRuntimeSpecified
                | PoolError::PostCreateHook(_) => None,
            };
            warn!(code, "no connection to the database");
            StoreError::Unavailable
        })
    }

    async fn check_settings(&self) -> Result<(), OpenError> {
        let client = self.client().await?;
        // `off` acknowledges before anything is durable; an engine that does not know the setting has no such mode.
        let told =
            client.query_opt(SYNCHRONOUS_COMMIT, &[]).await.map_err(|failure| store_error(&failure))?;
        let told: Option<String> = told.and_then(|row| row.try_get(0).ok()).flatten();
        if told.is_some_and(|value| value == "off") {
            return Err(OpenError::Setting("synchronous_commit off"));
        }
        let told = client.query_opt(FSYNC, &[]).await.map_err(|failure| store_error(&failure))?;
        let told: Option<String> = told.and_then(|row| row.try_get(0).ok()).flatten();
        if told.is_some_and(|value| value == "off") {
            return Err(OpenError::Setting("fsync off"));
        }
        Ok(())
    }

    async fn migrate(&self) -> Result<(), OpenError> {
        let mut client = self.client().await?;
        // Two programs that start at once may both find no table; one of them fails and finds it when it tries again.
        let mut made = client.batch_execute(migration::TABLE_POSTGRES).await;
        for tries in 1..=RETRIES {
            if made.is_ok() {
                break;
            }
            sleep(backoff(tries)).await;
            made = client.batch_execute(migration::TABLE_POSTGRES).await;
        }
        made.map_err(|failure| store_error(&failure))?;
        migration::judge(&applied(&client).await?, Migration::postgres)?;
        for step in MIGRATIONS {
            let transaction = client.transaction().await.map_err(|failure| store_error(&failure))?;
            let digest = migration::digest(&step.postgres());
            let taken = transaction.execute(migration::TAKE, &[&step.name, &digest.as_slice()]).await;
            if taken.map_err(|failure| store_error(&failure))? == 1 {
                transaction.batch_execute(&step.postgres()).await.map_err(|failure| store_error(&failure))?;
            }
            transaction.commit().await.map_err(|failure| store_error(&failure))?;
        }
        Ok(migration::judge(&applied(&client).await?, Migration::postgres)?)
    }
}

/// What is to become of a connection after a transaction.
enum Fate {
    /// It is fit for another.
    Sound,
    /// What it is in the middle of is not known.
    Doubtful,
    /// What it is in the middle of was answered already: the fault `ack-before-commit`.
    #[cfg(tongzhou_faults)]
    Answered,
}

/// Runs one transaction.
async fn transact<T, E, W>(client: &mut Object, work: &W, until: Instant) -> (Result<T, Stop<E>>, Fate)
where
    W: for<'t, 'c> Fn(&'t mut Tx<'c>) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let begin = client.build_transaction().isolation_level(IsolationLevel::ReadCommitted).start();
    let transaction = match timeout_at(until, begin).await {
        Ok(Ok(transaction)) => transaction,
        Ok(Err(failure)) => return (Err(error::of_postgres(&failure).into()), Fate::Doubtful),
        Err(_) => return (Err(Stop::last(StoreError::Timeout)), Fate::Doubtful),
    };
    let mut tx = Tx::writing(&transaction);
    let outcome = timeout_at(until, work(&mut tx)).await;
    let failure = tx.into_failure();
    let value = match outcome.map(|outcome| judged(outcome, failure)) {
        Ok(Ok(value)) => value,
        Ok(Err(stop)) => {
            let undone = matches!(timeout_at(until, transaction.rollback()).await, Ok(Ok(())));
            return (Err(stop), if undone { Fate::Sound } else { Fate::Doubtful });
        }
        // COMMIT was not sent.
        Err(_) => return (Err(Stop::last(StoreError::Timeout)), Fate::Doubtful),
    };
    #[cfg(tongzhou_faults)]
    if tongzhou::fault::is("ack-before-commit") {
        std::mem::forget(transaction);
        return (Ok(value), Fate::Answered);
    }
    match timeout_at(until, transaction.commit()).await {
        Ok(Ok(())) => (Ok(value), Fate::Sound),
        Ok(Err(failure)) => {
            warn!(code = failure.code().map(|state| state.code()), "commit failed");
            (Err(error::of_commit(&failure).into()), Fate::Doubtful)
        }
        Err(_) => (Err(Stop::last(StoreError::Unknown)), Fate::Doubtful),
    }
}

/// On this machine connections are as the address says, without TLS by itself; to another machine always under TLS, with
/// a certificate that the system's roots vouch for.
fn manager(mut config: Config) -> Result<Manager, OpenError> {
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let here =
        config.get_hosts().iter().all(is_here) && config.get_hostaddrs().iter().all(IpAddr::is_loopback);
    if here && config.get_ssl_mode() != SslMode::Require {
        config.ssl_mode(SslMode::Disable);
        return Ok(Manager::from_config(config, NoTls, recycling));
    }
    config.ssl_mode(SslMode::Require);
    let (tls, faults) = MakeRustlsConnect::with_native_certs().map_err(|_| OpenError::Roots)?;
    if !faults.is_empty() {
        warn!(faults = faults.len(), "some of the system's root certificates cannot be read");
    }
    Ok(Manager::from_config(config, tls, recycling))
}

fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

/// Why a try ended, and whether another may follow.
enum Stop<E> {
    Last(E),
    Again(E),
}

impl<E: From<StoreError>> Stop<E> {
    fn last(error: StoreError) -> Self {
        Self::Last(error.into())
    }
}

impl<E: From<StoreError>> From<Failure> for Stop<E> {
    fn from(failure: Failure) -> Self {
        if failure.again { Self::Again(failure.error.into()) } else { Self::Last(failure.error.into()) }
    }
}

/// An outcome of work, with what failed beneath it: PostgreSQL answers COMMIT of a failed transaction with a ROLLBACK
/// that is no error, so work that passed over a failure is not committed.
fn judged<T, E: From<StoreError>>(outcome: Result<T, E>, failure: Option<Failure>) -> Result<T, Stop<E>> {
    match (outcome, failure) {
        (Ok(value), None) => Ok(value),
        (Ok(_), Some(failure)) => Err(Stop::from(failure)),
        (Err(error), Some(Failure { again: true, .. })) => Err(Stop::Again(error)),
        (Err(error), _) => Err(Stop::Last(error)),
    }
}

async fn applied(client: &Object) -> Result<Vec<(String, Vec<u8>)>, OpenError> {
    let rows = client.query(migration::APPLIED, &[]).await.map_err(|failure| store_error(&failure))?;
    let read = |row: tokio_postgres::Row| Ok((row.try_get(0)?, row.try_get(1)?));
    rows.into_iter().map(read).collect::<Result<_, _>>().map_err(|failure| store_error(&failure))
}

/// Waits before another try; `false` where the time is up.
async fn pause(tries: u32, until: Instant) -> bool {
    let next = Instant::now() + backoff(tries);
    if next >= until {
        return false;
    }
    tokio::time::sleep_until(next).await;
    true
}

/// Doubling, and different for those who collided: between nothing and 2 ms, 4 ms, 8 ms …
fn backoff(tries: u32) -> Duration {
    let mut random = [0; 2];
    // Without random numbers those who collided may collide again; that is all.
    let _ = getrandom::fill(&mut random);
    let most = 1_000_u64 << tries.min(8);
    Duration::from_micros(most * u64::from(u16::from_le_bytes(random)) / u64::from(u16::MAX))
}

fn store_error(failure: &tokio_postgres::Error) -> OpenError {
    let error = error::of_postgres(failure).error;
    warn!(%error, code = failure.code().map(|state| state.code()), "postgres failed");
    error.into()
}

const RETRIES: u32 = 8;
const SYNCHRONOUS_COMMIT: &str = "SELECT current_setting('synchronous_commit', true)";
const FSYNC: &str = "SELECT current_setting('fsync', true)";
