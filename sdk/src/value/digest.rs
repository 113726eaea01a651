//! SHA-256 digests.

use std::{fmt, str::FromStr};

use sha2::{Digest, Sha256};
use thiserror::Error;

use crate::fault;

/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
///
/// ```
/// use tongzhou::value::Sha256Digest;
///
/// let digest = Sha256Digest::of(b"abc");
/// assert_eq!(digest.to_string().parse(), Ok(digest));
/// // The example of FIPS 180-4.
/// assert_eq!(digest.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// assert_eq!(digest.as_bytes()[..2], [0xba, 0x78]);
/// assert_eq!(Sha256Digest::from_bytes(*digest.as_bytes()), digest);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256Digest([u8; 32]);

/// Why a text is no [`Sha256Digest`].
///
/// ```
/// use tongzhou::value::{Sha256Digest, digest::Sha256DigestError};
///
/// assert_eq!("ba7816bf".parse::<Sha256Digest>(), Err(Sha256DigestError::Length));
/// assert_eq!("BA".repeat(32).parse::<Sha256Digest>(), Err(Sha256DigestError::Characters));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Sha256DigestError {
    /// It does not have 64 characters.
    #[error("the digest does not have 64 characters")]
    Length,
    /// It has something other than the digits 0 to 9 and the letters a to f.
    #[error("the digest has something other than lower-case hexadecimal digits")]
    Characters,
}

impl Sha256Digest {
    /// The digest of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest that consists of these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl FromStr for Sha256Digest {
    type Err = Sha256DigestError;

    fn from_str(text: &str) -> Result<Self, Sha256DigestError> {
        if text.chars().count() != 64 {
            return Err(Sha256DigestError::Length);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().as_chunks().0) {
            *byte = hex_pair(*pair).ok_or(Sha256DigestError::Characters)?;
        }
        // A wider character would leave more than 32 pairs.
        if text.len() != 64 { Err(Sha256DigestError::Characters) } else { Ok(Self(bytes)) }
    }
}

impl fmt::Display for Sha256Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

checked_text!(public Sha256Digest, Sha256DigestError);

/// The byte that two lower-case hexadecimal digits write.
pub(super) fn hex_pair([high, low]: [u8; 2]) -> Option<u8> {
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' if fault::is("capital-digits-taken") => Some(digit - b'A' + 10),
        _ => None,
    };
    Some(value(high)? << 4 | value(low)?)
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    #[test]
    fn the_vectors_of_fips_180_are_met() {
        for (input, digest) in [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ] {
            assert_eq!(Sha256Digest::of(input.as_bytes()).to_string(), digest);
            assert_eq!(digest.parse(), Ok(Sha256Digest::of(input.as_bytes())));
        }
    }

    #[test]
    fn each_fault_of_a_digest_is_told_apart() {
        let good = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        for text in ["", &good.replacen('b', "", 1), &format!("{good}0")] {
            assert_eq!(text.parse::<Sha256Digest>(), Err(Sha256DigestError::Length));
        }
        for text in [good.to_uppercase(), good.replace('b', "g"), good.replace('b', "字")] {
            assert_eq!(text.parse::<Sha256Digest>(), Err(Sha256DigestError::Characters));
        }
    }

    quickcheck! {
        fn a_digest_reads_as_it_is_written(seed: Vec<u8>) -> bool {
            let digest = Sha256Digest::of(&seed);
            digest.to_string().parse() == Ok(digest) && Sha256Digest::from_bytes(*digest.as_bytes()) == digest
        }

        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<Sha256Digest>().is_err()
        }
    }
}
