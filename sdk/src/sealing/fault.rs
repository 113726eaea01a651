//! Why a sealed file does not open, kept apart from "it could not be read".

use std::io;

use thiserror::Error;

/// What is wrong with a sealed file, or with the keys for it.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::sealing::{Identity, Opened, SealFault, Sealer, UnsealError};
///
/// let sealed = Sealer::new(&[Identity::generate().recipient()], Vec::new())?.finish()?;
/// let Err(UnsealError::Refused(fault)) = Opened::open(Cursor::new(sealed), &[Identity::generate()]) else {
///     panic!("it is sealed for somebody else")
/// };
/// assert_eq!((fault, fault.code()), (SealFault::OtherKeys, "sealed-for-other-keys"));
/// assert_eq!(SealFault::ALL.len(), 8);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum SealFault {
    /// It does not begin as version 1 of the age format does.
    #[error("it is no sealed file")]
    NotSealed,
    /// It is in the form for text, which this standard does not use.
    #[error("it is sealed in the form for text; the binary form is used here")]
    Armoured,
    /// Its header is longer than [`MAX_HEADER_BYTES`](super::MAX_HEADER_BYTES), or has no end.
    #[error("its header is too long or has no end")]
    HeaderTooLong,
    /// Its header is not of the form.
    #[error("its header is not of its form")]
    Header,
    /// Its header was changed after sealing.
    #[error("its header was changed after sealing")]
    HeaderChanged,
    /// It is sealed with a passphrase.
    #[error("it is sealed with a passphrase and not for a key")]
    Passphrase,
    /// It is not sealed for any of the keys.
    #[error("it is not sealed for this key")]
    OtherKeys,
    /// Its content was changed or cut short after sealing.
    #[error("its content was changed or cut short after sealing")]
    Damaged,
}

impl SealFault {
    /// Every fault.
    pub const ALL: [Self; 8] = [
        Self::NotSealed,
        Self::Armoured,
        Self::HeaderTooLong,
        Self::Header,
        Self::HeaderChanged,
        Self::Passphrase,
        Self::OtherKeys,
        Self::Damaged,
    ];

    /// The permanent kebab-case code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotSealed => "not-sealed",
            Self::Armoured => "seal-armoured",
            Self::HeaderTooLong => "seal-header-too-long",
            Self::Header => "seal-header-malformed",
            Self::HeaderChanged => "seal-header-changed",
            Self::Passphrase => "sealed-with-passphrase",
            Self::OtherKeys => "sealed-for-other-keys",
            Self::Damaged => "seal-damaged",
        }
    }

    /// The fault that travelled inside an error of reading.
    ///
    /// ```
    /// use std::io;
    /// use tongzhou::sealing::SealFault;
    ///
    /// // What a reader of an opened file gives when a later piece was changed.
    /// let error = io::Error::other(SealFault::Damaged);
    /// assert_eq!(SealFault::of(&error), Some(SealFault::Damaged));
    /// assert_eq!(SealFault::of(&io::ErrorKind::TimedOut.into()), None);
    /// ```
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

/// Why a sealed file was not opened.
///
/// ```
/// use std::io::Cursor;
/// use tongzhou::sealing::{Identity, Opened, SealFault, UnsealError};
///
/// let opened = Opened::open(Cursor::new(b"PK\x03\x04"), &[Identity::generate()]);
/// assert!(matches!(opened, Err(UnsealError::Refused(SealFault::NotSealed))));
/// ```
#[derive(Debug, Error)]
pub enum UnsealError {
    /// The source failed; nothing is said about the file.
    #[error("the sealed file could not be read")]
    Io(#[source] io::Error),
    /// The file, or the key for it, is wrong.
    #[error("the sealed file is refused: {0}")]
    Refused(#[from] SealFault),
}

impl From<io::Error> for UnsealError {
    /// Takes a [`SealFault`] that travelled inside an [`io::Error`] out again.
    fn from(error: io::Error) -> Self {
        match SealFault::of(&error) {
            Some(fault) => Self::Refused(fault),
            None => Self::Io(error),
        }
    }
}
