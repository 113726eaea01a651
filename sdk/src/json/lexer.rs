//! The words of JSON: blanks, strings, numbers, literals, and how deep one may go.

use std::{borrow::Cow, ops::RangeInclusive};

use crate::fault;

use super::fault::{Fault, FaultKind};

/// How deep arrays and objects may nest.
///
/// ```
/// use tongzhou::json::{self, FaultKind, MAX_DEPTH};
///
/// let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
/// assert!(json::from_str::<serde_json::Value>(&nested(MAX_DEPTH)).is_ok());
/// let fault = json::from_str::<serde_json::Value>(&nested(MAX_DEPTH + 1)).expect_err("too deep");
/// assert_eq!(fault.kind, FaultKind::TooDeep);
/// ```
pub const MAX_DEPTH: usize = 64;

/// The largest integer that every reader holds exactly, 2^53 − 1.
const MAX_INTEGER: u64 = (1 << 53) - 1;

/// A place in a text, moving forward.
#[derive(Clone)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    /// The next byte to read.
    pub(super) at: usize,
    /// Where the last name of a member began.
    pub(super) name_at: usize,
    depth: usize,
}

/// A number as JSON writes it, already judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Whole(u64),
    Negative(i64),
    Double(f64),
}

/// The bytes as text: UTF-8, no byte order mark, no noncharacters.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .filter(|_| fault::is("byte-order-mark-passed-over"))
        .unwrap_or(bytes);
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        return Err(Fault { kind: FaultKind::ByteOrderMark, offset: 0 });
    }
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| {
        let offset = simdutf8::compat::from_utf8(bytes).err().map_or(0, |error| error.valid_up_to());
        Fault { kind: FaultKind::NotUtf8, offset }
    })?;
    match noncharacter(bytes).filter(|_| !fault::is("noncharacter-taken")) {
        Some(offset) => Err(Fault { kind: FaultKind::Noncharacter, offset }),
        None => Ok(text),
    }
}

/// Where the first noncharacter begins: U+FDD0..U+FDEF, and U+xxFFFE and U+xxFFFF of every plane.
fn noncharacter(bytes: &[u8]) -> Option<usize> {
    // Chinese punctuation begins with EF too, so that one byte alone is not looked for.
    let pair = |pair: &[u8; 2], last: RangeInclusive<u8>| {
        let is_one = |at: &usize| bytes.get(at + 2).is_some_and(|byte| last.contains(byte));
        memchr::memmem::find_iter(bytes, pair).find(is_one)
    };
    let arabic = pair(&[0xEF, 0xB7], 0x90..=0xAF);
    let three = pair(&[0xEF, 0xBF], 0xBE..=0xBF);
    let four = |at: &usize| matches!(bytes.get(*at + 1..*at + 4), Some([plane, 0xBF, 0xBE | 0xBF]) if plane & 0x0F == 0x0F);
    let beyond = bytes.iter().fold(0, |highest, byte| *byte.max(&highest)) >= 0xF0;
    let low = || memchr::memchr3_iter(0xF0, 0xF1, 0xF2, bytes).find(four);
    let high = || memchr::memchr2_iter(0xF3, 0xF4, bytes).find(four);
    let planes = if beyond { [low(), high()] } else { [None; 2] };
    [arabic, three].into_iter().chain(planes).flatten().min()
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, name_at: 0, depth: 0 }
    }

    /// The fault of `kind` at the next byte.
    pub(super) fn fault(&self, kind: FaultKind) -> Fault {
        Fault { kind, offset: self.at }
    }

    /// What is wrong where a value, a comma or a bracket should stand and does not.
    #[cold]
    pub(super) fn unexpected(&self) -> Fault {
        let ended = self.at >= self.text.len();
        self.fault(if ended { FaultKind::EndsEarly } else { FaultKind::Syntax })
    }

    /// The next byte that is no blank, without taking it.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    /// Takes the next byte that is no blank if it is `wanted`.
    #[inline]
    pub(super) fn take(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += 1;
        }
        found
    }

    /// Takes `wanted` or says that it is missing.
    #[inline]
    pub(super) fn expect(&mut self, wanted: u8) -> Result<(), Fault> {
        if self.take(wanted) { Ok(()) } else { Err(self.unexpected()) }
    }

    /// Goes one level down; the opening bracket has been taken.
    pub(super) fn enter(&mut self) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > MAX_DEPTH + usize::from(fault::is("one-level-too-deep-taken")) {
            return Err(Fault { kind: FaultKind::TooDeep, offset: self.at.saturating_sub(1) });
        }
        Ok(())
    }

    /// Comes one level up; the closing bracket has been taken.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// In an array or object whose first element is due if `first`: whether another element follows. Takes the
    /// comma before it, or the closing bracket.
    #[inline]
    pub(super) fn another(&mut self, first: &mut bool, close: u8) -> Result<bool, Fault> {
        match self.peek() {
            Some(b',') if !*first => {
                self.at += 1;
                if fault::is("trailing-comma-taken") && self.peek() == Some(close) {
                    return self.another(first, close);
                }
                if self.peek() == Some(close) { Err(self.unexpected()) } else { Ok(true) }
            }
            Some(byte) if byte == close => {
                self.at += 1;
                self.leave();
                Ok(false)
            }
            _ if std::mem::take(first) => Ok(true),
            _ => Err(self.unexpected()),
        }
    }

    /// In an object whose first member is due if `first`: the name of the next member, its colon taken too, or
    /// nothing where the object ends.
    pub(super) fn name(&mut self, first: &mut bool) -> Result<Option<Cow<'t, str>>, Fault> {
        if !self.another(first, b'}')? {
            return Ok(None);
        }
        if self.peek() != Some(b'"') {
            return Err(self.unexpected());
        }
        self.name_at = self.at;
        let name = match self.plain_string() {
            Some(plain) => Cow::Borrowed(plain),
            None => Cow::Owned(self.escaped_string()?),
        };
        self.expect(b':')?;
        Ok(Some(name))
    }

    /// Takes a literal such as `true`.
    pub(super) fn literal(&mut self, word: &str) -> Result<(), Fault> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        let same = rest.iter().zip(word.as_bytes()).take_while(|(left, right)| left == right).count();
        self.at += same;
        Err(self.unexpected())
    }

    /// Takes a string whose opening quote is next: borrowed unless it has escapes.
    pub(super) fn string(&mut self) -> Result<Cow<'t, str>, Fault> {
        self.peek();
        match self.plain_string() {
            Some(plain) => Ok(Cow::Borrowed(plain)),
            None => self.escaped_string().map(Cow::Owned),
        }
    }

    /// Takes a string whose opening quote is the very next byte and that has no escapes; otherwise takes nothing.
    #[inline(always)]
    pub(super) fn plain_string(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        if bytes.get(self.at) != Some(&b'"') {
            return None;
        }
        let end = plain_end(bytes, start);
        if bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// Takes a string that may have escapes.
    #[cold]
    fn escaped_string(&mut self) -> Result<String, Fault> {
        self.expect(b'"')?;
        let bytes = self.text.as_bytes();
        let mut out = String::new();
        loop {
            match bytes.get(self.at) {
                None => return Err(self.fault(FaultKind::EndsEarly)),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(control @ ..0x20) if fault::is("bare-control-character-taken") => {
                    out.push(char::from(*control));
                    self.at += 1;
                }
                Some(..0x20) => return Err(self.fault(FaultKind::ControlCharacter)),
                Some(_) => {
                    let from = self.at;
                    self.at = plain_end(bytes, from);
                    out.push_str(self.text.get(from..self.at).unwrap_or_default());
                }
            }
        }
    }

    /// Takes an escape, whose backslash is next. A fault points at the backslash.
    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let fault = |kind| Fault { kind, offset: start };
        let Some(letter) = self.text.as_bytes().get(start + 1) else {
            return Err(Fault { kind: FaultKind::EndsEarly, offset: self.text.len() });
        };
        self.at += 2;
        let simple = match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let point = self.unicode_escape().map_err(fault)?;
                if point & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&point) {
                    return if fault::is("escaped-noncharacter-taken") {
                        Ok('\u{FFFD}')
                    } else {
                        Err(fault(FaultKind::Noncharacter))
                    };
                }
                return char::from_u32(point).ok_or(fault(FaultKind::LoneSurrogate));
            }
            other if fault::is("unknown-escape-taken") => char::from(*other),
            _ => return Err(fault(FaultKind::Escape)),
        };
        Ok(simple)
    }

    /// The code point of a `\u` escape, two of them for a pair of surrogates; the `\u` has been taken.
    fn unicode_escape(&mut self) -> Result<u32, FaultKind> {
        let first = self.four_digits()?;
        if !(0xD800..0xDC00).contains(&first) {
            return Ok(first);
        }
        if self.text.as_bytes().get(self.at..self.at + 2) != Some(b"\\u") {
            return if fault::is("lone-surrogate-replaced") {
                Ok(0xFFFD)
            } else {
                Err(FaultKind::LoneSurrogate)
            };
        }
        self.at += 2;
        let second = self.four_digits()?;
        if !(0xDC00..0xE000).contains(&second) {
            return Err(FaultKind::LoneSurrogate);
        }
        Ok(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn four_digits(&mut self) -> Result<u32, FaultKind> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4).ok_or(FaultKind::EndsEarly)?;
        let mut point = 0;
        for digit in digits {
            let value = char::from(*digit).to_digit(16).ok_or(FaultKind::Escape)?;
            point = point << 4 | value;
        }
        self.at += 4;
        Ok(point)
    }

    /// Takes a number.
    pub(super) fn number(&mut self) -> Result<Number, Fault> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let digits = |lexer: &mut Self| {
            let from = lexer.at;
            while bytes.get(lexer.at).is_some_and(u8::is_ascii_digit) {
                lexer.at += 1;
            }
            lexer.at - from
        };
        let negative = bytes.get(self.at) == Some(&b'-');
        self.at += usize::from(negative);
        let leading_zero = bytes.get(self.at) == Some(&b'0');
        let whole = digits(self);
        if whole == 0 {
            return Err(self.unexpected());
        }
        if leading_zero && whole > 1 {
            return Err(Fault { kind: FaultKind::Syntax, offset: self.at - whole + 1 });
        }
        let mut integer = true;
        if bytes.get(self.at) == Some(&b'.') {
            integer = false;
            self.at += 1;
            if digits(self) == 0 {
                return Err(self.unexpected());
            }
        }
        if let Some(b'e' | b'E') = bytes.get(self.at) {
            integer = false;
            self.at += 1;
            self.at += usize::from(matches!(bytes.get(self.at), Some(b'+' | b'-')));
            if digits(self) == 0 {
                return Err(self.unexpected());
            }
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let fault = |kind| Fault { kind, offset: start };
        if integer {
            let magnitude = text.trim_start_matches('-').parse::<u64>().unwrap_or(u64::MAX);
            if magnitude > MAX_INTEGER && !fault::is("large-integer-rounded") {
                return Err(fault(FaultKind::IntegerTooLarge));
            }
            return Ok(match i64::try_from(magnitude) {
                Ok(magnitude) if negative && magnitude > 0 => Number::Negative(-magnitude),
                _ => Number::Whole(magnitude),
            });
        }
        let double = text.parse::<f64>().map_err(|_| fault(FaultKind::Syntax))?;
        if double.is_finite() || fault::is("endless-number-taken") {
            Ok(Number::Double(double))
        } else {
            Err(fault(FaultKind::NumberTooLarge))
        }
    }

    /// After the value: every bracket is closed, and nothing but blanks may follow.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        match self.peek() {
            None if self.depth > 0 => Err(self.unexpected()),
            None => Ok(()),
            Some(_) if fault::is("text-behind-the-value-taken") => Ok(()),
            Some(_) => Err(self.fault(FaultKind::Trailing)),
        }
    }
}

/// Where plain string text that begins at `at` ends: at a quote, a backslash, a control character or the end.
/// Most texts are short, so that the first sixteen bytes have a way of their own.
#[inline]
fn plain_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let Some((low, high)) = rest.first_chunk::<16>().and_then(|chunk| chunk.split_first_chunk::<8>()) else {
        return long_plain_end(bytes, at);
    };
    if let Some(place) = stop_in(*low) {
        return at + place;
    }
    match high.first_chunk::<8>().and_then(|high| stop_in(*high)) {
        Some(place) => at + 8 + place,
        None => long_plain_end(bytes, at + 16),
    }
}

/// The same for the rest of a long text, and near the end of the bytes.
#[inline(never)]
fn long_plain_end(bytes: &[u8], mut at: usize) -> usize {
    let (words, rest) = bytes.get(at..).unwrap_or_default().as_chunks::<8>();
    for word in words {
        if let Some(place) = stop_in(*word) {
            return at + place;
        }
        at += 8;
    }
    at + rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | ..0x20)).count()
}

/// The first of eight bytes that is a quote, a backslash or a control character.
#[inline]
fn stop_in(word: [u8; 8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let word = u64::from_le_bytes(word);
    // The high bit of each byte that is zero in `word` (and of none before the first such byte).
    let zeroes = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let control = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
    let stop = zeroes(word ^ (ONES * u64::from(b'"'))) | zeroes(word ^ (ONES * u64::from(b'\\'))) | control;
    (stop != 0).then(|| (stop.trailing_zeros() / 8) as usize)
}
