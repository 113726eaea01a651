//! Why a job could not be done. That a document is wrong is never an [`Error`]: it is a finding.
//!
//! ```
//! use std::{error::Error as _, path::Path};
//! use tongzhou::{ErrorKind, pack};
//!
//! let error = pack::pack(Path::new("no-such-folder"), Path::new("out.tzpkg"), &pack::Options::default())
//!     .expect_err("there is no such folder");
//! assert_eq!(error.kind(), ErrorKind::WorkingFolder);
//! // What people read says what happened; the source says why.
//! assert_eq!(error.to_string(), "the working folder cannot be packed");
//! assert!(error.source().is_some());
//! ```

use std::{error, fmt, io};

/// A job that could not be done.
///
/// ```
/// use std::time::UNIX_EPOCH;
/// use tongzhou::{ErrorKind, clock};
///
/// // A machine without a battery wakes up in 1970: within the years the standard knows, so taken as it is.
/// assert!(clock::instant(UNIX_EPOCH).is_ok());
/// let error = clock::instant(UNIX_EPOCH - std::time::Duration::from_secs(1)).expect_err("before all clocks");
/// assert_eq!(error.kind(), ErrorKind::Clock);
/// ```
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    source: Option<Box<dyn error::Error + Send + Sync>>,
}

/// What kept the job from being done.
///
/// ```
/// use tongzhou::{Error, ErrorKind};
///
/// /// Whether trying again may help.
/// fn is_passing(error: &Error) -> bool {
///     matches!(error.kind(), ErrorKind::Read | ErrorKind::Write)
/// }
/// # let clock = tongzhou::clock::instant(std::time::UNIX_EPOCH - std::time::Duration::from_secs(1));
/// # assert!(!clock.is_err_and(|error| is_passing(&error)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Something could not be read.
    Read,
    /// Something could not be written.
    Write,
    /// The clock shows a time outside the years that the standard knows.
    Clock,
    /// A working folder cannot be packed as it is. The source of the error says which file and why.
    WorkingFolder,
    /// Something was to go into a package for which packages have no place.
    Unpackable,
    /// What was to be written is not sound. The source of the error says what was found.
    Unsound,
}

impl Error {
    /// What kept the job from being done.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    pub(crate) fn read(source: io::Error) -> Self {
        Self { kind: ErrorKind::Read, source: Some(Box::new(source)) }
    }

    pub(crate) fn write(source: io::Error) -> Self {
        Self { kind: ErrorKind::Write, source: Some(Box::new(source)) }
    }

    pub(crate) fn working_folder_is(fault: impl error::Error + Send + Sync + 'static) -> Self {
        Self { kind: ErrorKind::WorkingFolder, source: Some(Box::new(fault)) }
    }

    pub(crate) fn unsound(found: impl error::Error + Send + Sync + 'static) -> Self {
        Self { kind: ErrorKind::Unsound, source: Some(Box::new(found)) }
    }

    pub(crate) fn unpackable() -> Self {
        Self { kind: ErrorKind::Unpackable, source: None }
    }

    pub(crate) fn clock() -> Self {
        Self { kind: ErrorKind::Clock, source: None }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            ErrorKind::Read => "the input could not be read",
            ErrorKind::Write => "the output could not be written",
            ErrorKind::Clock => "the clock shows a time that cannot be right",
            ErrorKind::Unpackable => "a package has no place for this",
            ErrorKind::Unsound => "what was to be written is not sound",
            ErrorKind::WorkingFolder => "the working folder cannot be packed",
        })
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
