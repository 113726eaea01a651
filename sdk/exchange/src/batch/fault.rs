//! Why a file of messages is refused.

use thiserror::Error;
use tongzhou::{
    directory::KeyStanding,
    sealing::{SealError, SealFault},
    signing::JwsFault,
};

/// Why a file of messages is refused, or not written. Nothing of its content is told.
#[derive(Debug, Error)]
pub enum BatchFault {
    /// It is larger than [`MAX_FILE_BYTES`](super::MAX_FILE_BYTES).
    #[error("the file is too large")]
    TooLarge,
    /// It does not open.
    #[error("the file does not open: {0}")]
    Seal(#[from] SealFault),
    /// It cannot be sealed.
    #[error("the file cannot be sealed")]
    NotSealed(#[source] SealError),
    /// The directory has no key to which it could be sealed.
    #[error("the receiver has no key to which the file can be sealed")]
    NoRecipient,
    /// It is not a line of signatures and a document.
    #[error("the file is not of the form of a batch")]
    Form,
    /// Its signatures are not of their form.
    #[error("the signatures are not of their form: {0}")]
    Signatures(#[from] JwsFault),
    /// The signature does not fit what is signed.
    #[error("the signature does not fit the content")]
    WrongSignature,
    /// It is not signed by whom it names as its sender.
    #[error("it is not signed by whom it names as its sender")]
    OtherSigner,
    /// The key of its sender does not count.
    #[error("the key of its sender does not count")]
    Standing(KeyStanding),
    /// It is for somebody else.
    #[error("it is for another organisation")]
    NotForUs,
    /// It was written in the future, or is to last longer than it may.
    #[error("its times cannot be right")]
    Times,
    /// Its time is over.
    #[error("its time is over")]
    Expired,
    /// A message stands in it twice.
    #[error("a message stands in it twice")]
    MessageTwice,
    /// An answer is neither an answer nor a problem, or both.
    #[error("an answer is neither an answer nor a problem")]
    Neither,
}

impl BatchFault {
    /// The permanent kebab-case code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "batch-too-large",
            Self::Seal(fault) => fault.code(),
            Self::NotSealed(_) => "batch-not-sealed",
            Self::NoRecipient => "batch-no-recipient",
            Self::Form => "batch-malformed",
            Self::Signatures(_) => "batch-signatures-malformed",
            Self::WrongSignature => "batch-signature-wrong",
            Self::OtherSigner => "batch-other-signer",
            Self::Standing(_) => "batch-key-not-in-force",
            Self::NotForUs => "batch-not-for-us",
            Self::Times => "batch-times",
            Self::Expired => "batch-expired",
            Self::MessageTwice => "batch-message-twice",
            Self::Neither => "batch-answer-unclear",
        }
    }
}
