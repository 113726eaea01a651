//! The list of revoked certificates 证书撤销名单: signed as certificates are, and good for some days only, so that nobody
//! can go on showing an old one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use tongzhou::{
    json,
    signing::Subject,
    text::{Bilingual, Lang},
    value::{Date, Instant, Uuid7},
};

use super::{
    CertificateFault, Issuers, MAX_CERTIFICATE_BYTES, printed,
    verify::{Said, signed},
};
use crate::written;

/// The list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Revocations {
    /// Who issued it, by the name in the member directory.
    pub issuer: String,
    /// When.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub issued_at: Instant,
    /// The last day on which it can be relied on; by then there is a new one.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date"))]
    pub valid_until: Date,
    /// The certificates, in the order in which they were revoked.
    pub revoked: Vec<Revoked>,
}

/// A revoked certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Revoked {
    /// Its number.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "uuid"))]
    pub number: Uuid7,
    /// Why.
    pub reason: RevocationReason,
    /// When.
    #[serde(with = "written")]
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Instant,
}

/// Why a certificate is revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RevocationReason {
    /// The system does not conform any more.
    NoLongerConforms,
    /// What it rests on was not true.
    Untrue,
    /// A newer certificate takes its place.
    Superseded,
    /// The member has left.
    MemberLeft,
    /// The key that signed it is in other hands.
    KeyCompromised,
}

impl Revocations {
    /// A list without certificates, of this issuer.
    pub fn new(issuer: String, now: Instant, valid_until: Date) -> Self {
        Self { issuer, issued_at: now, valid_until, revoked: Vec::new() }
    }

    /// Adds a certificate; false where it is revoked already.
    pub fn add(&mut self, revoked: Revoked) -> bool {
        let new = self.of(revoked.number).is_none();
        if new {
            self.revoked.push(revoked);
        }
        new
    }

    /// What the list says of this certificate.
    pub fn of(&self, number: Uuid7) -> Option<&Revoked> {
        self.revoked.iter().find(|revoked| revoked.number == number)
    }

    /// The bytes that are signed and published.
    ///
    /// # Errors
    /// None that a list can cause.
    pub fn to_json(&self) -> Result<Vec<u8>, serde_json::Error> {
        printed(self)
    }

    /// Reads a list and verifies its signatures, whether it is still of today or not: for whoever makes the next one.
    ///
    /// # Errors
    /// The first reason for which it cannot be relied on.
    pub fn signed(
        document: &[u8],
        signatures: &[u8],
        issuers: Issuers<'_>,
        now: Instant,
    ) -> Result<Self, CertificateFault> {
        if document.len() > MAX_CERTIFICATE_BYTES {
            return Err(CertificateFault::TooLarge);
        }
        let list: Self = json::from_slice(document).map_err(|fault| CertificateFault::Form(fault.kind))?;
        let said = Said { issuer: &list.issuer, at: list.issued_at };
        signed(document, signatures, Subject::Revocations, issuers, &said, now)?;
        Ok(list)
    }

    /// The same for whoever holds a certificate against it today.
    ///
    /// # Errors
    /// The first reason for which it cannot be relied on.
    pub fn verify(
        document: &[u8],
        signatures: &[u8],
        issuers: Issuers<'_>,
        now: Instant,
    ) -> Result<Self, CertificateFault> {
        let list = Self::signed(document, signatures, issuers, now)?;
        if list.valid_until < now.china_date() {
            return Err(CertificateFault::Expired(list.valid_until));
        }
        Ok(list)
    }
}

impl RevocationReason {
    /// Every reason.
    pub const ALL: [Self; 5] =
        [Self::NoLongerConforms, Self::Untrue, Self::Superseded, Self::MemberLeft, Self::KeyCompromised];

    /// As documents write it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoLongerConforms => "no-longer-conforms",
            Self::Untrue => "untrue",
            Self::Superseded => "superseded",
            Self::MemberLeft => "member-left",
            Self::KeyCompromised => "key-compromised",
        }
    }

    /// In a few words.
    pub const fn title(self, lang: Lang) -> &'static str {
        let title = match self {
            Self::NoLongerConforms => {
                Bilingual { zh: "系统不再符合标准", en: "the system does not conform any more" }
            }
            Self::Untrue => Bilingual { zh: "所依据的内容不实", en: "what it rests on was not true" },
            Self::Superseded => {
                Bilingual { zh: "已换发新证书", en: "a newer certificate takes its place" }
            }
            Self::MemberLeft => Bilingual { zh: "成员已退出", en: "the member has left" },
            Self::KeyCompromised => {
                Bilingual { zh: "签名密钥可能泄露", en: "the key that signed it is in other hands" }
            }
        };
        title.in_lang(lang)
    }
}
