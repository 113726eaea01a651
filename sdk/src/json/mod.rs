//! The one way JSON is read: I-JSON (RFC 7493), strictly, with the place of every fault.
//!
//! Refused are duplicate member names, byte order marks, lone surrogates, noncharacters, integers beyond
//! 2^53 − 1, numbers beyond a double, nesting deeper than [`MAX_DEPTH`] and anything that is not JSON. The same
//! lexer stands under the typed reading and the reading of arbitrary JSON, so the two cannot disagree on it.
//!
//! ```
//! use tongzhou::json::{self, FaultKind};
//!
//! let ages: Vec<u8> = json::from_slice(b"[3, 15]").expect("a list of numbers");
//! assert_eq!(ages, [3, 15]);
//!
//! let fault = json::from_slice::<serde_json::Value>(b"{\"a\": 1, \"a\": 2}").expect_err("a name stands twice");
//! assert_eq!((fault.kind, fault.offset), (FaultKind::DuplicateName, 9));
//! ```

mod deserializer;
mod fault;
mod header;
mod lexer;
mod locate;

pub use fault::{Fault, FaultKind, Position};
pub use header::text_member;
pub use lexer::MAX_DEPTH;
pub use locate::{Found, locate};

/// Reads one JSON text as a `T`.
///
/// # Errors
/// The first fault, with its place. Where the text is sound JSON but no `T`, the kind is
/// [`FaultKind::NotTheType`].
pub fn from_slice<'de, T: serde::Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Fault> {
    from_str(text_of(bytes)?)
}

/// Reads one JSON text, known to be UTF-8, as a `T`.
///
/// # Errors
/// As [`from_slice`].
pub fn from_str<'de, T: serde::Deserialize<'de>>(text: &'de str) -> Result<T, Fault> {
    deserializer::read(text)
}

/// The bytes as text: UTF-8 without a byte order mark and without noncharacters.
///
/// # Errors
/// The first of the three faults.
pub fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    lexer::text_of(bytes)
}
