//! What goes into a statement and what comes out, the same for both databases.

use std::{error::Error, fmt};

use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};

use super::StoreError;

/// A parameter of a statement, or a cell of a row. It hides from `Debug`: it may be a token or an amount.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number: fen, milliseconds, versions, 0 or 1.
    Int(i64),
    /// Bytes: tokens, ids, digests.
    Bytes(Vec<u8>),
    /// A text: codes of codelists, organisations.
    Text(String),
    /// Nothing.
    Null,
}

/// One row of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub(super) Vec<Value>);

impl Row {
    /// The whole number in a column, counted from 0.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there is no such number, as for all of these.
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        self.optional_int(column)?.ok_or(NULL)
    }

    /// The bytes in a column.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there are no bytes.
    pub fn bytes(&self, column: usize) -> Result<Vec<u8>, StoreError> {
        self.optional_bytes(column)?.ok_or(NULL)
    }

    /// The bytes in a column that are always so many.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there are not so many bytes.
    pub fn array<const N: usize>(&self, column: usize) -> Result<[u8; N], StoreError> {
        self.bytes(column)?.try_into().map_err(|_| StoreError::Misuse("a cell has another length"))
    }

    /// The text in a column.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there is no text.
    pub fn text(&self, column: usize) -> Result<String, StoreError> {
        self.optional_text(column)?.ok_or(NULL)
    }

    /// Whether the number in a column is not 0.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there is no number.
    pub fn flag(&self, column: usize) -> Result<bool, StoreError> {
        Ok(self.int(column)? != 0)
    }

    /// The whole number in a column that may be empty.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there is something else.
    pub fn optional_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        match self.cell(column)? {
            Value::Int(number) => Ok(Some(*number)),
            Value::Null => Ok(None),
            Value::Bytes(_) | Value::Text(_) => Err(KIND),
        }
    }

    /// The bytes in a column that may be empty.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there is something else.
    pub fn optional_bytes(&self, column: usize) -> Result<Option<Vec<u8>>, StoreError> {
        match self.cell(column)? {
            Value::Bytes(bytes) => Ok(Some(bytes.clone())),
            Value::Null => Ok(None),
            Value::Int(_) | Value::Text(_) => Err(KIND),
        }
    }

    /// The text in a column that may be empty.
    ///
    /// # Errors
    /// [`StoreError::Misuse`] where there is something else.
    pub fn optional_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        match self.cell(column)? {
            Value::Text(text) => Ok(Some(text.clone())),
            Value::Null => Ok(None),
            Value::Int(_) | Value::Bytes(_) => Err(KIND),
        }
    }

    fn cell(&self, column: usize) -> Result<&Value, StoreError> {
        self.0.get(column).ok_or(StoreError::Misuse("a row has fewer columns"))
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Int(_) => "Int(…)",
            Self::Bytes(_) => "Bytes(…)",
            Self::Text(_) => "Text(…)",
            Self::Null => "Null",
        })
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Int(i64::from(flag))
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{Null, ToSqlOutput, ValueRef};
        Ok(match self {
            Self::Int(number) => ToSqlOutput::from(*number),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Null => ToSqlOutput::from(Null),
        })
    }
}

// A parameter's type is what the server infers from the statement; another is a mistake in the statement.
impl ToSql for Value {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Int(number) if *ty == Type::INT8 => number.to_sql(ty, out),
            Self::Bytes(bytes) if *ty == Type::BYTEA => bytes.as_slice().to_sql(ty, out),
            Self::Text(text) if *ty == Type::TEXT => text.as_str().to_sql(ty, out),
            Self::Null => Ok(IsNull::Yes),
            Self::Int(_) | Self::Bytes(_) | Self::Text(_) => Err("a parameter is of another kind".into()),
        }
    }

    fn accepts(ty: &Type) -> bool {
        [Type::INT8, Type::BYTEA, Type::TEXT].contains(ty)
    }

    to_sql_checked!();
}

impl<'a> tokio_postgres::types::FromSql<'a> for Value {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        match *ty {
            Type::INT8 => i64::from_sql(ty, raw).map(Self::Int),
            Type::INT4 => i32::from_sql(ty, raw).map(|number| Self::Int(number.into())),
            Type::BOOL => bool::from_sql(ty, raw).map(Self::from),
            Type::BYTEA => Vec::from_sql(ty, raw).map(Self::Bytes),
            _ => String::from_sql(ty, raw).map(Self::Text),
        }
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(ty: &Type) -> bool {
        [Type::INT8, Type::INT4, Type::BOOL, Type::BYTEA, Type::TEXT, Type::VARCHAR, Type::NAME].contains(ty)
    }
}

const NULL: StoreError = StoreError::Misuse("a cell is empty");
const KIND: StoreError = StoreError::Misuse("a cell is of another kind");
