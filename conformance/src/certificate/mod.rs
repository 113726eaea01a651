//! Certificates of conformance 一致性证书: issued on reports that passed, signed by the secretariat of an alliance, and
//! held against a list of those that were revoked.
//!
//! A certificate is a document and its signatures beside it, as a member directory is. It says what was tested, by whom,
//! how much of the text that shows, and what is excused for now. It is worth what its issuer is worth: a report is only as
//! good as whoever ran the suite.

mod attestation;
mod fault;
mod html;
mod issue;
mod revocation;
mod suite;
mod verify;

pub use attestation::{Asked, AttestationFault, Attestations};
pub use fault::CertificateFault;
pub use issue::{Evidence, Refused, Request, issue};
pub use revocation::{RevocationReason, Revocations, Revoked};
pub use suite::{Part, Suite, SuiteError};
pub use verify::{Issuers, Signatory, Verified, verify};

use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tongzhou::{
    code::lists::ConformanceRole,
    json,
    signing::{Jws, SigningKey, Subject},
    value::{Date, Instant, OrganisationCode, Sha256Digest, Uuid7},
};

use crate::written;

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Certificate {
    /// Its number, by which it is revoked.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "uuid"))]
    pub number: Uuid7,
    /// The member whose system was tested.
    pub member: Organisation,
    /// The system.
    pub system: System,
    /// The role that was tested.
    pub role: ConformanceRole,
    /// The version of the standard.
    pub standard_version: String,
    /// The version of the suite.
    pub suite: String,
    /// Who ran the suite: the member itself, the secretariat, or somebody else.
    pub ran_by: String,
    /// The reports on which it rests.
    pub reports: Vec<ReportRef>,
    /// How many checks were made.
    pub checks: CheckCounts,
    /// How much of the text that shows.
    pub requirements: RequirementCounts,
    /// The failures that are excused for now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excused: Vec<ExcusedCheck>,
    /// What cannot be tested from outside, and who attested it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attestations: Vec<Attestation>,
    /// Who issued it, by the name in the member directory.
    pub issuer: String,
    /// When.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub issued_at: Instant,
    /// The last day on which it holds.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date"))]
    pub valid_until: Date,
    /// Where the list of revoked certificates is published.
    pub revocations: String,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Organisation {
    /// Its unified social credit code 统一社会信用代码.
    #[serde(with = "written")]
    #[schemars(with = "String")]
    pub organisation_code: OrganisationCode,
    /// Its name.
    pub name: String,
}

/// A system that was tested, as it calls itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct System {
    /// Its name.
    pub name: String,
    /// Its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

/// A report on which a certificate rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRef {
    /// The digest of its file.
    #[serde(with = "written")]
    #[schemars(with = "String")]
    pub sha256: Sha256Digest,
    /// When the run ended.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub ran_at: Instant,
}

/// How many checks were made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckCounts {
    /// That passed, of the parts of the suite that the role needs.
    pub passed: usize,
    /// That failed and are excused for now, in any part.
    pub excused: usize,
}

/// The requirements that say MUST or MUST NOT and bind the role: each is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RequirementCounts {
    /// How many there are.
    pub all: usize,
    /// Shown by checks that passed, none of which is excused.
    pub shown: usize,
    /// With a check that is excused for now.
    pub excused: usize,
    /// Attested.
    pub attested: usize,
    /// None of these: the suite asked nothing of the kind.
    pub open: usize,
}

/// A failure that is excused for now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcusedCheck {
    /// The check.
    pub check: String,
    /// Who sees to it.
    pub owner: String,
    /// Why it fails.
    pub reason: String,
    /// The last day on which it is excused.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date"))]
    pub expires: Date,
}

/// What somebody attested of a requirement that cannot be tested from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Attestation {
    /// The requirement.
    pub requirement: String,
    /// Who attested it.
    pub by: String,
    /// On which day.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date"))]
    pub on: Date,
    /// What was looked at.
    pub evidence: String,
}

impl Certificate {
    /// The bytes that are signed and published.
    ///
    /// # Errors
    /// None that a certificate can cause.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        printed(self)
    }

    /// Reads a certificate, without looking at its signatures.
    ///
    /// # Errors
    /// [`CertificateFault::TooLarge`], [`CertificateFault::Form`].
    pub fn read(bytes: &[u8]) -> Result<Self, CertificateFault> {
        if bytes.len() > MAX_CERTIFICATE_BYTES {
            return Err(CertificateFault::TooLarge);
        }
        json::from_slice(bytes).map_err(|fault| CertificateFault::Form(fault.kind))
    }
}

/// The file of signatures of one key over a certificate or a list of revoked ones.
pub fn signatures(subject: Subject, key: &SigningKey, document: &[u8]) -> Vec<u8> {
    let mut jws = Jws::new(subject);
    jws.sign(key, document);
    jws.to_json()
}

/// The schema of a certificate.
pub fn schema() -> Value {
    schema_for!(Certificate).into()
}

/// The schema of a list of revoked certificates.
pub fn revocations_schema() -> Value {
    schema_for!(Revocations).into()
}

fn printed(document: &impl Serialize) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// How large a certificate or a list of revoked ones may be, in bytes.
pub const MAX_CERTIFICATE_BYTES: usize = 1 << 20;
/// For how many days a certificate may hold.
pub const MAX_DAYS: i64 = 365;
