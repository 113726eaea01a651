//! The rules of the area `PKG`: packages.
//!
//! Codes up to 099 are for the archive, which its judge reports ([`archive`]).

pub(crate) mod archive;

use super::Rule;

/// The rules of this area, beside those about archives.
pub(super) const RULES: &[&Rule] = &[];
