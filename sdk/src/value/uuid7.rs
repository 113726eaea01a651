//! UUIDs of version 7 (RFC 9562), the ids of all documents and entries.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::fault;

use super::{digest::hex_pair, instant::Instant};

/// A UUID of version 7, written in lower case with hyphens. Its order is that of time, to the millisecond.
///
/// ```
/// use tongzhou::value::Uuid7;
///
/// let id: Uuid7 = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f".parse().unwrap();
/// assert_eq!(id.unix_millis(), 1_645_557_742_000);
/// // A new one is made of the time and ten bytes from the operating system's random numbers.
/// let new = Uuid7::from_parts(1_645_557_742_000, [0; 10]);
/// assert_eq!(new.to_string(), "017f22e2-79b0-7000-8000-000000000000");
/// assert_eq!(new.as_bytes().len(), 16);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid7([u8; 16]);

/// Why a text is no [`Uuid7`].
///
/// ```
/// use tongzhou::value::{Uuid7, uuid7::Uuid7Error};
///
/// // The nil id has no version.
/// assert_eq!("00000000-0000-0000-0000-000000000000".parse::<Uuid7>(), Err(Uuid7Error::Version));
/// assert_eq!("017F22E2-79B0-7CC3-98C4-DC0C0C07398F".parse::<Uuid7>(), Err(Uuid7Error::Characters));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Uuid7Error {
    /// It is not 32 digits in groups of 8, 4, 4, 4 and 12 with hyphens between.
    #[error("a uuid has groups of 8, 4, 4, 4 and 12 digits with hyphens between")]
    Shape,
    /// It has something other than lower-case hexadecimal digits.
    #[error("a uuid is written with lower-case hexadecimal digits")]
    Characters,
    /// It is a UUID of another version.
    #[error("the uuid is not of version 7")]
    Version,
    /// It does not have the variant of RFC 9562.
    #[error("the uuid has another variant than rfc 9562")]
    Variant,
}

impl Uuid7 {
    /// A fresh id: of this moment, and of ten bytes that `fill` writes, which is given random numbers of the operating
    /// system. Two of one moment have no order.
    ///
    /// ```
    /// use std::time::SystemTime;
    ///
    /// use tongzhou::{clock, value::Uuid7};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let now = clock::instant(SystemTime::now())?;
    /// let id = Uuid7::fresh(now, getrandom::fill)?;
    /// assert_ne!(id, Uuid7::fresh(now, getrandom::fill)?);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of `fill`.
    pub fn fresh<E>(at: Instant, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, E> {
        let mut random = [0; 10];
        fill(&mut random)?;
        Ok(Self::from_parts(u64::try_from(at.unix_millis()).unwrap_or_default(), random))
    }

    /// The id of a moment, in milliseconds since 1970-01-01T00:00:00Z, and of ten random bytes, of which six bits
    /// give way to version and variant. Of the milliseconds 48 bits count, enough until the year 10889.
    pub const fn from_parts(unix_millis: u64, random: [u8; 10]) -> Self {
        let [_, _, a, b, c, d, e, f] = unix_millis.to_be_bytes();
        let [g, h, i, j, k, l, m, n, o, p] = random;
        Self([a, b, c, d, e, f, g & 0x0F | 0x70, h, i & 0x3F | 0x80, j, k, l, m, n, o, p])
    }

    /// When it was made, in milliseconds since 1970-01-01T00:00:00Z.
    pub const fn unix_millis(&self) -> u64 {
        let [a, b, c, d, e, f, ..] = self.0;
        u64::from_be_bytes([0, 0, a, b, c, d, e, f])
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl FromStr for Uuid7 {
    type Err = Uuid7Error;

    fn from_str(text: &str) -> Result<Self, Uuid7Error> {
        let mut bytes = [0; 16];
        let mut places = bytes.iter_mut();
        let mut groups = text.split('-');
        for length in [8, 4, 4, 4, 12] {
            let group = groups.next().filter(|group| group.len() == length).ok_or(Uuid7Error::Shape)?;
            for (pair, place) in group.as_bytes().as_chunks().0.iter().zip(&mut places) {
                *place = hex_pair(*pair).ok_or(Uuid7Error::Characters)?;
            }
        }
        if groups.next().is_some() {
            return Err(Uuid7Error::Shape);
        }
        let [_, _, _, _, _, _, version, _, variant, ..] = bytes;
        match (version >> 4, variant >> 6) {
            (7, 0b10) => Ok(Self(bytes)),
            (_, 0b10) if fault::is("id-of-any-version") => Ok(Self(bytes)),
            (7, _) => Err(Uuid7Error::Variant),
            _ => Err(Uuid7Error::Version),
        }
    }
}

impl fmt::Display for Uuid7 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, byte) in self.0.iter().enumerate() {
            if matches!(place, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{byte:02x}")?;
        }
        Ok(())
    }
}

checked_text!(public Uuid7, Uuid7Error);

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;

    /// RFC 9562, appendix A.6.
    const EXAMPLE: &str = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

    #[test]
    fn the_example_of_the_rfc_is_read_and_made() {
        let id: Uuid7 = EXAMPLE.parse().unwrap();
        assert_eq!(id.unix_millis(), 0x017F_22E2_79B0);
        let random = [0x0C, 0xC3, 0x18, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F];
        assert_eq!(Uuid7::from_parts(0x017F_22E2_79B0, random), id);
        assert_eq!(id.to_string(), EXAMPLE);
    }

    #[test]
    fn each_fault_of_an_id_is_told_apart() {
        use Uuid7Error::*;
        for (text, fault) in [
            ("", Shape),
            ("017f22e279b07cc398c4dc0c0c07398f", Shape),
            ("{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}", Shape),
            ("017f22e2-79b0-7cc3-98c4-dc0c0c07398f-", Shape),
            ("017f22e2-79b0-7cc3-98c4-dc0c0c07398", Shape),
            ("017f22e-279b0-7cc3-98c4-dc0c0c07398f", Shape),
            ("017F22E2-79B0-7CC3-98C4-DC0C0C07398F", Characters),
            ("017f22e2-79b0-7cc3-98c4-dc0c0c07398g", Characters),
            ("017f22e2-79b0-4cc3-98c4-dc0c0c07398f", Version),
            ("017f22e2-79b0-7cc3-58c4-dc0c0c07398f", Variant),
            ("00000000-0000-0000-0000-000000000000", Version),
        ] {
            assert_eq!(text.parse::<Uuid7>().err(), Some(fault), "{text}");
        }
    }

    quickcheck! {
        fn an_id_reads_as_it_is_written(millis: u64, seed: u64, more: u16) -> bool {
            let mut random = [0; 10];
            random[..8].copy_from_slice(&seed.to_be_bytes());
            random[8..].copy_from_slice(&more.to_be_bytes());
            let id = Uuid7::from_parts(millis, random);
            id.to_string().parse() == Ok(id) && id.unix_millis() == millis % (1 << 48)
        }

        fn later_ids_come_later(a: u32, b: u32, seed: u8) -> bool {
            let id = |millis: u32, byte| Uuid7::from_parts(u64::from(millis), [byte; 10]);
            a == b || (a < b) == (id(a, seed) < id(b, !seed)) && (a < b) == (id(a, seed).to_string() < id(b, !seed).to_string())
        }

        fn any_text_is_read_without_fault(text: String) -> bool {
            text.parse::<Uuid7>().is_err()
        }
    }
}
