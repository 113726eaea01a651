//! Cases 用例: what a live member, registry or evaluator is asked over HTTP, and what it has to answer.
//!
//! They are data, the files of `conformance/cases/`, written by hand from the text of the standard; their language is
//! told in `conformance/HTTP.md`. Nothing here knows of a network.

mod set;

pub use set::{CaseFault, shipped};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tongzhou::value::StandardVersion;

use crate::written;

/// A file of cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CaseFile {
    /// What plays the part that is tested.
    pub role: Role,
    /// Where the expected answers come from.
    pub provenance: String,
    /// The cases, in the order in which they are run.
    pub cases: Vec<Case>,
}

/// What is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Every node, whatever it plays.
    Any,
    /// A member that takes packages.
    Member,
    /// A registry.
    Registry,
    /// An evaluator of tokens.
    Evaluator,
}

impl Role {
    /// Its name, as cases write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Member => "member",
            Self::Registry => "registry",
            Self::Evaluator => "evaluator",
        }
    }
}

/// One case: one cause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Case {
    /// The permanent id.
    pub id: String,
    /// The version of the standard from which it is scored.
    #[serde(default = "first_version", with = "written")]
    pub since: StandardVersion,
    /// The requirements that it shows.
    pub requirements: Vec<String>,
    /// The one cause, in English.
    pub cause: String,
    /// The one cause, in Chinese.
    pub cause_zh: String,
    /// The names of ids that are chosen before the first step, the earliest first, where their order matters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    /// Consents that are registered before the first step and withdrawn after the last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    /// What is done, in order.
    pub steps: Vec<Step>,
}

const fn first_version() -> StandardVersion {
    StandardVersion::new(1, 0)
}

/// A consent that a case needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Consent {
    /// By which the steps name its commitment, `$consent:NAME`.
    pub name: String,
    /// Who may use it.
    pub of: Party,
    /// For what, as the code.
    pub purpose: String,
    /// Whether the family lets its member be named.
    #[serde(default = "yes")]
    pub may_name_member: bool,
}

fn yes() -> bool {
    true
}

/// Whom the suite plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// A charity.
    A,
    /// Another.
    B,
    /// A third.
    C,
    /// One that asks too often.
    D,
    /// One that was revoked.
    Left,
    /// One that never was a member.
    Stranger,
}

/// One thing that is done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Step {
    /// Ask for an operation.
    Ask(Ask),
    /// Send the very same request again: the same bytes under the same signature.
    Replay {
        /// What has to come.
        expect: Expect,
    },
    /// Send requests at one moment.
    Together {
        /// The requests. In the copies `#` in a name stands for the number of the copy.
        asks: Vec<Ask>,
        /// How many copies of each.
        #[serde(default = "once")]
        copies: u32,
        /// How many are done, and how many refused with which problem, all together.
        expect: Tally,
    },
    /// Send the same request, signed anew, until it is refused, or as often as the target says that it takes in a minute
    /// and once more.
    Flood {
        /// The request.
        ask: Ask,
    },
    /// Use up the quota of a day: fresh elements are evaluated until no more are, never more than the target says; and
    /// a request for too many takes nothing from what is left.
    Exhaust {
        /// Who asks.
        #[serde(rename = "as")]
        party: Party,
        /// For what the tokens would be.
        purpose: String,
    },
    /// Read a public page.
    Get {
        /// Its address, below that of the target.
        path: String,
        /// What has to come.
        expect: Expect,
    },
    /// Send a package.
    Submit(Submit),
    /// Fetch a parcel.
    Fetch {
        /// Who.
        #[serde(rename = "as")]
        party: Party,
        /// The id of the package, or a name that stands for one.
        id: String,
        /// What has to come.
        expect: Expect,
    },
}

#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_none(seconds: &u8) -> bool {
    *seconds == 0
}

fn once() -> u32 {
    1
}

/// A request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ask {
    /// The name of the operation.
    pub operation: String,
    /// Who asks.
    #[serde(rename = "as")]
    pub party: Party,
    /// The body, in which texts that begin with `$` stand for what the run puts there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Value>,
    /// The body as a text of its own, in place of `with`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Spaces are put behind the body until it has one byte more than the target says that it takes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub too_large: bool,
    /// Whether the body is deliberately not of its form, so that it is not held against its schema.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub malformed: bool,
    /// The method, where it is not `POST`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// The type of the content, where it is not `application/json`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// How its signature departs from what the standard asks.
    #[serde(default, skip_serializing_if = "Signing::is_right")]
    pub signed: Signing,
    /// Within how many seconds it has to come: until then it is asked again.
    #[serde(default, skip_serializing_if = "is_none")]
    pub within: u8,
    /// What has to come.
    #[serde(default)]
    pub expect: Expect,
}

/// How a request is signed. What is not said is as the standard asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Signing {
    /// Not at all.
    pub missing: bool,
    /// Made so many seconds from now.
    pub created: i64,
    /// Good for so many seconds.
    pub life: Option<i64>,
    /// Under this tag.
    pub tag: Option<String>,
    /// Under this label.
    pub label: Option<String>,
    /// Naming the key of somebody else.
    pub key_of: Option<Party>,
    /// For the address of another host.
    pub elsewhere: bool,
    /// With a parameter `alg`.
    pub alg: bool,
    /// Without a nonce.
    pub no_nonce: bool,
    /// Covering these components alone, in this order.
    pub covers: Option<Vec<String>>,
    /// With a second signature beside it.
    pub twice: bool,
    /// The body is changed after it was signed.
    pub body_changed: bool,
    /// The digest is that of another body, and signed so.
    pub digest_of_another: bool,
    /// One bit of the signature is turned over.
    pub bit: bool,
}

impl Signing {
    fn is_right(&self) -> bool {
        *self == Self::default()
    }
}

/// What has to come.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Expect {
    /// It is done, and the answer has these members; others may stand beside them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Value>,
    /// It is refused with one of these codes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problem: Vec<String>,
    /// The problem has these members besides.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saying: Option<Value>,
    /// None of these words stands anywhere in the answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_saying: Vec<String>,
    /// The answer of an evaluator carries a proof that holds for the share that the directory lists.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub proof: bool,
    /// The answer is byte for byte that of the step before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub same_as_before: bool,
}

/// How requests come out that were sent together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tally {
    /// How many are done.
    pub done: u32,
    /// All others are refused with this code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// At least one answer has these members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_has: Option<Value>,
}

/// A package that is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Submit {
    /// Who sends it.
    #[serde(rename = "as")]
    pub party: Party,
    /// Which package: a name under which this case makes it, and knows it again.
    pub package: String,
    /// How it is made.
    #[serde(default, skip_serializing_if = "Packing::is_right")]
    pub made: Packing,
    /// The type of the content, where it is not `application/vnd.age`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// How the request's signature departs.
    #[serde(default, skip_serializing_if = "Signing::is_right")]
    pub signed: Signing,
    /// What has to come.
    pub expect: Expect,
}

/// How a package is made. What is not said is right: a sound package of the suite, for the target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Packing {
    /// Which example of the standard it is made of, `emergency` where nothing is said.
    pub example: Option<String>,
    /// Made anew under the id of the package of this name.
    pub id_of: Option<String>,
    /// Its seal, signature, archive or content is changed in this way.
    pub fault: Option<PackageFault>,
}

impl Packing {
    fn is_right(&self) -> bool {
        *self == Self::default()
    }
}

/// What is wrong with a package, one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PackageFault {
    /// It is not sealed.
    NotSealed,
    /// It is sealed to somebody else alone.
    SealedToAnother,
    /// A byte of what is sealed was changed.
    SealBroken,
    /// Its second half is missing.
    CutShort,
    /// There is nothing.
    Empty,
    /// Nobody signed it.
    NotSigned,
    /// Its signature is of somebody who is no member.
    SignedByStranger,
    /// Its signature is of other bytes.
    SignatureWrong,
    /// It is for somebody else, though sealed to the target.
    OtherAudience,
    /// A document was changed after the manifest was made.
    DigestWrong,
    /// An entry is there that the manifest does not list.
    EntryNotListed,
    /// An entry that the manifest lists is missing.
    EntryMissing,
    /// An entry's name leads out of the package.
    NameLeadsOut,
    /// The archive has bytes before its beginning.
    BytesBefore,
    /// A document is not of its schema.
    NotOfSchema,
    /// A document is no JSON.
    NotJson,
    /// A member stands twice in a document.
    MemberTwice,
    /// The check character of a resident id is wrong.
    CheckDigitWrong,
    /// An application is of a version of the standard that nobody knows.
    UnknownVersion,
    /// It has expired.
    Expired,
    /// It says that it was made an hour from now.
    MadeLater,
}

/// What a target says of itself at `v1/test-tenant`: that it holds nothing but the suite's made-up data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TestTenant {
    /// Always true.
    pub test_tenant: bool,
    /// The version of the standard that it follows.
    pub standard_version: String,
    /// The most bytes of a message that it takes.
    pub message_bytes: u64,
    /// How many requests of one member it answers in a minute.
    pub requests_per_minute: u32,
    /// How many elements of one member an evaluator evaluates in a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quota: Option<u32>,
}
