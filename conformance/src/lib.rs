//! Conformance of the Tongzhou standard.
