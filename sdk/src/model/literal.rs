//! What every document begins with: members that hold one fixed text, such as `"standard": "tongzhou"`, and the
//! version.

use std::{borrow::Cow, fmt, marker::PhantomData};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use super::version::Version;

/// The text that a [`Literal`] stands for.
///
/// ```
/// use tongzhou::{
///     json,
///     model::literal::{Fixed, Literal, Tongzhou},
/// };
///
/// // A member whose text never changes, as every document begins with.
/// let standard: Literal<Tongzhou> = json::from_str(r#""tongzhou""#)?;
/// assert_eq!(standard, Literal::default());
/// assert_eq!(Tongzhou::TEXT, "tongzhou");
///
/// // A fixed text of one's own.
/// enum Receipt {}
/// impl Fixed for Receipt {
///     const TEXT: &'static str = "receipt";
/// }
/// assert!(json::from_str::<Literal<Receipt>>(r#""application""#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait Fixed: 'static {
    /// The text on the wire.
    const TEXT: &'static str;
}

/// A member whose only value is `F::TEXT`.
///
/// ```
/// use tongzhou::{json, model::literal::{Literal, Tongzhou}};
///
/// let standard = Literal::<Tongzhou>::default();
/// assert_eq!(serde_json::to_string(&standard)?, r#""tongzhou""#);
/// assert!(json::from_str::<Literal<Tongzhou>>(r#""another""#).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Literal<F>(PhantomData<fn() -> F>);

/// The name of the standard: `tongzhou`.
///
/// ```
/// use tongzhou::model::literal::{Fixed, Tongzhou};
///
/// assert_eq!(Tongzhou::TEXT, "tongzhou");
/// ```
pub enum Tongzhou {}
impl Fixed for Tongzhou {
    const TEXT: &'static str = "tongzhou";
}

impl<F> Default for Literal<F> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<F> Clone for Literal<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Literal<F> {}

impl<F> PartialEq for Literal<F> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<F> Eq for Literal<F> {}

impl<F: Fixed> fmt::Debug for Literal<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(F::TEXT)
    }
}

impl<F: Fixed> Serialize for Literal<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(F::TEXT)
    }
}

impl<'de, F: Fixed> Deserialize<'de> for Literal<F> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<F>(PhantomData<fn() -> F>);

        impl<F: Fixed> de::Visitor<'_> for Visitor<F> {
            type Value = Literal<F>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(F::TEXT)
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
                if text == F::TEXT {
                    Ok(Literal(PhantomData))
                } else {
                    Err(E::custom("another text is fixed here"))
                }
            }
        }

        deserializer.deserialize_str(Visitor(PhantomData))
    }
}

impl<F: Fixed> JsonSchema for Literal<F> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        F::TEXT.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "const": F::TEXT })
    }
}
