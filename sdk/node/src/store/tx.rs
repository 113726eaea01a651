//! One transaction, whichever database it runs in.

use deadpool_postgres::{ClientWrapper, Transaction};
use rusqlite::{Connection, types::ValueRef};
use tokio_postgres::{Statement, types::ToSql};
use tracing::warn;

use super::{
    Row, StoreError, Value,
    error::{self, Failure},
};

/// One transaction, or with [`super::Store::read`] a connection on which every statement stands alone.
pub struct Tx<'c> {
    inner: Inner<'c>,
    // Kept, since a database that failed one statement may commit the others, or say that it did.
    failure: Option<Failure>,
}

enum Inner<'c> {
    Sqlite { connection: &'c mut Connection, reads: bool },
    Writing(&'c Transaction<'c>),
    Reading(&'c ClientWrapper),
}

impl<'c> Tx<'c> {
    pub(super) fn sqlite(connection: &'c mut Connection, reads: bool) -> Self {
        Self { inner: Inner::Sqlite { connection, reads }, failure: None }
    }

    pub(super) fn writing(transaction: &'c Transaction<'c>) -> Self {
        Self { inner: Inner::Writing(transaction), failure: None }
    }

    pub(super) fn reading(client: &'c ClientWrapper) -> Self {
        Self { inner: Inner::Reading(client), failure: None }
    }

    /// Runs a statement that answers no rows, and tells how many it changed.
    ///
    /// # Errors
    /// Those of the database. After any of them the transaction is rolled back, whatever the work returns.
    pub async fn execute(&mut self, sql: &'static str, params: &[Value]) -> Result<u64, StoreError> {
        let done = match &mut self.inner {
            Inner::Sqlite { reads: true, .. } | Inner::Reading(_) => Err(Failure::last(READ_ONLY)),
            Inner::Sqlite { connection, reads: false } => {
                execute(connection, sql, params).map_err(|e| error::of_sqlite(&e))
            }
            Inner::Writing(transaction) => async {
                let statement = transaction.prepare_cached(sql).await?;
                transaction.execute(&statement, &borrowed(params)).await
            }
            .await
            .map_err(|e| error::of_postgres(&e)),
        };
        self.keep(sql, done)
    }

    /// Runs a statement that answers rows: a `SELECT`, or an `UPDATE … RETURNING`.
    ///
    /// # Errors
    /// As [`Self::execute`].
    pub async fn query(&mut self, sql: &'static str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let rows = match &mut self.inner {
            Inner::Sqlite { reads: true, .. } | Inner::Reading(_) if !only_reads(sql) => {
                Err(Failure::last(READ_ONLY))
            }
            Inner::Sqlite { connection, .. } => {
                query(connection, sql, params).map_err(|e| error::of_sqlite(&e))
            }
            Inner::Writing(transaction) => async {
                let statement = transaction.prepare_cached(sql).await?;
                rows(&statement, transaction.query(&statement, &borrowed(params)).await?)
            }
            .await
            .map_err(|e| error::of_postgres(&e)),
            Inner::Reading(client) => async {
                let statement = client.prepare_cached(sql).await?;
                rows(&statement, client.query(&statement, &borrowed(params)).await?)
            }
            .await
            .map_err(|e| error::of_postgres(&e)),
        };
        self.keep(sql, rows)
    }

    /// As [`Self::query`], for at most one row.
    ///
    /// # Errors
    /// As [`Self::execute`], and [`StoreError::Misuse`] where there is more than one row.
    pub async fn query_opt(
        &mut self,
        sql: &'static str,
        params: &[Value],
    ) -> Result<Option<Row>, StoreError> {
        let mut rows = self.query(sql, params).await?;
        let first = rows.pop();
        if rows.is_empty() { Ok(first) } else { Err(StoreError::Misuse("more than one row")) }
    }

    /// What failed in it, even if the work went on.
    pub(super) fn into_failure(self) -> Option<Failure> {
        self.failure
    }

    fn keep<T>(&mut self, sql: &'static str, outcome: Result<T, Failure>) -> Result<T, StoreError> {
        outcome.map_err(|failure| {
            // The statement's text has no values in it.
            warn!(error = %failure.error, again = failure.again, statement = sql, "statement failed");
            self.failure.get_or_insert_with(|| failure.clone());
            failure.error
        })
    }
}

fn execute(connection: &mut Connection, sql: &str, params: &[Value]) -> rusqlite::Result<u64> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, params)?;
    Ok(statement.raw_execute()? as u64)
}

fn query(connection: &mut Connection, sql: &str, params: &[Value]) -> rusqlite::Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(sql)?;
    bind(&mut statement, params)?;
    let columns = statement.column_count();
    let mut rows = statement.raw_query();
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(Row((0..columns)
            .map(|column| cell(row.get_ref(column)?))
            .collect::<rusqlite::Result<_>>()?));
    }
    Ok(all)
}

// SQLite counts `$2` before `$1` where it stands first, so parameters are bound by name.
fn bind(statement: &mut rusqlite::Statement<'_>, params: &[Value]) -> rusqlite::Result<()> {
    for (number, value) in params.iter().enumerate() {
        if let Some(index) = statement.parameter_index(&format!("${}", number + 1))? {
            statement.raw_bind_parameter(index, value)?;
        }
    }
    Ok(())
}

fn cell(value: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Text(_) => Value::Text(value.as_str()?.to_owned()),
        ValueRef::Real(_) => return Err(rusqlite::Error::InvalidQuery),
    })
}

fn rows(statement: &Statement, rows: Vec<tokio_postgres::Row>) -> Result<Vec<Row>, tokio_postgres::Error> {
    let columns = statement.columns().len();
    let read = |row: tokio_postgres::Row| {
        (0..columns).map(|column| row.try_get(column)).collect::<Result<_, _>>().map(Row)
    };
    rows.into_iter().map(read).collect()
}

fn borrowed(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn only_reads(sql: &str) -> bool {
    sql.trim_start().starts_with("SELECT") || sql.trim_start().starts_with("WITH")
}

const READ_ONLY: StoreError = StoreError::Misuse("a statement that writes among reads");
