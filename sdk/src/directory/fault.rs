//! Why a directory is not relied on.

use thiserror::Error;

use crate::{
    json,
    signing::{JwsFault, KeyId},
};

/// Why a directory is refused. Each has a name of its own ([`code`](Self::code)) that never changes.
///
/// ```
/// use tongzhou::directory::{Directory, DirectoryFault, Trust};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let now = "2026-10-01T08:00:00Z".parse()?;
/// # let trust = tongzhou::directory::Trust::board(tongzhou::directory::board_of(directory)?.fingerprint());
/// # let members = tongzhou::directory::Directory::verify(directory, signatures, &trust, now)?;
/// // Somebody offers another directory than the one whose board was read out on the telephone.
/// let other = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824".parse()?;
/// let fault = Directory::verify(directory, signatures, &Trust::board(other), now).expect_err("another board");
/// assert_eq!(fault, DirectoryFault::OtherBoard);
/// assert_eq!(fault.code(), "other-board");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DirectoryFault {
    /// It is larger than [`MAX_DIRECTORY_BYTES`](super::MAX_DIRECTORY_BYTES).
    #[error("the directory is too large")]
    TooLarge,
    /// It follows a version of the standard that is not known here.
    #[error("the directory follows a version of the standard that is not known here")]
    UnsupportedVersion,
    /// It is not of the shape of a directory.
    #[error("this is no member directory: {0}")]
    NotADirectory(json::Fault),
    /// An instant in it is none that a clock has shown.
    #[error("an instant in the directory is none")]
    WrongInstant(Within),

    /// A key of the board stands in it twice, so that one holder would count for two.
    #[error("the key of board member {0} stands in the board twice")]
    BoardKeyTwice(usize),
    /// No signature is demanded, or more than the board has keys.
    #[error("the threshold of the board is not between one and the number of its keys")]
    Threshold,
    /// A public key is none.
    #[error("a public key is none")]
    WrongKey(Within),
    /// A key is called by the name of another: it was swapped.
    #[error("a key is called by the name of another key")]
    SwappedKey(Within),
    /// A recipient of age is none.
    #[error("a recipient of age is none")]
    WrongRecipient(Within),

    /// The file of signatures is refused.
    #[error("the signatures are refused: {0}")]
    Signatures(#[source] JwsFault),
    /// A key of the board did not sign these bytes, though a signature says so: something was changed since.
    #[error("what is here is not what the board key {0} signed")]
    WrongSignature(KeyId),
    /// Fewer of its own board have signed than have to.
    #[error("{have} keys of its board have signed, and {need} have to")]
    TooFewSignatures {
        /// How many have.
        have: usize,
        /// How many have to.
        need: usize,
    },
    /// Fewer of the board that was trusted before have signed than have to.
    #[error("{have} keys of the board that was trusted before have signed, and {need} have to")]
    TooFewOfTrustedBoard {
        /// How many have.
        have: usize,
        /// How many have to.
        need: usize,
    },
    /// Its board is not the one whose fingerprint is trusted.
    #[error("the board of the directory is not the one that is trusted")]
    OtherBoard,
    /// It is the directory of another alliance.
    #[error("this is the directory of another alliance")]
    OtherAlliance,

    /// It is older than the version that was seen before.
    #[error("this is version {offered} of the directory, and version {seen} was seen before")]
    Rollback {
        /// The version that is offered.
        offered: u32,
        /// The version that was seen.
        seen: u32,
    },
    /// It has the number of the version that was seen before and other bytes.
    #[error("this is another version {0} than the one that was seen before")]
    SameVersionDiffers(u32),
    /// It does not follow from the version that was seen before: the board has signed two different next versions.
    #[error("the directory does not follow from the version that was seen before")]
    Forked,
    /// It expired, and nothing newer than what was seen before is offered: somebody may be holding newer ones back.
    #[error("the directory has expired and nothing newer is offered")]
    Frozen,
    /// It expired.
    #[error("the directory has expired")]
    Expired,
    /// It is said to be issued later than now.
    #[error("the directory is issued in the future")]
    IssuedInFuture,
    /// It is newer by its number and was issued before the one that was seen.
    #[error("the directory was issued before the version that was seen, and has a higher number")]
    IssuedBeforeSeen,
    /// It expires before it is issued.
    #[error("the directory expires before it is issued")]
    ExpiresBeforeIssued,
    /// It may be relied on for longer than [`MAX_LIFE_DAYS`](super::MAX_LIFE_DAYS).
    #[error("the directory expires more than 90 days after it is issued")]
    LivesTooLong,
    /// The clock is behind the time at which the directory was checked before.
    #[error("the clock is behind the time of the last check")]
    ClockBehind,

    /// A member stands in it twice.
    #[error("a member is listed twice")]
    MemberTwice(Within),
    /// Two members have one unified social credit code.
    #[error("two members have one unified social credit code")]
    CodeTwice(Within),
    /// The unified social credit code of a member does not agree with itself.
    #[error("the unified social credit code of a member does not agree with itself")]
    WrongCode(Within),
    /// One key stands in it twice, so that nobody could tell whose signature or package it is.
    #[error("one key is listed twice")]
    KeyTwice(Within),
    /// A member that was revoked is listed.
    #[error("a revoked member is listed")]
    RevokedMember(Within),
    /// A member that was revoked when the directory was seen before is revoked no longer.
    #[error("a member that was revoked before is not among the revoked members")]
    RevocationDropped,
}

/// Where in a directory.
///
/// ```
/// use tongzhou::directory::{Directory, DirectoryFault, Trust, Within, board_of};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// # let (directory, signatures) = (shipped("directory.json"), shipped("directory.jws.json"));
/// # let trust = Trust::board(board_of(directory)?.fingerprint());
/// // Somebody puts the number of another key to the first key of the board.
/// let text = str::from_utf8(directory)?;
/// let (_, rest) = text.split_once(r#""keyId": ""#).expect("the board has keys");
/// let changed = text.replacen(&rest[..43], &"A".repeat(43), 1);
/// let refused = Directory::verify(changed.as_bytes(), signatures, &trust, "2026-10-01T08:00:00Z".parse()?);
/// assert_eq!(refused.err(), Some(DirectoryFault::SwappedKey(Within::Board(0))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// In the directory's own particulars.
    Itself,
    /// In the key of this number of the board, from 0.
    Board(usize),
    /// In the member of this number, from 0.
    Member(usize),
    /// In the revoked member of this number, from 0.
    Revoked(usize),
}

impl DirectoryFault {
    /// Its permanent name, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::UnsupportedVersion => "unsupported-version",
            Self::NotADirectory(_) => "not-a-directory",
            Self::WrongInstant(_) => "wrong-instant",
            Self::BoardKeyTwice(_) => "board-key-twice",
            Self::Threshold => "threshold",
            Self::WrongKey(_) => "wrong-key",
            Self::SwappedKey(_) => "swapped-key",
            Self::WrongRecipient(_) => "wrong-recipient",
            Self::Signatures(_) => "signatures-refused",
            Self::WrongSignature(_) => "wrong-signature",
            Self::TooFewSignatures { .. } => "too-few-signatures",
            Self::TooFewOfTrustedBoard { .. } => "too-few-of-trusted-board",
            Self::OtherBoard => "other-board",
            Self::OtherAlliance => "other-alliance",
            Self::Rollback { .. } => "rollback",
            Self::SameVersionDiffers(_) => "same-version-differs",
            Self::Forked => "forked",
            Self::Frozen => "frozen",
            Self::Expired => "expired",
            Self::IssuedInFuture => "issued-in-future",
            Self::IssuedBeforeSeen => "issued-before-seen",
            Self::ExpiresBeforeIssued => "expires-before-issued",
            Self::LivesTooLong => "lives-too-long",
            Self::ClockBehind => "clock-behind",
            Self::MemberTwice(_) => "member-twice",
            Self::CodeTwice(_) => "code-twice",
            Self::WrongCode(_) => "wrong-code",
            Self::KeyTwice(_) => "key-twice",
            Self::RevokedMember(_) => "revoked-member",
            Self::RevocationDropped => "revocation-dropped",
        }
    }
}
