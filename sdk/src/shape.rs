//! Wire text: strings whose *shape* is checked as they are read, borrowed from the input where possible.
//!
//! A shape is what a JSON Schema can say (a pattern, a length). Whether a shaped text also means something, say
//! a date that is in the calendar, is for the checked types of [`crate::value`] and for the rules.
//!
//! ```
//! use tongzhou::model::texts::DateText;
//!
//! // By its shape this is a date; that February has no such day is for a rule to say.
//! assert!("2026-02-30".parse::<DateText<'_>>().is_ok());
//! assert!("30 February".parse::<DateText<'_>>().is_err());
//! ```

use std::{borrow::Cow, fmt, marker::PhantomData, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use crate::{fault, text::Bilingual};

/// What a wire text may look like. The schema says it by [`PATTERN`](Shape::PATTERN) and the lengths,
/// [`fits`](Shape::fits) says the same in code; a property test holds the two together.
///
/// ```
/// use tongzhou::{model::texts::DateShape, shape::Shape};
///
/// assert_eq!((DateShape::NAME, DateShape::TITLE.zh), ("Date", "日期"));
/// assert_eq!(DateShape::PATTERN, Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
/// assert_eq!((DateShape::MIN, DateShape::MAX, DateShape::PERSONAL), (10, 10, true));
/// assert!(DateShape::fits("2026-10-01"));
/// ```
pub trait Shape: 'static {
    /// The name under `$defs` in the schemas, PascalCase.
    const NAME: &'static str;
    /// What such a text is called, in both languages.
    const TITLE: Bilingual;
    /// An anchored pattern of ASCII classes, in the subset that ECMA 262 and Rust's `regex` read alike.
    const PATTERN: Option<&'static str>;
    /// The fewest Unicode code points.
    const MIN: usize;
    /// The most Unicode code points.
    const MAX: usize;
    /// Whether a value can name or describe a person; if so it hides from `Debug`.
    const PERSONAL: bool;

    /// Whether `text`, whose length is within the bounds, matches the pattern.
    fn fits(text: &str) -> bool;
}

/// A text is not of its shape: too long, too short or of other characters. The text itself is not told.
///
/// ```
/// use tongzhou::{model::texts::DateText, shape::ShapeError};
///
/// assert_eq!("1 October 2026".parse::<DateText<'_>>(), Err(ShapeError { shape: "Date" }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the text does not have the shape {shape}")]
pub struct ShapeError {
    /// The name of the shape.
    pub shape: &'static str,
}

/// A text of shape `S`.
///
/// ```
/// use tongzhou::{model::texts::DateShape, shape::Shaped};
///
/// let line = String::from("2026-10-01");
/// let date = Shaped::<DateShape>::new(line.as_str()).expect("written as a date");
/// assert_eq!(date.as_str(), "2026-10-01");
/// // What borrows from the line becomes what outlives it; and it names nobody in a log.
/// let date: Shaped<'static, DateShape> = date.into_owned();
/// assert_eq!(format!("{date:?}"), "Date(…)");
/// ```
pub struct Shaped<'a, S>(Cow<'a, str>, PhantomData<fn() -> S>);

impl<'a, S: Shape> Shaped<'a, S> {
    /// The text, if it has the shape.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        // Patterns are of ASCII classes alone: what has one has as many code points as bytes.
        let has_shape = match S::PATTERN {
            Some(_) => (S::MIN..=S::MAX).contains(&text.len()) && S::fits(&text),
            None => within(&text, S::MIN, S::MAX) && S::fits(&text),
        };
        has_shape.then_some(Self(text, PhantomData))
    }

    /// A text of the standard's own, whose shape a test has seen to.
    pub(crate) fn ours(text: &str) -> Shaped<'static, S> {
        debug_assert!(Shaped::<S>::new(text).is_some(), "a text of our own is no {}", S::NAME);
        Shaped(Cow::Owned(text.to_owned()), PhantomData)
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same text, owning its bytes.
    pub fn into_owned(self) -> Shaped<'static, S> {
        Shaped(Cow::Owned(self.0.into_owned()), PhantomData)
    }
}

/// Whether `text` has between `min` and `max` code points; counts only where the bytes leave it open.
fn within(text: &str, min: usize, max: usize) -> bool {
    let bytes = text.len();
    if bytes < min || bytes > max.saturating_mul(4) {
        return false;
    }
    if bytes <= max && min <= 1 {
        return true;
    }
    let points = if fault::is("text-counted-in-bytes") { bytes } else { text.chars().count() };
    min <= points && points <= max + usize::from(fault::is("text-one-too-long-taken"))
}

impl<'a, S: Shape> TryFrom<&'a str> for Shaped<'a, S> {
    type Error = ShapeError;

    fn try_from(text: &'a str) -> Result<Self, ShapeError> {
        Self::new(text).ok_or(ShapeError { shape: S::NAME })
    }
}

impl<S: Shape> TryFrom<String> for Shaped<'_, S> {
    type Error = ShapeError;

    fn try_from(text: String) -> Result<Self, ShapeError> {
        Self::new(text).ok_or(ShapeError { shape: S::NAME })
    }
}

impl<S: Shape> FromStr for Shaped<'static, S> {
    type Err = ShapeError;

    fn from_str(text: &str) -> Result<Self, ShapeError> {
        text.to_owned().try_into()
    }
}

impl<S> Clone for Shaped<'_, S> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<S> PartialEq for Shaped<'_, S> {
    fn eq(&self, other: &Self) -> bool {
        // Identifiers made one after another begin alike and differ at the end.
        self.0.as_bytes().last() == other.0.as_bytes().last() && self.0 == other.0
    }
}

impl<S> Eq for Shaped<'_, S> {}

impl<S: Shape> fmt::Debug for Shaped<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if S::PERSONAL { write!(f, "{}(…)", S::NAME) } else { write!(f, "{}({:?})", S::NAME, self.0) }
    }
}

impl<S: Shape> Serialize for Shaped<'_, S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        // JSON shows the text alone; the name of the shape is for the rules that look at every text of one shape.
        serializer.serialize_newtype_struct(S::NAME, &*self.0)
    }
}

impl<'de: 'a, 'a, S: Shape> Deserialize<'de> for Shaped<'a, S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<'a, S>(PhantomData<fn() -> Shaped<'a, S>>);

        impl<'de: 'a, 'a, S: Shape> de::Visitor<'de> for Visitor<'a, S> {
            type Value = Shaped<'a, S>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(S::NAME)
            }

            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Shaped::new(text).ok_or_else(|| E::custom("the text does not have its shape"))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                Shaped::new(text.to_owned()).ok_or_else(|| E::custom("the text does not have its shape"))
            }
        }

        deserializer.deserialize_str(Visitor(PhantomData))
    }
}

impl<S: Shape> JsonSchema for Shaped<'_, S> {
    fn schema_name() -> Cow<'static, str> {
        S::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({
            "title": S::TITLE.en,
            "x-zh-CN": { "title": S::TITLE.zh },
            "type": "string",
            "minLength": S::MIN,
            "maxLength": S::MAX,
        });
        if let Some(pattern) = S::PATTERN {
            schema.insert("pattern".to_owned(), pattern.into());
        }
        schema
    }
}
