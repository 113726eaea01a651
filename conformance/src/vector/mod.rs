//! Vectors 测试向量: one input, one cause, and what the standard says of it, as data for implementations in any language.
//!
//! What is expected stands in the examples of the rules and in the files of `conformance/vectors/`, written by hand from
//! the text. Nothing here asks the SDK what the answer is; it is asked for the bytes of inputs alone.

mod archive;
mod check;
mod documents;
mod expenses;
mod oblivious;
mod provenance;
mod published;
mod relying;
mod set;
mod source;

pub(crate) use check::TOO_LARGE_TO_CARRY;

pub use archive::{ArchiveError, schema, write};
pub use provenance::{Provenance, ProvenanceKind};
pub use set::{Blob, Set, VectorError};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tongzhou::value::StandardVersion;

use crate::written;

/// One vector.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Vector {
    /// The permanent id.
    pub id: String,
    /// The version of the standard from which it is scored.
    #[serde(with = "written")]
    #[schemars(with = "String")]
    pub since: StandardVersion,
    /// What an adapter is asked to do.
    pub operation: Operation,
    /// What it is about, so that an implementation of a part is asked about that part alone.
    pub area: Area,
    /// How far an implementation comes with it.
    pub stage: Stage,
    /// Whether the input is as it should be, or has its one fault.
    pub sign: Sign,
    /// The requirements that it shows, `REQ-<AREA>-<NNN>`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<String>,
    /// The one cause, in English.
    pub cause: String,
    /// The one cause, in Chinese.
    pub cause_zh: String,
    /// The kinds of mistake that it catches, kebab-case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<String>,
    /// What the adapter is given.
    pub input: Input,
    /// What it has to answer.
    pub expected: Expected,
    /// Where the expected answer comes from.
    pub provenance: Provenance,
}

/// What an adapter is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// Check a document or a package.
    Check,
    /// Write the input of a token, or refuse to make one.
    TokenInput,
    /// Blind an input, by RFC 9497.
    Blind,
    /// Answer blinded elements, by RFC 9497.
    Evaluate,
    /// Make the output of answered elements, by RFC 9497, or refuse a proof that does not hold.
    Finalize,
    /// Commit to a consent.
    Commit,
    /// Come from receipts to expenses.
    Expenses,
    /// Play a history of claims.
    Claims,
    /// Take or refuse a message.
    Message,
    /// Rely on member directories, one after the other, or refuse them.
    Rely,
}

/// What a vector is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Reading JSON, and the shape of documents.
    Structure,
    /// What a document says.
    Content,
    /// The archive and its entries.
    Package,
    /// Signatures, seals and the member directory.
    Signature,
    /// Which receipts are of one expense, and what the family bears of it.
    Receipts,
    /// Tokens, and commitments to consents.
    Tokens,
    /// Claims on expenses.
    Claims,
    /// Messages of the exchange.
    Messages,
}

impl Area {
    /// Every area.
    pub const ALL: [Self; 8] = [
        Self::Structure,
        Self::Content,
        Self::Package,
        Self::Signature,
        Self::Receipts,
        Self::Tokens,
        Self::Claims,
        Self::Messages,
    ];

    /// Its name, as vectors write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Content => "content",
            Self::Package => "package",
            Self::Signature => "signature",
            Self::Receipts => "receipts",
            Self::Tokens => "tokens",
            Self::Claims => "claims",
            Self::Messages => "messages",
        }
    }
}

/// How far an implementation comes with an input: what is wrong with it is met there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// It is opened: the seal.
    Seal,
    /// It is taken apart: the archive.
    Archive,
    /// It is read as JSON.
    Text,
    /// It is held against its schema.
    Shape,
    /// What it says is judged, or worked with.
    Rules,
}

/// Whether an input is as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// It is.
    Positive,
    /// It has one fault, and is refused or remarked on for that.
    Negative,
}

/// What an adapter is given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Input {
    /// The bytes to be checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// The day on which they are checked, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// The member directory, where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub directory: Option<DirectoryInput>,
    /// The age identity with which a sealed package is opened, where one is given. It is a published test key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    /// What the other operations work on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// Bytes to be checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "kind", deny_unknown_fields)]
pub enum Content {
    /// A document: the SHA-256 of its bytes, by which it is found in the set.
    Document {
        /// In lower-case hexadecimal.
        sha256: String,
    },
    /// A package, sealed or not: the SHA-256 of its bytes.
    Package {
        /// In lower-case hexadecimal.
        sha256: String,
    },
    /// A well-formed package, told by its entries: each is stored or deflated under its name, in this order.
    Entries {
        /// The entries.
        entries: Vec<EntryInput>,
    },
}

/// An entry of a package.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EntryInput {
    /// Its name.
    pub name: String,
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
}

/// A member directory, and why it is believed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DirectoryInput {
    /// The SHA-256 of the document.
    pub document: String,
    /// The SHA-256 of its signatures.
    pub signatures: String,
    /// The fingerprint of the board.
    pub board: String,
}

/// What an adapter has to answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Expected {
    /// Of a check: whether the input is accepted, which warnings do not prevent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Of a check: what has to be among what is found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
    /// Of a check: how much that matters, `error`, `warning` or `info`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<String>,
    /// Of a check: the code of the rule that must find nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent: Option<String>,
    /// Of any other operation: the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// What comes of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// No error was found.
    Accepted,
    /// An error was found.
    Refused,
    /// No error was found, and something that had to be looked at could not be.
    CouldNotCheck,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    /// The code of the rule.
    pub code: String,
    /// `fail` or `could-not-check`.
    pub outcome: FindingOutcome,
    /// The entry of the package; absent for the package itself and for a document that stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// The JSON Pointer (RFC 6901); absent for an entry as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
}

/// How a rule came out where it found something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FindingOutcome {
    /// It is broken.
    Fail,
    /// It could not be looked at.
    CouldNotCheck,
}

/// The version of the standard that the vectors are of.
pub const STANDARD: &str = "1.0";
/// The same as a number.
pub const VERSION: StandardVersion = StandardVersion::new(1, 0);
