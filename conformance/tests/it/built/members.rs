//! Which members of the objects that a schema defines stood in documents.

use std::collections::BTreeSet;

use serde_json::Value;
use tongzhou::value::{Date, Instant, OrganisationCode};

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

    /// Notes the members of a document. Given back are the places where it holds what no sound document may: days that
    /// the calendar does not have, moments that no clock shows, codes of organisations that do not agree with themselves.
    pub(super) fn note(&mut self, document: &Value) -> BTreeSet<String> {
        let (mut met, mut strange) = (BTreeSet::new(), BTreeSet::new());
        self.walk(("", ""), &self.schema, document, &mut |place, text| match text {
            None => _ = met.insert(place.to_owned()),
            Some((shape, text)) if !is_real(shape, text) => _ = strange.insert(place.to_owned()),
            Some(_) => {}
        });
        self.met.extend(met);
        strange
    }

    /// Looks at each member, and at each text with the name of its shape.
    fn walk<'w>(
        &'w self,
        (name, place): (&'w str, &str),
        schema: &'w Value,
        value: &'w Value,
        look: &mut Look<'w, '_>,
    ) {
        if let Some(defined) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.walk((defined, place), &self.schema["$defs"][defined], value, look);
        }
        match value {
            Value::Object(members) => {
                for (member, inner) in members {
                    let place = format!("{name}.{member}");
                    if self.all.contains(&place) {
                        look(&place, None);
                        self.walk((name, &place), &schema["properties"][member], inner, look);
                    }
                }
            }
            Value::Array(elements) => {
                for inner in elements {
                    self.walk((name, place), &schema["items"], inner, look);
                }
            }
            Value::String(text) => look(place, Some((name, text))),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Those that stood in none.
    pub(super) fn missed(&self) -> Vec<&str> {
        self.all.difference(&self.met).map(String::as_str).collect()
    }
}

/// Looks at a place, and at a text that stands there with the name of its shape.
type Look<'w, 'l> = dyn FnMut(&str, Option<(&'w str, &'w str)>) + 'l;

/// Whether there is what a text of this shape stands for.
fn is_real(shape: &str, text: &str) -> bool {
    match shape {
        "Date" => text.parse::<Date>().is_ok(),
        "Instant" => text.parse::<Instant>().is_ok(),
        "Month" => format!("{text}-01").parse::<Date>().is_ok(),
        "OrganisationCode" => text.parse::<OrganisationCode>().is_ok(),
        _ => true,
    }
}
