//! The version of the standard that a document declares.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::value::StandardVersion;

/// The versions of one table: how each is called here, and its numbers.
macro_rules! versions {
    ($($Name:ident = $text:literal ($major:literal, $minor:literal);)+) => {
        /// A version of the standard that this program knows, as the member `standardVersion` declares it.
        ///
        /// The types of this crate have the members and codes of the latest; what a document may hold is what the
        /// version that it declares has.
        ///
        /// ```
        /// use tongzhou::{model::Version, value::StandardVersion};
        ///
        /// assert_eq!(Version::known("1.0"), Some(Version::V1_0));
        /// assert_eq!(Version::known("0.9"), None);
        /// assert_eq!(Version::V1_0.text(), "1.0");
        /// assert_eq!(Version::V1_0.number(), StandardVersion::new(1, 0));
        ///
        /// // A program of one version asks what it can read, and what it need not declare.
        /// assert!(Version::ALL.contains(&Version::latest()));
        /// assert_eq!(Version::LOWEST, Version::V1_0);
        /// assert!(Version::V1_0.includes("1.0") && !Version::V1_0.includes("2.0"));
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Version {
            $(#[doc = concat!("Version ", $text, ".")] $Name,)+
        }

        impl Version {
            /// Every version that this program knows, the lowest first.
            pub const ALL: &'static [Self] = &[$(Self::$Name),+];

            /// The version as documents write it.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$Name => $text,)+
                }
            }

            /// The version as numbers.
            pub const fn number(self) -> StandardVersion {
                match self {
                    $(Self::$Name => StandardVersion::new($major, $minor),)+
                }
            }
        }
    };
}

versions! {
    V1_0 = "1.0" (1, 0);
}

impl Version {
    /// The lowest version: what a document declares that needs no later one.
    pub const LOWEST: Self = Self::V1_0;

    /// What a version is called as a type.
    pub(super) const NAME: &'static str = "StandardVersion";

    /// The version that documents write as `text`, if this program knows it.
    pub fn known(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|version| version.text() == text).copied()
    }

    /// Whether what came with the version that is written `since` is there in this one.
    pub fn includes(self, since: &str) -> bool {
        since.parse::<StandardVersion>().is_ok_and(|since| since <= self.number())
    }

    /// This version and those before it.
    pub(super) fn and_earlier(self) -> &'static [Self] {
        Self::ALL.get(..=self as usize).unwrap_or_default()
    }

    /// The latest version.
    pub const fn latest() -> Self {
        match Self::ALL.last() {
            Some(version) => *version,
            None => Self::LOWEST,
        }
    }
}

impl Default for Version {
    fn default() -> Self {
        Self::LOWEST
    }
}

impl fmt::Debug for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // By its name, so that a walk over a document knows it from other texts.
        serializer.serialize_unit_variant(Self::NAME, *self as u32, self.text())
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Version;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a version of the standard")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Version, E> {
                Version::known(text).ok_or_else(|| E::custom("no version that is known here"))
            }
        }

        deserializer.deserialize_str(Visitor)
    }
}

/// Which version a schema is of is said when it is made ([`super::schema`]).
impl JsonSchema for Version {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Self::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "const": Self::latest().text() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_written_by_its_numbers_and_they_rise() {
        for version in Version::ALL {
            assert_eq!(version.text(), version.number().to_string());
            assert_eq!(Version::known(version.text()), Some(*version));
        }
        assert!(Version::ALL.is_sorted_by(|one, other| one.number() < other.number()));
        assert_eq!(Version::ALL.first(), Some(&Version::LOWEST));
        assert_eq!(Version::known("0.9"), None);
    }
}
