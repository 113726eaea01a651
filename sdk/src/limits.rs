//! How much of anything is read before the answer is no.
//!
//! ```
//! use tongzhou::{limits::Limits, package, validate::Options};
//!
//! // A service that takes little at a time.
//! let small = package::limits::Limits { archive: 20 << 20, ..package::limits::Limits::STANDARD };
//! let limits = Limits { package: small, ..Limits::default() };
//! let options = Options { limits, ..Options::on("2026-10-01".parse()?) };
//! assert_eq!(options.limits.document_bytes, 8 << 20);
//! # Ok::<(), tongzhou::value::date::DateError>(())
//! ```

use crate::package::limits;

/// The bounds of one check. The defaults are generous for a family's papers and small for a machine.
///
/// ```
/// use tongzhou::{limits::Limits, validate::{self, Answer, Options}};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let limits = Limits { document_bytes: 100, ..Limits::default() };
/// let options = Options { limits, ..Options::on("2026-10-01".parse()?) };
/// let checked = validate::document(shipped("programme.json"), &options);
/// assert_eq!(checked.answer(), Answer::Wrong);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The bytes of one JSON document.
    pub document_bytes: usize,
    /// The bounds of an archive.
    pub package: limits::Limits,
}

impl Default for Limits {
    fn default() -> Self {
        Self { document_bytes: 8 << 20, package: limits::Limits::default() }
    }
}
