//! Short ASCII text held in place, so that a checked value is `Copy` and costs no allocation.

use std::ops::Range;

/// At most `N` bytes of ASCII.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ascii<const N: usize> {
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> Ascii<N> {
    /// The text, if it is ASCII and fits.
    pub(super) fn new(text: &str) -> Option<Self> {
        let mut bytes = [0; N];
        if !text.is_ascii() {
            return None;
        }
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { bytes, length: u8::try_from(text.len()).ok()? })
    }

    /// Two texts as one.
    pub(super) fn joined(first: &str, second: &str) -> Option<Self> {
        let length = first.len().checked_add(second.len())?;
        if length > N || !first.is_ascii() || !second.is_ascii() {
            return None;
        }
        let mut bytes = [0; N];
        for (place, byte) in bytes.iter_mut().zip(first.bytes().chain(second.bytes())) {
            *place = byte;
        }
        Some(Self { bytes, length: u8::try_from(length).ok()? })
    }

    /// The text.
    pub(super) fn as_str(&self) -> &str {
        self.bytes
            .get(..usize::from(self.length))
            .and_then(|text| str::from_utf8(text).ok())
            .unwrap_or_default()
    }

    /// Some of its bytes; empty where the range does not fit.
    pub(super) fn part(&self, range: Range<usize>) -> &str {
        self.as_str().get(range).unwrap_or_default()
    }
}

/// Whether `text` is nothing but ASCII digits.
pub(super) fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The value of a few ASCII digits; `None` for any other byte or more than nine.
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    if digits.len() > 9 {
        return None;
    }
    digits
        .iter()
        .try_fold(0, |sum: u32, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    quickcheck! {
        fn a_text_that_fits_comes_back_unchanged(text: String) -> bool {
            match Ascii::<8>::new(&text) {
                Some(held) => held.as_str() == text && text.is_ascii() && text.len() <= 8,
                None => text.len() > 8 || !text.is_ascii(),
            }
        }

        fn digits_have_the_value_that_the_standard_library_reads(value: u32) -> bool {
            let value = value % 1_000_000_000;
            number(value.to_string().as_bytes()) == Some(value)
        }
    }

    #[test]
    fn a_part_that_does_not_fit_is_empty() {
        let text = Ascii::<8>::new("110101").unwrap();
        assert_eq!((text.part(0..2), text.part(4..9)), ("11", ""));
    }
}
