//! Which members of the objects that a schema defines stood in documents.

use std::collections::BTreeSet;

use serde_json::Value;

/// The members of one schema: those of the document itself, and of each object that it defines.
pub(super) struct Members {
    schema: Value,
    all: BTreeSet<String>,
    met: BTreeSet<String>,
}

impl Members {
    pub(super) fn new(schema: Value) -> Self {
        let of = |name: &str, object: &Value| -> Vec<String> {
            let members = object["properties"].as_object().into_iter().flatten();
            members.map(|(member, _)| format!("{name}.{member}")).collect()
        };
        let defined = schema["$defs"].as_object().into_iter().flatten();
        let all = defined.flat_map(|(name, object)| of(name, object)).chain(of("", &schema)).collect();
        Self { schema, all, met: BTreeSet::new() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Notes the members of a document.
    pub(super) fn note(&mut self, document: &Value) {
        let mut met = std::mem::take(&mut self.met);
        self.walk("", &self.schema, document, &mut met);
        self.met = met;
    }

    fn walk(&self, name: &str, schema: &Value, value: &Value, met: &mut BTreeSet<String>) {
        if let Some(defined) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.walk(defined, &self.schema["$defs"][defined], value, met);
        }
        match value {
            Value::Object(members) => {
                for (member, inner) in members {
                    let place = format!("{name}.{member}");
                    if self.all.contains(&place) {
                        met.insert(place);
                        self.walk(name, &schema["properties"][member], inner, met);
                    }
                }
            }
            Value::Array(elements) => {
                for inner in elements {
                    self.walk(name, &schema["items"], inner, met);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Those that stood in none.
    pub(super) fn missed(&self) -> Vec<&str> {
        self.all.difference(&self.met).map(String::as_str).collect()
    }
}
