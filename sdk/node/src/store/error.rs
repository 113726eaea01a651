//! Why the database did not do it, with what a caller has to know: whether it may have been done all the same.

use thiserror::Error;
use tokio_postgres::error::SqlState;
use tongzhou_exchange::problem::{Problem, ProblemKind};

use super::migration::Refusal;

/// Why a transaction was not acknowledged. No value of a statement is in it.
///
/// Only with [`StoreError::Unknown`] may it have been committed; with all others it certainly was not.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// COMMIT was sent and no answer came, or an error: it may be committed. The same request is to be sent again.
    #[error("whether the transaction was committed is not known")]
    Unknown,
    /// A CHECK, a key or NOT NULL refused it.
    #[error("a constraint refused the statement")]
    Constraint,
    /// The disk is full.
    #[error("the database has no room left")]
    Full,
    /// The database cannot be reached, is busy, or is stopping.
    #[error("the database is not available")]
    Unavailable,
    /// It was given up after the time allowed.
    #[error("the database did not finish in time")]
    Timeout,
    /// Another transaction was in the way, every time it was tried.
    #[error("the transaction was rolled back in favour of others")]
    Contended,
    /// The statement and the tables, or the statement and its reader, do not fit: a fault of this program.
    #[error("misuse of the store: {0}")]
    Misuse(&'static str),
    /// Any other answer of the engine, by its code.
    #[error("the database answered {0}")]
    Engine(Box<str>),
}

/// Why a store was not opened.
#[derive(Debug, Error)]
pub enum OpenError {
    /// The address is neither `sqlite:PATH` nor `postgres://…`.
    #[error("the address of a store is sqlite:PATH or postgres://USER@HOST/DATABASE")]
    Address,
    /// The database is on another machine, and this one has no root certificates by which to know it.
    #[error(
        "the database is on another machine, and the system has no root certificates (SSL_CERT_FILE names some)"
    )]
    Roots,
    /// The tables are not those of this version of the program.
    #[error(transparent)]
    Tables(#[from] Refusal),
    /// A setting under which acknowledged work may be lost or times may be wrong.
    #[error("the database runs with {0}, under which acknowledged work may be lost")]
    Setting(&'static str),
    /// The database does not do as asked.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let kind = match error {
            StoreError::Full | StoreError::Unavailable | StoreError::Contended => ProblemKind::Unavailable,
            StoreError::Timeout => ProblemKind::Timeout,
            StoreError::Unknown | StoreError::Constraint | StoreError::Misuse(_) | StoreError::Engine(_) => {
                ProblemKind::Internal
            }
        };
        Self::new(kind)
    }
}

/// What a failure of PostgreSQL before COMMIT was sent means.
pub(super) fn of_postgres(error: &tokio_postgres::Error) -> Failure {
    let Some(state) = error.code() else {
        // Without a state it is the connection, or a value that could not be read or written.
        let closed = error.is_closed()
            || std::error::Error::source(error).is_some_and(|source| source.is::<std::io::Error>());
        return if closed {
            Failure::again(StoreError::Unavailable)
        } else {
            Failure::last(StoreError::Misuse("a value does not fit"))
        };
    };
    match state.code() {
        "40001" | "40P01" => Failure::again(StoreError::Contended),
        // The server is going down or coming up; another connection may reach one that is up.
        "57P01" | "57P02" | "57P03" | "25006" => Failure::again(StoreError::Unavailable),
        "57014" => Failure::last(StoreError::Timeout),
        "55P03" | "53300" => Failure::last(StoreError::Unavailable),
        "53100" => Failure::last(StoreError::Full),
        code if code.starts_with("08") => Failure::again(StoreError::Unavailable),
        code if code.starts_with("23") => Failure::last(StoreError::Constraint),
        code => Failure::last(StoreError::Engine(code.into())),
    }
}

/// What a failure of COMMIT means: that it certainly failed only where the server says that it rolled back for a
/// reason which comes before it is durable.
pub(super) fn of_commit(error: &tokio_postgres::Error) -> Failure {
    match error.code() {
        Some(state)
            if *state == SqlState::T_R_SERIALIZATION_FAILURE || *state == SqlState::T_R_DEADLOCK_DETECTED =>
        {
            Failure::again(StoreError::Contended)
        }
        Some(state) if state.code().starts_with("23") => Failure::last(StoreError::Constraint),
        _ => Failure::last(StoreError::Unknown),
    }
}

/// What a failure of SQLite before COMMIT means.
pub(super) fn of_sqlite(error: &rusqlite::Error) -> Failure {
    use rusqlite::ErrorCode;
    let rusqlite::Error::SqliteFailure(code, _) = error else {
        return Failure::last(StoreError::Misuse("a value does not fit"));
    };
    Failure::last(match code.code {
        ErrorCode::ConstraintViolation => StoreError::Constraint,
        ErrorCode::DiskFull => StoreError::Full,
        ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::CannotOpen
        | ErrorCode::SystemIoFailure => StoreError::Unavailable,
        _ => StoreError::Engine(format!("sqlite {}", code.extended_code).into()),
    })
}

/// An error, and whether the whole transaction may be run again for it.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    pub(super) error: StoreError,
    pub(super) again: bool,
}

impl Failure {
    pub(super) fn again(error: StoreError) -> Self {
        Self { error, again: true }
    }

    pub(super) fn last(error: StoreError) -> Self {
        Self { error, again: false }
    }
}
