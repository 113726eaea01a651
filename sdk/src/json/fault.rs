//! What can be wrong with a text that should be I-JSON, and where.

use serde::de;

/// A fault and its place. It never holds a word of the text.
///
/// ```
/// use tongzhou::json::{self, Fault, FaultKind};
///
/// let fault = json::from_str::<Vec<u8>>("[1, 2,]").expect_err("a comma too many");
/// assert_eq!(fault, Fault { kind: FaultKind::Syntax, offset: 6 });
/// assert_eq!(fault.to_string(), "this is not JSON at byte 6");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind} at byte {offset}")]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The byte, counted from 0, where it was noticed.
    pub offset: usize,
}

/// The kinds of [`Fault`].
///
/// ```
/// use tongzhou::json::{self, FaultKind};
///
/// let kind = |bytes| json::from_slice::<serde_json::Value>(bytes).expect_err("refused").kind;
/// assert_eq!(kind(b"\xEF\xBB\xBF{}"), FaultKind::ByteOrderMark);
/// assert_eq!(kind(br#""\ud800""#), FaultKind::LoneSurrogate);
/// assert_eq!(kind(b"9007199254740992"), FaultKind::IntegerTooLarge);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum FaultKind {
    /// The text is not UTF-8.
    #[error("the text is not UTF-8")]
    NotUtf8,
    /// The text begins with a byte order mark.
    #[error("the text begins with a byte order mark")]
    ByteOrderMark,
    /// The text is empty or blank.
    #[error("the text is empty")]
    Empty,
    /// The text ends in the middle of a value.
    #[error("the text ends too early")]
    EndsEarly,
    /// A character stands where JSON does not allow it.
    #[error("this is not JSON")]
    Syntax,
    /// Something follows the value.
    #[error("something follows the value")]
    Trailing,
    /// A control character stands bare in a string.
    #[error("a control character stands bare in a string")]
    ControlCharacter,
    /// A string has an escape that JSON does not know.
    #[error("the escape is not one of JSON's")]
    Escape,
    /// A surrogate stands without its other half.
    #[error("a surrogate stands without its other half")]
    LoneSurrogate,
    /// A code point that Unicode sets aside as no character.
    #[error("a code point is no character")]
    Noncharacter,
    /// An object has the same member name twice.
    #[error("a member name stands twice")]
    DuplicateName,
    /// An integer is beyond 2^53 − 1.
    #[error("the integer cannot be read exactly by every reader")]
    IntegerTooLarge,
    /// A number is beyond what a double holds.
    #[error("the number is out of range")]
    NumberTooLarge,
    /// Values are nested too deep.
    #[error("values are nested too deep")]
    TooDeep,
    /// Sound JSON, but not of the type asked for.
    #[error("the value is not of the type asked for")]
    NotTheType,
}

/// A place in a text as people count: both from 1, columns in characters.
///
/// ```
/// use tongzhou::json::Position;
///
/// // The second line begins with two characters of three bytes each.
/// let text = "{\n孩子";
/// assert_eq!(Position::of(text.as_bytes(), 5), Position { line: 2, column: 2 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Position {
    /// The position of a byte; a byte inside a character counts as that character.
    pub fn of(bytes: &[u8], offset: usize) -> Self {
        let before = bytes.get(..offset).unwrap_or(bytes);
        let line_start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let in_line = before.get(line_start..).unwrap_or_default();
        Self { line, column: in_line.iter().filter(|byte| !is_continuation(**byte)).count() + 1 }
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

impl de::Error for Fault {
    /// The words of the type's author are dropped: they may quote the value. The place is set by the reader.
    #[cold]
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self { kind: FaultKind::NotTheType, offset: usize::MAX }
    }

    #[cold]
    fn duplicate_field(_: &'static str) -> Self {
        Self { kind: FaultKind::DuplicateName, offset: usize::MAX }
    }

    #[cold]
    fn missing_field(_: &'static str) -> Self {
        Self::custom("a member is missing")
    }

    #[cold]
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::custom("a member is unknown")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_newlines() {
        let text = "{\n  \"姓名\": 1\n}".as_bytes();
        assert_eq!(Position::of(text, 0), Position { line: 1, column: 1 });
        assert_eq!(Position::of(text, 4), Position { line: 2, column: 3 });
        assert_eq!(Position::of(text, 14), Position { line: 2, column: 9 });
        assert_eq!(Position::of(text, 999), Position { line: 3, column: 2 });
    }
}
