//! Why a signature of a message is refused.

use thiserror::Error;
use tongzhou::signing::KeyId;

use crate::problem::ProblemKind;

/// Why a signature of a message is refused. None of it quotes the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SignatureFault {
    /// There is no `Signature-Input` or no `Signature`.
    #[error("the message is not signed")]
    Missing,
    /// A header that is signed came twice.
    #[error("a header that is signed came twice")]
    HeaderTwice,
    /// A signed header, method or address holds other than visible characters of ASCII, and spaces between them.
    #[error("a signed part of the message holds a character that has no place there")]
    Characters,
    /// `Signature-Input` is not of its form: `tz=(…);created=…` and so on, without spaces between.
    #[error("the header signature-input is not of its form")]
    InputForm,
    /// `Signature` is not of its form: `tz=:…:` with 64 bytes in base64.
    #[error("the header signature is not of its form")]
    SignatureForm,
    /// The label is not `tz`.
    #[error("the label of the signature is not tz")]
    Label,
    /// Other components are covered, or in another order, than have to be.
    #[error("the signature does not cover what it has to cover")]
    Components,
    /// A parameter is missing.
    #[error("a parameter of the signature is missing")]
    ParameterMissing,
    /// A parameter that has no place here, or one that comes twice, or in another order.
    #[error("a parameter of the signature has no place there")]
    OtherParameter,
    /// An algorithm is named; the key says which it is.
    #[error("the signature names an algorithm")]
    Algorithm,
    /// The tag is not `tz-api-v1`: it was signed for something else.
    #[error("the tag of the signature is not tz-api-v1")]
    Tag,
    /// The nonce is not 22 characters of base64url, 16 bytes.
    #[error("the nonce is not of its form")]
    NonceForm,
    /// The key is not named by its thumbprint.
    #[error("the key is not named by its thumbprint")]
    KeyIdForm,
    /// It expires before it was created, or more than a minute after.
    #[error("the signature is good for less than a second or more than a minute")]
    Life,
    /// It was created more than a minute from now.
    #[error("the signature was created in the future")]
    TooNew,
    /// It was created too long ago, or has expired.
    #[error("the signature is out of date")]
    TooOld,
    /// There is a body, or the type of one, and no digest.
    #[error("the digest of the body is missing")]
    DigestMissing,
    /// There is a digest, and no type of content.
    #[error("the type of the content is missing")]
    ContentTypeMissing,
    /// `Content-Digest` is not `sha-256=:…:` alone.
    #[error("the digest of the body is not of its form")]
    DigestForm,
    /// The body is not the one that was signed.
    #[error("the body is not the one that was signed")]
    Digest,
    /// Nobody known has this key.
    #[error("nobody known has the key {0}")]
    UnknownKey(KeyId),
    /// The key is known, and this is not what it signed.
    #[error("this is not what the key {0} signed")]
    Wrong(KeyId),
}

impl SignatureFault {
    /// What a request with this fault is answered with.
    pub const fn problem(self) -> ProblemKind {
        match self {
            Self::Missing => ProblemKind::SignatureMissing,
            Self::TooNew | Self::TooOld => ProblemKind::SignatureStale,
            Self::UnknownKey(_) => ProblemKind::NotAMember,
            Self::HeaderTwice
            | Self::Characters
            | Self::InputForm
            | Self::SignatureForm
            | Self::Label
            | Self::Components
            | Self::ParameterMissing
            | Self::OtherParameter
            | Self::Algorithm
            | Self::Tag
            | Self::NonceForm
            | Self::KeyIdForm
            | Self::Life
            | Self::DigestMissing
            | Self::ContentTypeMissing
            | Self::DigestForm
            | Self::Digest
            | Self::Wrong(_) => ProblemKind::SignatureWrong,
        }
    }
}
