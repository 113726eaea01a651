//! The adapter 适配器: JSON lines between the suite and an implementation in any language. `conformance/ADAPTER.md` is
//! its text.

mod histories;
mod judge;
pub mod own;
mod process;
mod relying;
mod run;

pub use process::{Patience, Program};
pub use run::{Progress, run, run_own, run_with};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::vector::{Area, Operation, Verdict};

/// The version of the protocol.
pub const PROTOCOL: u32 = 1;

/// What an adapter is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// By which the answer is known.
    pub id: u64,
    /// What to do.
    pub operation: Asked,
    /// The version of the protocol, with `hello`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protocol: Option<u32>,
    /// What to check, with `check`.
    #[serde(flatten)]
    pub check: Option<CheckTask>,
    /// What to work on, with any other operation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// What an adapter is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Asked {
    /// To say who it is.
    Hello(Hello),
    /// What a vector asks.
    Of(Operation),
}

/// The question who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hello {
    /// `hello`.
    Hello,
}

/// What is to be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckTask {
    /// A document or a package.
    pub kind: Kind,
    /// Its bytes, in Base64.
    pub content: String,
    /// The day of the check.
    pub as_of: String,
    /// The member directory, where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directory: Option<DirectoryTask>,
    /// The identity of age, where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
}

/// A document or a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A document.
    Document,
    /// A package, sealed or not.
    Package,
}

/// A member directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DirectoryTask {
    /// The document, in Base64.
    pub document: String,
    /// Its signatures, in Base64.
    pub signatures: String,
    /// The fingerprint of the board.
    pub board: String,
}

/// What an adapter answers. What is not said is absent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The id of the question.
    pub id: u64,
    /// To `hello`: what it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// To `hello`: its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// To `hello`: what it was built for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub areas: Option<Vec<Area>>,
    /// To `check`: the verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// To `check`: what was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub findings: Option<Vec<Found>>,
    /// To any other operation: the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// It cannot do this.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unsupported: bool,
    /// It could not work it out, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// Something that an adapter found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// What, and where.
    #[serde(flatten)]
    pub finding: Place,
    /// How much it matters: `error`, `warning` or `info`.
    pub severity: String,
}

/// What was found, and where. Unlike that of a vector it may say more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// The code of the rule.
    pub code: String,
    /// How it came out.
    pub outcome: crate::vector::FindingOutcome,
    /// The entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// The pointer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
}
