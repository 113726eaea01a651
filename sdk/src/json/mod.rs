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
/// ```
/// use tongzhou::{json, model::AidEntry};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let entry: AidEntry<'_> = json::from_slice(shipped("aid-entry.json"))?;
/// assert_eq!(entry.month.as_str(), "2026-09");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// The first fault, with its place. Where the text is sound JSON but no `T`, the kind is
/// [`FaultKind::NotTheType`].
pub fn from_slice<'de, T: serde::Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Fault> {
    from_str(text_of(bytes)?)
}

/// Reads one JSON text, known to be UTF-8, as a `T`.
///
/// ```
/// use tongzhou::json;
///
/// // Text without escapes is borrowed.
/// let names: Vec<&str> = json::from_str(r#"["示例甲", "示例乙"]"#)?;
/// assert_eq!(names, ["示例甲", "示例乙"]);
/// # Ok::<(), json::Fault>(())
/// ```
///
/// # Errors
/// As [`from_slice`].
pub fn from_str<'de, T: serde::Deserialize<'de>>(text: &'de str) -> Result<T, Fault> {
    deserializer::read(text)
}

/// The bytes as text: UTF-8 without a byte order mark and without noncharacters.
///
/// ```
/// use tongzhou::json::{self, FaultKind};
///
/// assert_eq!(json::text_of("示例".as_bytes()), Ok("示例"));
/// // The first byte of a character in GB 18030.
/// assert_eq!(json::text_of(b"\xCA").map_err(|fault| fault.kind), Err(FaultKind::NotUtf8));
/// ```
///
/// # Errors
/// The first of the three faults.
pub fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    lexer::text_of(bytes)
}
