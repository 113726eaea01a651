//! Conformance of the Tongzhou standard.

pub mod fixture;
