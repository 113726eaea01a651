//! Checked values as messages write them: a text whose shape the schema says, read into what it means.

use std::{borrow::Cow, fmt, ops::Deref, str::FromStr};

use base64ct::{Base64UrlUnpadded, Encoding};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;
use tongzhou::{
    fault,
    value::{self, Money, Uuid7},
};

/// A text is not of the form that its member asks for. The text itself is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the text is no {0}")]
pub struct WireError(&'static str);

/// Declares a type that is written as a text.
macro_rules! wire {
    ($(#[$doc:meta])* $name:ident($inner:ty), $title:literal, $zh:literal, $pattern:literal, $length:expr, personal: $personal:literal,
     $read:expr, $write:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $inner);

        impl Deref for $name {
            type Target = $inner;

            fn deref(&self) -> &$inner {
                &self.0
            }
        }

        impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                Self(inner)
            }
        }

        impl FromStr for $name {
            type Err = WireError;

            fn from_str(text: &str) -> Result<Self, WireError> {
                let read: fn(&str) -> Option<$inner> = $read;
                read(text).map(Self).ok_or(WireError(stringify!($name)))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let write: fn(&$inner, &mut fmt::Formatter<'_>) -> fmt::Result = $write;
                write(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if $personal { f.write_str(concat!(stringify!($name), "(…)")) } else { write!(f, concat!(stringify!($name), "({})"), self) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;

                impl de::Visitor<'_> for Visitor {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(stringify!($name))
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Visitor)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            /// A shape of the documents may have the same name, which is not to hide this one.
            fn schema_id() -> Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let (min, max) = $length;
                json_schema!({
                    "title": $title, "x-zh-CN": { "title": $zh },
                    "type": "string", "minLength": min, "maxLength": max, "pattern": $pattern,
                })
            }
        }
    };
}

wire! {
    /// An id that its maker chose: UUID version 7.
    Id(Uuid7), "Identifier (UUID v7)", "标识号（UUID v7）",
    "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", (36, 36), personal: false,
    |text| text.parse().ok(), |id, f| write!(f, "{id}")
}
wire! {
    /// Thirty-two bytes in lower-case hexadecimal: a commitment, a digest.
    Hex32([u8; 32]), "Thirty-two bytes in hexadecimal", "32 字节，十六进制书写", "^[0-9a-f]{64}$", (64, 64), personal: false,
    read_hex, write_hex
}
wire! {
    /// The value of a token, 令牌. It stands for a child or a bill, so it hides from `Debug`.
    TokenValue([u8; 32]), "Value of a token", "令牌值", "^[0-9a-f]{64}$", (64, 64), personal: true,
    read_hex, write_hex
}
wire! {
    /// An element of the group, ristretto255, in base64url.
    Element([u8; 32]), "Element of ristretto255", "ristretto255 元素", "^[0-9A-Za-z_-]{43}$", (43, 43), personal: true,
    |text| read_base64(text), |bytes, f| f.write_str(&Base64UrlUnpadded::encode_string(bytes))
}
wire! {
    /// A proof of equal discrete logarithms, DLEQ: two scalars of 32 bytes, in base64url.
    Proof([u8; 64]), "Proof of an evaluator", "计算证明", "^[0-9A-Za-z_-]{86}$", (86, 86), personal: false,
    |text| read_base64(text), |bytes, f| f.write_str(&Base64UrlUnpadded::encode_string(bytes))
}
wire! {
    /// An amount of at least one fen, at most 9,999,999,999.99 yuan.
    Amount(Money), "Amount in yuan, more than nothing", "金额（元），大于零",
    "^(0\\.(0[1-9]|[1-9][0-9])|[1-9][0-9]{0,9}\\.[0-9]{2})$", (4, 13), personal: true,
    |text| text.parse().ok().filter(|money: &Money| (money.fen() > 0 || fault::is("amount-of-nothing-taken")) && (money.fen() < 1_000_000_000_000 || fault::is("amount-of-eleven-digits-taken"))), |money, f| write!(f, "{money}")
}
wire! {
    /// An amount of nothing or more, at most 9,999,999,999.99 yuan.
    Sum(Money), "Amount in yuan", "金额（元）", "^(0|[1-9][0-9]{0,9})\\.[0-9]{2}$", (4, 13), personal: true,
    |text| text.parse().ok().filter(|money: &Money| (0..1_000_000_000_000).contains(&money.fen()) || fault::is("sum-below-nothing-taken")), |money, f| write!(f, "{money}")
}
wire! {
    /// A month `YYYY-MM` of the years 1900 to 2999.
    CalendarMonth([u8; 7]), "Month", "月份", "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$", (7, 7), personal: false,
    read_month, |month, f| f.write_str(std::str::from_utf8(month).unwrap_or_default())
}
wire! {
    /// An instant in UTC.
    At(value::Instant), "Instant in UTC", "时刻（UTC）", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", (20, 20), personal: false,
    |text| text.parse().ok(), |at, f| write!(f, "{at}")
}

/// The unified social credit code of an organisation, 统一社会信用代码, with a right check character.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Organisation(String);

impl Organisation {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Organisation {
    type Err = WireError;

    fn from_str(text: &str) -> Result<Self, WireError> {
        match text.parse::<value::OrganisationCode>() {
            Ok(_) => Ok(Self(text.to_owned())),
            Err(_) if fault::is("organisation-of-a-message-unchecked") => Ok(Self(text.to_owned())),
            Err(_) => Err(WireError("Organisation")),
        }
    }
}

impl fmt::Display for Organisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Organisation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Organisation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Cow::<'de, str>::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Organisation {
    fn schema_name() -> Cow<'static, str> {
        "Organisation".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Unified social credit code",
            "description": "The last character is the check character of GB 32100-2015 (REQ-IDN-024); a code with another is refused.",
            "x-zh-CN": { "title": "统一社会信用代码", "description": "最后一位是 GB 32100-2015 规定的校验码（REQ-IDN-024），不符的予以拒绝。" },
            "type": "string", "minLength": 18, "maxLength": 18, "pattern": "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$",
        })
    }
}

fn read_hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 && !fault::is("hexadecimal-of-any-length") {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = nibble(*high)? << 4 | nibble(*low)?;
    }
    Some(bytes)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' if fault::is("hexadecimal-in-capitals-taken") => Some(digit - b'A' + 10),
        _ => None,
    }
}

fn write_hex(bytes: &[u8; 32], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

fn read_base64<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let read = Base64UrlUnpadded::decode(text, &mut bytes).ok()?;
    (read.len() == N || fault::is("element-of-any-length")).then_some(bytes)
}

fn read_month(text: &str) -> Option<[u8; 7]> {
    let month: [u8; 7] = text.as_bytes().try_into().ok()?;
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    let [century @ .., b'-', tens, ones] = month.as_slice() else { return None };
    let year_fits = digits(century) && (century.starts_with(b"19") || century.starts_with(b"2"));
    let month_fits = matches!((tens, ones), (b'0', b'1'..=b'9') | (b'1', b'0'..=b'2'));
    (year_fits && (month_fits || fault::is("thirteenth-month-taken"))).then_some(month)
}
