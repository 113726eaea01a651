//! `aid-entries/append`: the document `aid-entry` itself is the request.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};
use tongzhou::{
    fault, json,
    model::{AidEntry, primitive::Count},
};

use super::{Operation, Request, wire::Id};

/// An aid entry, as its exact bytes. Whether they are one, and a sound one, the registry checks with the same engine
/// as everybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppendEntry {
    /// The document `aid-entry`.
    pub document: Vec<u8>,
}

impl Request for AppendEntry {
    const OPERATION: Operation = Operation::AppendEntry;
    type Answer = EntryStored;

    fn read(body: &[u8]) -> Result<Self, json::Fault> {
        if !fault::is("aid-entry-unread") {
            json::from_slice::<AidEntry<'_>>(body)?;
        }
        Ok(Self { document: body.to_vec() })
    }

    fn write(&self) -> Vec<u8> {
        self.document.clone()
    }

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<AidEntry<'static>>()
    }
}

/// # Entry stored · 登记结果
/// The entry is kept, one row for each token.
///
/// 登记已保存，每个令牌一行。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EntryStored {
    /// # Entry id · 登记标识号
    /// The id of the entry.
    ///
    /// 登记的标识号。
    pub entry_id: Id,
    /// # Rows · 行数
    /// How many tokens it has.
    ///
    /// 令牌个数。
    pub rows: Count<16>,
}
