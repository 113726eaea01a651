//! Why a package was not signed, sealed, opened or found genuine.

use std::io;

use thiserror::Error;

use crate::{
    package::{
        fault::{Fault, OpenError},
        name::{EntryName, SignatureId},
        writer::WriteError,
    },
    sealing::{SealError, SealFault, UnsealError},
    signing::{JwsFault, KeyId},
    value::OrganisationCode,
};

use super::inbox::InboxError;

/// Why a delivery was not done.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::{
///     delivery::{DeliveryError, Refusal, verify},
///     package::{archive::Archive, limits::Limits},
/// };
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
/// match verify(&mut archive, &members) {
///     Ok(verified) => println!("signed by {}", verified.signers.len()),
///     // The package is at fault: tell whoever sent it.
///     Err(DeliveryError::Refused(refusal)) => assert_eq!(refusal, Refusal::NotSigned),
///     // Ours to mend: the disk, the network, the inbox.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Error)]
pub enum DeliveryError {
    /// The package, or the directory and keys that it was held against, stand in the way.
    #[error("the package is refused: {0}")]
    Refused(#[from] Refusal),
    /// The package could not be read.
    #[error("the package could not be read")]
    Read(#[source] io::Error),
    /// The result could not be written.
    #[error("the result could not be written")]
    Write(#[source] io::Error),
    /// What the inbox remembers could not be read or written.
    #[error("the inbox cannot be used: {0}")]
    Inbox(#[from] InboxError),
}

/// What stands in the way. None of it holds a word of the package but names of entries and codes of organisations.
///
/// ```
/// use tongzhou::delivery::Refusal;
///
/// let refusal = Refusal::NotInAudience;
/// assert_eq!(refusal.to_string(), "the package is for others");
/// assert_eq!(refusal.code(), "not-in-audience");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The file is sealed otherwise than for the opener, or was changed.
    #[error("{0}")]
    Seal(SealFault),
    /// The archive is refused.
    #[error("the archive is refused: {0}")]
    Archive(Fault),
    /// There is no manifest.
    #[error("there is no manifest")]
    ManifestMissing,
    /// The manifest is not of its form, or an instant or code in it is none.
    #[error("the manifest cannot be read")]
    ManifestUnreadable,
    /// The manifest lists an entry that is not there.
    #[error("{0} is listed and not there")]
    EntryMissing(EntryName),
    /// An entry is not listed by the manifest, or listed twice.
    #[error("{0} is not listed once")]
    EntryNotListed(EntryName),
    /// An entry is not what the manifest says.
    #[error("{0} was changed after packing")]
    EntryDiffers(EntryName),
    /// There is no signature.
    #[error("the package is not signed")]
    NotSigned,
    /// A file of signatures is not of its form.
    #[error("the file of signatures {0:?} is refused: {1}")]
    SignatureFile(SignatureId, JwsFault),
    /// What is here is not what a key signed.
    #[error("the manifest is not what the key {0} signed")]
    SignatureWrong(KeyId),
    /// The directory does not know a key that signed.
    #[error("the directory does not know the key {0}")]
    SignerUnknown(KeyId),
    /// A key that signed was not yet in force when the package was made.
    #[error("the key {0} was not yet in force when the package was made")]
    SigningKeyNotYetValid(KeyId),
    /// A key that signed was no longer in force when the package was made.
    #[error("the key {0} had expired when the package was made")]
    SigningKeyExpired(KeyId),
    /// A key that signed, or its owner, was revoked.
    #[error("the key {0} was revoked")]
    SignerRevoked(KeyId),
    /// The organisation that the manifest names as sender has not signed.
    #[error("the sender has not signed")]
    SignerNotSender,
    /// The manifest names nobody for whom the package is.
    #[error("the package names no audience")]
    NoAudience,
    /// The directory has no key to seal for a member of the audience.
    #[error("the directory has no key to seal for {0}")]
    NoRecipient(OrganisationCode),
    /// The package is for more organisations and keys than a sealed file may be.
    #[error("there are too many recipients")]
    TooManyRecipients,
    /// The key of the opener is nobody's in the directory.
    #[error("the directory does not know the opener's key")]
    OpenerUnknown,
    /// The opener is not of the audience.
    #[error("the package is for others")]
    NotInAudience,
    /// The package says that it was made later than it now is.
    #[error("the package was made in the future")]
    MadeInFuture,
    /// The package has expired.
    #[error("the package has expired")]
    Expired,
    /// It was opened into this inbox before.
    #[error("the package was opened into this inbox before")]
    OpenedBefore,
}

impl Refusal {
    /// The permanent kebab-case code, by which programs know the reason.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Seal(fault) => fault.code(),
            Self::Archive(_) => "archive-refused",
            Self::ManifestMissing => "manifest-missing",
            Self::ManifestUnreadable => "manifest-unreadable",
            Self::EntryMissing(_) => "entry-missing",
            Self::EntryNotListed(_) => "entry-not-listed",
            Self::EntryDiffers(_) => "entry-differs",
            Self::NotSigned => "not-signed",
            Self::SignatureFile(..) => "signature-file-refused",
            Self::SignatureWrong(_) => "signature-wrong",
            Self::SignerUnknown(_) => "signer-unknown",
            Self::SigningKeyNotYetValid(_) => "signing-key-not-yet-valid",
            Self::SigningKeyExpired(_) => "signing-key-expired",
            Self::SignerRevoked(_) => "signer-revoked",
            Self::SignerNotSender => "signer-not-sender",
            Self::NoAudience => "no-audience",
            Self::NoRecipient(_) => "no-recipient",
            Self::TooManyRecipients => "too-many-recipients",
            Self::OpenerUnknown => "opener-unknown",
            Self::NotInAudience => "not-in-audience",
            Self::MadeInFuture => "made-in-future",
            Self::Expired => "package-expired",
            Self::OpenedBefore => "opened-before",
        }
    }
}

impl DeliveryError {
    /// What an error of reading a package means: a fault of the archive or of the seal may travel inside it.
    pub(super) fn reading(error: io::Error) -> Self {
        if let Some(fault) = SealFault::of(&error) {
            return Refusal::Seal(fault).into();
        }
        match OpenError::from(error) {
            OpenError::Refused(fault) => Refusal::Archive(fault).into(),
            OpenError::Io(error) => Self::Read(error),
        }
    }
}

impl From<OpenError> for DeliveryError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Refused(fault) => Refusal::Archive(fault).into(),
            OpenError::Io(error) => Self::reading(error),
        }
    }
}

impl From<UnsealError> for DeliveryError {
    fn from(error: UnsealError) -> Self {
        match error {
            UnsealError::Refused(fault) => Refusal::Seal(fault).into(),
            UnsealError::Io(error) => Self::Read(error),
        }
    }
}

impl From<SealError> for DeliveryError {
    fn from(error: SealError) -> Self {
        match error {
            SealError::Io(error) => Self::Write(error),
            SealError::NoRecipient => Refusal::NoAudience.into(),
            SealError::TooManyRecipients => Refusal::TooManyRecipients.into(),
        }
    }
}

impl DeliveryError {
    /// What an error of the writer of packages means, while it copies the entry `name`.
    pub(super) fn writing(error: WriteError, name: EntryName) -> Self {
        match error {
            WriteError::SourceChanged => Refusal::EntryDiffers(name).into(),
            WriteError::Io(error) => match error.downcast::<Fault>() {
                Ok(fault) => Refusal::Archive(fault).into(),
                Err(error) => Self::Write(error),
            },
            other => Self::Write(io::Error::other(other)),
        }
    }
}
