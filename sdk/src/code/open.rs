use std::{borrow::Cow, fmt, marker::PhantomData, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Row, list};
use crate::{
    shape::{Shape, ShapeError, Shaped},
    text::Bilingual,
};

/// An open list: documents may hold codes that the published list does not have yet.
///
/// ```
/// use tongzhou::code::{OpenList, list, lists::ServiceNeed};
///
/// assert_eq!(ServiceNeed::LIST, "service-need");
/// assert_eq!(ServiceNeed::TITLE.zh, "服务需求");
/// let published = list(ServiceNeed::LIST).expect("a published list");
/// assert!(published.row("lodging").is_some());
/// ```
pub trait OpenList: 'static {
    /// The name of the list, e.g. `disease-catalogue`.
    const LIST: &'static str;
    /// The name under `$defs` in the schemas, PascalCase.
    const NAME: &'static str;
    /// What people call the list.
    const TITLE: Bilingual;
}

/// The shape of a code of the open list `L`: lower-case words of ASCII letters and digits, joined by hyphens.
///
/// ```
/// use tongzhou::{
///     code::{CodeShape, lists::ServiceNeed},
///     shape::{Shape, Shaped},
/// };
///
/// assert!(Shaped::<CodeShape<ServiceNeed>>::new("ward-school").is_some());
/// assert!(Shaped::<CodeShape<ServiceNeed>>::new("Ward school").is_none());
/// assert_eq!(CodeShape::<ServiceNeed>::NAME, "ServiceNeed");
/// ```
pub struct CodeShape<L>(PhantomData<fn() -> L>);

impl<L: OpenList> Shape for CodeShape<L> {
    const NAME: &'static str = L::NAME;
    const TITLE: Bilingual = L::TITLE;
    const PATTERN: Option<&'static str> = Some("^[a-z0-9]+(-[a-z0-9]+)*$");
    const MIN: usize = 1;
    const MAX: usize = 64;
    // A code outside the published list is free text, and free text can name a person.
    const PERSONAL: bool = true;

    fn fits(text: &str) -> bool {
        is_slug(text)
    }
}

/// Whether `text` is lower-case words of ASCII letters and digits, joined by hyphens.
pub(crate) fn is_slug(text: &str) -> bool {
    text.as_bytes().split(|byte| *byte == b'-').all(|word| {
        !word.is_empty() && word.iter().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// The name under which a serialiser meets a code of an open list, around the name of its shape.
pub(crate) const OPEN_CODE: &str = "OpenCode";

/// A code of the open list `L`, known to the published list or not.
///
/// ```
/// use tongzhou::{
///     code::{OpenCode, lists::ServiceNeed},
///     text::Lang,
/// };
///
/// let need: OpenCode<ServiceNeed> = "lodging".parse()?;
/// assert_eq!(need.known().map(|row| row.title(Lang::ZhCn)), Some("就医住宿"));
///
/// // A need that the list does not have yet is kept as it came.
/// let newer = OpenCode::<ServiceNeed>::new("sibling-care").expect("it looks like a code");
/// assert_eq!((newer.as_str(), newer.known().is_some()), ("sibling-care", false));
/// let kept: OpenCode<'static, ServiceNeed> = newer.into_owned();
/// assert_eq!(serde_json::to_string(&kept)?, r#""sibling-care""#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct OpenCode<'a, L>(Shaped<'a, CodeShape<L>>);

impl<L: OpenList> FromStr for OpenCode<'static, L> {
    type Err = ShapeError;

    fn from_str(code: &str) -> Result<Self, ShapeError> {
        code.parse().map(Self)
    }
}

impl<'a, L: OpenList> TryFrom<&'a str> for OpenCode<'a, L> {
    type Error = ShapeError;

    fn try_from(code: &'a str) -> Result<Self, ShapeError> {
        code.try_into().map(Self)
    }
}

impl<L: OpenList> TryFrom<String> for OpenCode<'_, L> {
    type Error = ShapeError;

    fn try_from(code: String) -> Result<Self, ShapeError> {
        code.try_into().map(Self)
    }
}

impl<'a, L: OpenList> OpenCode<'a, L> {
    /// The code, if `text` looks like one.
    pub fn new(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        Shaped::new(text).map(Self)
    }

    /// The code as documents write it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The row of the published list, or `None` where the list does not have the code.
    pub fn known(&self) -> Option<&'static Row> {
        list(L::LIST)?.row(self.as_str())
    }

    /// The same code, owning its bytes.
    pub fn into_owned(self) -> OpenCode<'static, L> {
        OpenCode(self.0.into_owned())
    }
}

impl<L> Clone for OpenCode<'_, L> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<L> PartialEq for OpenCode<'_, L> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<L> Eq for OpenCode<'_, L> {}

impl<L: OpenList> fmt::Debug for OpenCode<'_, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<L: OpenList> Serialize for OpenCode<'_, L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(OPEN_CODE, &self.0)
    }
}

impl<'de: 'a, 'a, L: OpenList> Deserialize<'de> for OpenCode<'a, L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Shaped::deserialize(deserializer).map(Self)
    }
}

impl<L: OpenList> JsonSchema for OpenCode<'_, L> {
    fn schema_name() -> Cow<'static, str> {
        L::NAME.into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = <Shaped<'_, CodeShape<L>>>::json_schema(generator);
        schema.insert("x-codelist".to_owned(), L::LIST.into());
        schema.insert("x-codelist-open".to_owned(), true.into());
        schema
    }
}

#[cfg(test)]
mod tests {
    use quickcheck::quickcheck;

    use super::*;
    use crate::code::lists::EthnicGroup;

    type Group<'a> = OpenCode<'a, EthnicGroup>;

    #[test]
    fn an_unknown_code_is_read_and_not_known() {
        assert!(Group::new("han").unwrap().known().is_some());
        assert!(Group::new("some-new-group-2").unwrap().known().is_none());
    }

    #[test]
    fn what_does_not_look_like_a_code_is_refused() {
        for text in ["", "-", "a-", "-a", "a--b", "Han", "han ", "汉", "a_b", &"a".repeat(65)] {
            assert!(Group::new(text).is_none(), "{text}");
        }
        assert!(Group::new("a".repeat(64)).is_some());
    }

    #[test]
    fn a_code_hides_from_debug() {
        assert_eq!(format!("{:?}", Group::new("han").unwrap()), "EthnicGroup(…)");
    }

    #[test]
    fn the_schema_names_the_list_and_says_that_it_is_open() {
        let schema = schemars::schema_for!(Group<'_>);
        let expected = serde_json::json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Ethnic groups", "x-zh-CN": { "title": "民族" },
            "type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "x-codelist": "ethnic-group", "x-codelist-open": true,
        });
        assert_eq!(schema.to_value(), expected);
    }

    quickcheck! {
        fn the_shape_says_what_its_pattern_says(picks: Vec<u8>) -> bool {
            let letter = |pick: &u8| char::from(b"ab09-AZ_ \n"[usize::from(*pick) % 10]);
            let text: String = picks.iter().map(letter).collect();
            let validator = jsonschema::validator_for(&schemars::schema_for!(Group<'_>).to_value()).unwrap();
            Group::new(text.as_str()).is_some() == validator.is_valid(&serde_json::Value::String(text))
        }
    }
}
