//! Codelists 代码表: the values a coded field may take.
//!
//! A list is **closed** where logic depends on every value: it is an enum here, and any other text is refused as
//! the document is read. It is **open** where the field keeps growing: the text only has to look like a code
//! ([`OpenCode`]). The CSV files under `schema/codelists/` are the source of both; titles, definitions and the
//! columns a list adds are looked up at run time by [`list`].
//!
//! ```
//! use tongzhou::{code, text::Lang};
//!
//! let list = code::list("contact-kind").expect("a list of the standard");
//! let row = list.row("mobile").expect("a code of it");
//! assert_eq!((row.title(Lang::En), row.title(Lang::ZhCn)), ("Mobile phone", "手机"));
//! ```

use std::{fmt, marker::PhantomData};

use serde::{Deserializer, de};

use crate::text::Lang;

pub mod csv;
pub mod lists;
mod open;
mod table;

pub(crate) use self::open::{OPEN_CODE, is_slug};
pub use self::{
    open::{CodeShape, OpenCode, OpenList},
    table::{Codelist, Kind, Row, list, lists as all_lists},
};

/// A code of a closed list.
///
/// ```
/// use tongzhou::{
///     code::{Code, lists::Hardship},
///     text::Lang,
/// };
///
/// assert_eq!(Hardship::LIST, "hardship");
/// assert_eq!(Hardship::from_code("dibao-edge"), Some(Hardship::DibaoEdge));
/// assert_eq!(Hardship::DibaoEdge.code(), "dibao-edge");
/// assert_eq!(Hardship::Dibao.title(Lang::ZhCn), "最低生活保障对象");
///
/// // A column that this list alone has.
/// let row = Hardship::RigidExpenditure.row();
/// assert_eq!(row.and_then(|row| row.column("max_validity_months")), Some("12"));
///
/// // For a form to choose from.
/// let choices: Vec<&str> = Hardship::ALL.iter().map(|code| code.title(Lang::ZhCn)).collect();
/// assert_eq!(choices[0], "特困人员");
/// ```
pub trait Code: Copy + Eq + 'static {
    /// The name of the list, e.g. `hardship`.
    const LIST: &'static str;
    /// Every code, in the order of the list.
    const ALL: &'static [Self];

    /// The code as documents write it, e.g. `dibao-edge`.
    fn code(self) -> &'static str;

    /// The value that documents write as `code`.
    fn from_code(code: &str) -> Option<Self>;

    /// The row of the published list.
    fn row(self) -> Option<&'static Row>;

    /// What people call it; the code itself should the published list not hold it.
    fn title(self, lang: Lang) -> &'static str {
        self.row().map_or(self.code(), |row| row.title(lang))
    }
}

/// A closed list of which only the name is known at compile time.
///
/// ```
/// use tongzhou::code::lists::CLOSED;
///
/// let sexes = CLOSED.iter().find(|closed| closed.list == "sex").expect("a closed list");
/// assert!(sexes.codes().contains(&"female"));
/// assert_eq!(sexes.canonical("female"), Some("female"));
/// assert_eq!(sexes.canonical("F"), None);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ClosedList {
    /// The name of the list.
    pub list: &'static str,
    codes: fn() -> Vec<&'static str>,
    canonical: fn(&str) -> Option<&'static str>,
}

impl ClosedList {
    const fn of<C: Code>() -> Self {
        Self {
            list: C::LIST,
            codes: || C::ALL.iter().map(|value| value.code()).collect(),
            canonical: |code| C::from_code(code).map(C::code),
        }
    }

    /// Every code, in the order of the list.
    pub fn codes(&self) -> Vec<&'static str> {
        (self.codes)()
    }

    /// The list's own spelling of `code`, if it is one of the list.
    pub fn canonical(&self, code: &str) -> Option<&'static str> {
        (self.canonical)(code)
    }
}

/// Reads one code of a closed list; an error says which list, never which text.
struct CodeVisitor<C>(PhantomData<fn() -> C>);

impl<C: Code> de::Visitor<'_> for CodeVisitor<C> {
    type Value = C;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a code of the list {}", C::LIST)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<C, E> {
        C::from_code(text).ok_or_else(|| E::custom(format_args!("not a code of the list {}", C::LIST)))
    }
}

fn deserialize_code<'de, C: Code, D: Deserializer<'de>>(deserializer: D) -> Result<C, D::Error> {
    deserializer.deserialize_str(CodeVisitor(PhantomData))
}

/// The enum of one closed list: a table of variant, code and titles drives both directions. Its example is the first
/// row.
macro_rules! codelist {
    ($Name:ident, $list:literal, $list_en:literal, $list_zh:literal {
        $First:ident = $first:literal, $first_en:literal, $first_zh:literal;
        $($Variant:ident = $code:literal, $en:literal, $zh:literal;)*
    }) => {
        #[doc = concat!(" ", $list_en, " · ", $list_zh, ", the list `", $list, "`.")]
        ///
        /// ```
        #[doc = concat!(" use tongzhou::{code::{Code, lists::", stringify!($Name), "}, json, text::Lang};")]
        ///
        #[doc = concat!(" let read: ", stringify!($Name), " = json::from_str(r#\"\"", $first, "\"\"#)?;")]
        #[doc = concat!(" assert_eq!(read, ", stringify!($Name), "::", stringify!($First), ");")]
        #[doc = concat!(" assert_eq!(read.code(), ", stringify!($first), ");")]
        #[doc = concat!(" assert_eq!(read.title(Lang::En), ", stringify!($first_en), ");")]
        #[doc = concat!(" assert_eq!(read.title(Lang::ZhCn), ", stringify!($first_zh), ");")]
        /// # Ok::<(), json::Fault>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $Name {
            #[doc = concat!($first_en, " · ", $first_zh)]
            $First,
            $(#[doc = concat!($en, " · ", $zh)] $Variant,)*
        }

        impl $crate::code::Code for $Name {
            const LIST: &'static str = $list;
            const ALL: &'static [Self] = &[Self::$First, $(Self::$Variant),*];

            fn code(self) -> &'static str {
                match self {
                    Self::$First => $first,
                    $(Self::$Variant => $code,)*
                }
            }

            fn row(self) -> Option<&'static $crate::code::Row> {
                static ROWS: std::sync::LazyLock<&[$crate::code::Row]> =
                    std::sync::LazyLock::new(|| $crate::code::list($list).map_or(&[], $crate::code::Codelist::rows));
                // The codes stand in the order of the list.
                ROWS.get(self as usize)
            }

            fn from_code(code: &str) -> Option<Self> {
                match code {
                    $first => Some(Self::$First),
                    $($code => Some(Self::$Variant),)*
                    _ => None,
                }
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // To JSON the code alone; whoever walks a document learns the list too.
                serializer.serialize_unit_variant($list, *self as u32, $crate::code::Code::code(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::code::deserialize_code(deserializer)
            }
        }

        impl schemars::JsonSchema for $Name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($Name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "title": $list_en,
                    "x-zh-CN": { "title": $list_zh },
                    "type": "string",
                    "enum": [$first, $($code),*],
                    "x-codelist": $list,
                })
            }
        }
    };
}

/// The marker type of one open list. Its example is the first row.
macro_rules! open_list {
    ($Name:ident, $list:literal, $en:literal, $zh:literal, $first:literal, $first_en:literal, $first_zh:literal) => {
        #[doc = concat!(" ", $en, " · ", $zh, ", the open list `", $list, "`.")]
        ///
        /// ```
        #[doc = concat!(" use tongzhou::{code::{OpenCode, lists::", stringify!($Name), "}, json, text::Lang};")]
        ///
        #[doc = concat!(" let read: OpenCode<", stringify!($Name), "> = json::from_str(r#\"\"", $first, "\"\"#)?;")]
        #[doc = concat!(" assert_eq!(read.as_str(), ", stringify!($first), ");")]
        #[doc = concat!(" assert_eq!(read.known().map(|row| row.title(Lang::En)), Some(", stringify!($first_en), "));")]
        #[doc = concat!(" assert_eq!(read.known().map(|row| row.title(Lang::ZhCn)), Some(", stringify!($first_zh), "));")]
        ///
        /// // Somebody may need a code before the list has it.
        #[doc = concat!(" let newer: OpenCode<", stringify!($Name), "> = json::from_str(r#\"\"some-newer-code\"\"#)?;")]
        /// assert!(newer.known().is_none());
        /// # Ok::<(), json::Fault>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Name {}

        impl $crate::code::OpenList for $Name {
            const LIST: &'static str = $list;
            const NAME: &'static str = stringify!($Name);
            const TITLE: $crate::text::Bilingual = $crate::text::Bilingual { zh: $zh, en: $en };
        }
    };
}

use {codelist, open_list};
