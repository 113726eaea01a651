//! Lists and counts with their bounds, and what members add of their own.

use std::{borrow::Cow, fmt, marker::PhantomData, ops::Deref};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::fault;

pub use super::bounded::BeyondBounds;

/// A list of at most `MAX` elements. Absent and empty mean the same; mark the field `#[serde(default)]`.
///
/// ```
/// use tongzhou::model::primitive::List;
///
/// let both: List<u8, 2> = [1, 2].into();
/// assert_eq!(both.len(), 2);
/// assert!(List::<u8, 2>::new(vec![1, 2, 3]).is_none(), "one too many");
/// assert_eq!(&*List::<u8, 2>::first([1, 2, 3]), [1, 2]);
///
/// // Absent and empty mean the same.
/// assert!(List::<u8, 2>::default().is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T, const MAX: usize>(Vec<T>);

/// A whole number from 0 to `MAX`.
///
/// ```
/// use tongzhou::{json, model::primitive::Count};
///
/// assert_eq!(json::from_str::<Count<50>>("4")?, Count::saturating(4));
/// assert!(json::from_str::<Count<50>>("51").is_err());
/// assert_eq!(Count::<50>::saturating(70).get(), 50);
/// assert_eq!(Count::<50>::new(70), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count<const MAX: u32>(u32);

/// A number of bytes, from 0 to 2^53 − 1, the largest whole number that every JSON reader holds exactly.
///
/// ```
/// use tongzhou::{json, model::primitive::Size};
///
/// assert_eq!(json::from_str::<Size>("536870912")?.get(), 512 * 1024 * 1024);
/// assert_eq!(Size::MAX, 9_007_199_254_740_991);
/// assert_eq!(Size::new(Size::MAX + 1), None);
/// assert_eq!(Size::saturating(u64::MAX).get(), Size::MAX);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size(u64);

impl<T, const MAX: usize> List<T, MAX> {
    /// As many of `elements` as there is room for.
    pub fn first(elements: impl IntoIterator<Item = T>) -> Self {
        Self(elements.into_iter().take(MAX).collect())
    }

    /// The list, if it is not too long.
    pub fn new(elements: Vec<T>) -> Option<Self> {
        (elements.len() <= MAX).then_some(Self(elements))
    }
}

/// A list of as many elements as are written down, which the compiler counts.
impl<T, const N: usize, const MAX: usize> From<[T; N]> for List<T, MAX> {
    fn from(elements: [T; N]) -> Self {
        const { assert!(N <= MAX, "the list is longer than the standard allows") };
        Self(elements.into())
    }
}

impl<T, const MAX: usize> Default for List<T, MAX> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, const MAX: usize> Deref for List<T, MAX> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'l, T, const MAX: usize> IntoIterator for &'l List<T, MAX> {
    type Item = &'l T;
    type IntoIter = std::slice::Iter<'l, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T, const MAX: usize> IntoIterator for List<T, MAX> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T: Serialize, const MAX: usize> Serialize for List<T, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>, const MAX: usize> Deserialize<'de> for List<T, MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T, const MAX: usize>(PhantomData<fn() -> T>);

        impl<'de, T: Deserialize<'de>, const MAX: usize> de::Visitor<'de> for Visitor<T, MAX> {
            type Value = List<T, MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of at most {MAX}")
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut elements = Vec::new();
                while let Some(element) = access.next_element()? {
                    if elements.len() == MAX + usize::from(fault::is("list-one-too-long-taken")) {
                        return Err(de::Error::custom("the list is too long"));
                    }
                    elements.push(element);
                }
                Ok(List(elements))
            }
        }

        deserializer.deserialize_seq(Visitor(PhantomData))
    }
}

impl<T: JsonSchema, const MAX: usize> JsonSchema for List<T, MAX> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("ListOf{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "maxItems": MAX, "items": generator.subschema_for::<T>() })
    }
}

impl<const MAX: u32> Count<MAX> {
    /// The number, or the largest there is.
    pub fn saturating(number: u32) -> Self {
        Self(number.min(MAX))
    }

    /// The number, if it is not too large.
    pub fn new(number: u32) -> Option<Self> {
        (number <= MAX || fault::is("count-above-its-bound-taken")).then_some(Self(number))
    }

    /// The number itself.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const MAX: u32> Serialize for Count<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

impl<'de, const MAX: u32> Deserialize<'de> for Count<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<const MAX: u32>;

        impl<const MAX: u32> de::Visitor<'_> for Visitor<MAX> {
            type Value = Count<MAX>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a whole number up to {MAX}")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                u32::try_from(number)
                    .ok()
                    .and_then(Count::new)
                    .ok_or_else(|| E::custom("the number is too large"))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
                u64::try_from(number)
                    .map_err(|_| E::custom("the number is negative"))
                    .and_then(|n| self.visit_u64(n))
            }

            /// JSON Schema counts `3.0` and `3e0` among the integers, so these are read too.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
                if number.fract() == 0.0 && (0.0..=f64::from(MAX)).contains(&number) {
                    Ok(Count(number as u32))
                } else {
                    Err(E::custom("the number is not a whole number within the bounds"))
                }
            }
        }

        deserializer.deserialize_u32(Visitor)
    }
}

impl<const MAX: u32> JsonSchema for Count<MAX> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("CountUpTo{MAX}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": MAX })
    }
}

impl Size {
    /// The largest size.
    pub const MAX: u64 = (1 << 53) - 1;

    /// The size, or the largest there is.
    pub fn saturating(bytes: u64) -> Self {
        Self(bytes.min(Self::MAX))
    }

    /// The size, if it is not too large.
    pub fn new(bytes: u64) -> Option<Self> {
        (bytes <= Self::MAX).then_some(Self(bytes))
    }

    /// The number of bytes.
    pub fn get(self) -> u64 {
        self.0
    }
}

impl Serialize for Size {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl de::Visitor<'_> for Visitor {
            type Value = Size;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number of bytes")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                Size::new(number).ok_or_else(|| E::custom("the number is too large"))
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
                u64::try_from(if fault::is("size-below-nothing-taken") { number.abs() } else { number })
                    .map_err(|_| E::custom("the number is negative"))
                    .and_then(|n| self.visit_u64(n))
            }

            /// JSON Schema counts `3.0` and `3e0` among the integers, so these are read too. Every whole number
            /// within the bounds is exact as a float.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
                if number.fract() == 0.0 && (0.0..=Size::MAX as f64).contains(&number) {
                    Ok(Size(number as u64))
                } else {
                    Err(E::custom("the number is not a whole number within the bounds"))
                }
            }
        }

        deserializer.deserialize_u64(Visitor)
    }
}

impl JsonSchema for Size {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Size".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
}
