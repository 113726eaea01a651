//! The tables, made in steps that are never changed once released.

use std::borrow::Cow;

use thiserror::Error;
use tongzhou::{fault, value::Sha256Digest};

/// One step: the DDL of both engines under one name.
pub(super) struct Migration {
    pub(super) name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

impl Migration {
    pub(super) fn sqlite(&self) -> Cow<'static, str> {
        made(self.sqlite)
    }

    pub(super) fn postgres(&self) -> Cow<'static, str> {
        made(self.postgres)
    }
}

/// Why the tables of a database are not touched.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// A later version of this program made tables that this one does not know.
    #[error("the database has tables of a later version of this program: {0}")]
    Newer(String),
    /// The tables were made by another text than this program's.
    #[error("the tables of {0} were made by another text than that of this program")]
    Changed(&'static str),
}

/// Declares the steps in their order; a step's two files have its name.
macro_rules! migrations {
    ($($name:literal),+ $(,)?) => {
        /// Every step, in order. A step that was released is never changed: a new one follows.
        pub(super) const MIGRATIONS: &[Migration] = &[$(Migration {
            name: $name,
            sqlite: include_str!(concat!("ddl/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("ddl/postgres/", $name, ".sql")),
        }),+];
    };
}

migrations![
    "0001-claims",
    "0002-records",
    "0003-evaluator",
    "0004-requests",
    "0005-packages",
    "0006-batches",
    "0007-pepper"
];

/// Where the steps are written down; the same text in both engines but for the type of bytes.
pub(super) const TABLE_SQLITE: &str = "CREATE TABLE IF NOT EXISTS migration (
    name TEXT NOT NULL PRIMARY KEY, digest BLOB NOT NULL, applied_at INTEGER NOT NULL) STRICT;
    CREATE VIEW IF NOT EXISTS clock (now_ms) AS SELECT CAST(round(unixepoch('subsec') * 1000) AS INTEGER);";
pub(super) const TABLE_POSTGRES: &str = "CREATE TABLE IF NOT EXISTS migration (
    name TEXT NOT NULL PRIMARY KEY, digest BYTEA NOT NULL, applied_at BIGINT NOT NULL);
    CREATE OR REPLACE VIEW clock (now_ms) AS
    SELECT CAST(floor(extract(epoch FROM clock_timestamp()) * 1000) AS BIGINT);";
/// Two programs that start at once: the second waits here for the first, and then finds the step done.
pub(super) const TAKE: &str = "INSERT INTO migration (name, digest, applied_at)
    VALUES ($1, $2, (SELECT now_ms FROM clock)) ON CONFLICT DO NOTHING";
pub(super) const APPLIED: &str = "SELECT name, digest FROM migration ORDER BY name";

fn made(ddl: &'static str) -> Cow<'static, str> {
    if fault::is("dropped-check") {
        return ddl.replace("CHECK (held + paid <= cap)", "CHECK (cap >= 0)").into();
    }
    ddl.into()
}

/// The digest of a step's text.
pub(super) fn digest(ddl: &str) -> [u8; 32] {
    *Sha256Digest::of(ddl.as_bytes()).as_bytes()
}

/// Refuses what this program does not know, by the steps that were applied with their digests.
pub(super) fn judge(
    applied: &[(String, Vec<u8>)],
    ddl: fn(&Migration) -> Cow<'static, str>,
) -> Result<(), Refusal> {
    for (name, made_by) in applied {
        let known = MIGRATIONS
            .iter()
            .find(|migration| migration.name == name)
            .ok_or_else(|| Refusal::Newer(name.clone()))?;
        if digest(&ddl(known)) != made_by.as_slice() {
            return Err(Refusal::Changed(known.name));
        }
    }
    Ok(())
}
