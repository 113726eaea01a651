//! The lists of the released versions. Written by a test; see `tests/it/released.rs`.

/// Each version with its list.
pub(super) const LISTS: &[(&str, &str)] = &[];
