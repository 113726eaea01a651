//! Versions of this standard.

use std::{fmt, str::FromStr};

/// A version of this standard, such as `1.0`: a later minor version only adds, so that whatever an earlier one of the
/// same major version accepts stays accepted.
///
/// ```
/// use tongzhou::value::StandardVersion;
///
/// let version: StandardVersion = "1.10".parse().expect("a version");
/// assert!(version > "1.9".parse().expect("a version"));
/// assert!("1.0-draft".parse::<StandardVersion>().is_err());
/// assert_eq!((version.major(), version.minor()), (1, 10));
/// assert_eq!(StandardVersion::new(1, 10), version);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StandardVersion {
    major: u16,
    minor: u16,
}

/// A text is not two numbers without leading zeros, as in `1.0`.
///
/// ```
/// use tongzhou::value::{StandardVersion, standard_version::NoVersion};
///
/// assert_eq!("1.01".parse::<StandardVersion>(), Err(NoVersion));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not two numbers with a point between them")]
pub struct NoVersion;

impl StandardVersion {
    /// The version of these numbers.
    pub const fn new(major: u16, minor: u16) -> Self {
        Self { major, minor }
    }

    /// The major number: with another one, the verdict on a document may be another.
    pub const fn major(self) -> u16 {
        self.major
    }

    /// The minor number.
    pub const fn minor(self) -> u16 {
        self.minor
    }
}

impl FromStr for StandardVersion {
    type Err = NoVersion;

    fn from_str(text: &str) -> Result<Self, NoVersion> {
        let number = |text: &str| {
            let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            let plain = text == "0" || !text.starts_with('0');
            (digits && plain).then(|| text.parse().ok()).flatten().ok_or(NoVersion)
        };
        let (major, minor) = text.split_once('.').ok_or(NoVersion)?;
        Ok(Self { major: number(major)?, minor: number(minor)? })
    }
}

impl fmt::Display for StandardVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn versions_are_two_numbers() {
        for text in ["1.0", "1.1", "2.0", "10.12", "0.9", "9999.9999"] {
            assert_eq!(text.parse::<StandardVersion>().unwrap().to_string(), text);
        }
        for text in
            ["1", "1.", ".1", "v1.0", "1.0.0", "01.0", "1.00", "1.0-draft", "１.0", "12345.0", "+1.0", ""]
        {
            assert_eq!(text.parse::<StandardVersion>(), Err(NoVersion), "{text}");
        }
    }

    #[test]
    fn versions_are_in_the_order_of_their_numbers() {
        let ordered: Vec<StandardVersion> =
            ["0.9", "1.0", "1.2", "1.10", "2.0"].iter().map(|text| text.parse().unwrap()).collect();
        assert!(ordered.is_sorted());
        assert_eq!(StandardVersion::new(1, 10), "1.10".parse().unwrap());
    }
}
