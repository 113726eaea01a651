//! How much of anything is read before the answer is no.

use crate::package::limits;

/// The bounds of one check. The defaults are generous for a family's papers and small for a machine.
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
