//! Members' own data inside a document: preserved as it came, never judged.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

use crate::fault;

/// Data that a member adds under names of its own, keyed by reverse-domain name such as `cn.org.example.ward`.
///
/// Any I-JSON is allowed below a key. It is kept and written back; no rule looks at it.
///
/// ```
/// use serde_json::json;
/// use tongzhou::model::extensions::Extensions;
///
/// let mut extensions = Extensions::default();
/// assert!(extensions.insert("cn.org.example.ward", json!({ "bed": 12 })));
/// assert!(!extensions.insert("ward", json!(12)), "whose it is cannot be told from the name");
///
/// assert_eq!(extensions.get("cn.org.example.ward"), Some(&json!({ "bed": 12 })));
/// assert_eq!(extensions.get("cn.org.example.floor"), None);
/// assert_eq!(serde_json::to_string(&extensions)?, r#"{"cn.org.example.ward":{"bed":12}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Extensions(BTreeMap<String, Value>);

/// The pattern of a key: at least two labels in lower case.
const KEY: &str = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$";
const KEY_MAX: usize = 128;
const KEYS_MAX: usize = 50;

impl Extensions {
    /// What the member who owns `key` wrote.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// Adds `value` under `key`, if `key` is a reverse-domain name and there is room.
    pub fn insert(&mut self, key: &str, value: Value) -> bool {
        let fits = is_key(key) && self.0.len() < KEYS_MAX;
        if fits {
            self.0.insert(key.to_owned(), value);
        }
        fits
    }
}

impl fmt::Debug for Extensions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Extensions({} keys)", self.0.len())
    }
}

impl Serialize for Extensions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extensions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Extensions;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object keyed by reverse-domain names")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
                let mut extensions = BTreeMap::new();
                while let Some(key) = access.next_key::<String>()? {
                    if !is_key(&key)
                        || extensions.len()
                            == KEYS_MAX + usize::from(fault::is("extensions-one-too-many-taken"))
                    {
                        return Err(de::Error::custom("an extension is keyed by a reverse-domain name"));
                    }
                    if extensions.insert(key, access.next_value()?).is_some() {
                        return Err(de::Error::custom("an extension stands twice"));
                    }
                }
                Ok(Extensions(extensions))
            }
        }

        deserializer.deserialize_map(Visitor)
    }
}

impl JsonSchema for Extensions {
    fn schema_name() -> Cow<'static, str> {
        "Extensions".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "title": "Extensions",
            "description": "Members' own data, keyed by reverse-domain name: preserved, never judged.",
            "x-zh-CN": {
                "title": "扩展数据",
                "description": "成员机构自有的数据，以反向域名为键：原样保留，不作评判。",
            },
            "type": "object",
            "maxProperties": KEYS_MAX,
            "propertyNames": { "pattern": KEY, "maxLength": KEY_MAX },
        })
    }
}

/// Whether `key` is a name of at least two labels, each of lower-case letters, digits and inner hyphens.
fn is_key(key: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    };
    key.len() <= KEY_MAX
        && (key.contains('.') || fault::is("extension-of-one-word-taken"))
        && key.split('.').all(label)
}
