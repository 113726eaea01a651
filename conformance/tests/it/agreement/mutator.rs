//! Changes documents at random, knowing their schemas, so that every member of every document type is reached
//! with values that are right, nearly right, and wrong.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tongzhou_conformance::random::Random;

use super::damage::{TEXTS, edit, scratch, wrong};

/// A place in a document and the schema that holds there.
struct Spot<'s> {
    pointer: String,
    schema: &'s Value,
}

/// Changes documents of one type.
pub(super) struct Mutator {
    schema: Value,
    /// Texts by the name of their shape, taken from sound documents; what a mutation may put elsewhere.
    pool: BTreeMap<String, Vec<Value>>,
    members: Vec<String>,
}

impl Mutator {
    /// A mutator for documents of `schema`, which draws texts from `sound` documents of any type.
    pub(super) fn new(schema: Value, sound: &[(Value, Value)]) -> Self {
        let mut mutator = Self { members: members(&schema), schema, pool: BTreeMap::new() };
        for (schema, document) in sound {
            for spot in spots(schema, document) {
                let value = document.pointer(&spot.pointer).unwrap().clone();
                if let (Some(title), Value::String(_)) = (spot.schema["title"].as_str(), &value) {
                    mutator.pool.entry(title.to_owned()).or_default().push(value);
                }
            }
        }
        mutator
    }

    /// A changed copy of `document` as text, and where it was changed (with `*` for indexes).
    pub(super) fn mutate(&self, document: &Value, random: &mut Random) -> (Vec<u8>, Vec<String>) {
        let mut changed = document.clone();
        let mut touched = Vec::new();
        for _ in 0..1 + random.below(2) {
            let place = match random.below(3) {
                0 => Some(self.reach(&mut changed, random)),
                _ => self.change(&mut changed, random),
            };
            touched.extend(place);
        }
        let text = match random.below(8) {
            0 => serde_json::to_string_pretty(&changed).unwrap(),
            _ => changed.to_string(),
        };
        let bytes = if random.below(6) == 0 { scratch(text, random) } else { text.into_bytes() };
        (bytes, touched)
    }

    /// Sets a member chosen from all that the schema knows, making what is missing on the way to it.
    fn reach(&self, document: &mut Value, random: &mut Random) -> String {
        let pointer = random.one(&self.members).clone();
        let (mut place, mut schema) = (document, &self.schema);
        for step in pointer.split('/').skip(1) {
            schema = resolved(&self.schema, schema);
            if step == "*" {
                schema = &schema["items"];
                if !place.is_array() {
                    *place = json!([]);
                }
                let elements = place.as_array_mut().unwrap();
                if elements.is_empty() {
                    elements.push(self.value(schema, random, 9));
                }
                let at = random.below(elements.len());
                place = &mut elements[at];
            } else {
                schema = &schema["properties"][step];
                if !place.is_object() {
                    *place = json!({});
                }
                place = place.as_object_mut().unwrap().entry(step).or_insert(Value::Null);
            }
        }
        *place = if random.below(4) == 0 { wrong(random) } else { self.value(schema, random, 2) };
        pointer
    }

    /// One change to the tree; the place of it.
    fn change(&self, document: &mut Value, random: &mut Random) -> Option<String> {
        let spots = spots(&self.schema, document);
        let Spot { pointer, schema } = spots.get(random.below(spots.len()))?;
        let (pointer, schema) = (pointer.clone(), (*schema).clone());
        let place = document.pointer_mut(&pointer)?;
        let mut named = pointer.clone();
        match place {
            Value::Object(members) if !pointer.is_empty() || random.below(4) > 0 => {
                named = format!("{pointer}/{}", self.change_object(members, &schema, random)?);
            }
            Value::Array(elements) => self.change_array(elements, &schema, random),
            Value::String(text) => {
                *place = match random.below(10) {
                    0 => wrong(random),
                    1..=3 => Value::String(edit(text, random)),
                    _ => self.value(&schema, random, 0),
                }
            }
            other => {
                *other = if random.below(3) == 0 { wrong(random) } else { self.value(&schema, random, 0) }
            }
        }
        Some(starred(&named))
    }

    fn change_object(
        &self,
        members: &mut Map<String, Value>,
        schema: &Value,
        random: &mut Random,
    ) -> Option<String> {
        let names: Vec<String> = members.keys().cloned().collect();
        let properties = schema["properties"].as_object();
        match random.below(10) {
            0..=1 if !names.is_empty() => {
                let name = random.one(&names).clone();
                members.shift_remove(&name);
                Some(name)
            }
            2 if !names.is_empty() => {
                let name = random.one(&names).clone();
                let value = members.shift_remove(&name)?;
                members.insert(edit(&name, random), value);
                Some(name)
            }
            3 => {
                members.insert("unknownMember".to_owned(), json!(1));
                None
            }
            4 if !names.is_empty() => {
                let name = random.one(&names).clone();
                members.insert(name.clone(), wrong(random));
                Some(name)
            }
            _ => {
                let properties: Vec<(&String, &Value)> = properties?.iter().collect();
                let (name, property) = random.one(&properties);
                members.insert((*name).clone(), self.value(property, random, 0));
                Some((*name).clone())
            }
        }
    }

    fn change_array(&self, elements: &mut Vec<Value>, schema: &Value, random: &mut Random) {
        let at = random.below(elements.len());
        match random.below(6) {
            0 => elements.clear(),
            1 if !elements.is_empty() => drop(elements.remove(at)),
            2 if !elements.is_empty() => elements.push(elements[at].clone()),
            3 if !elements.is_empty() => elements.reverse(),
            4 => elements.push(wrong(random)),
            _ => elements.push(self.value(&schema["items"], random, 0)),
        }
        if random.below(200) == 0
            && let (Some(most), Some(first)) = (schema["maxItems"].as_u64(), elements.first().cloned())
            && most < 300
        {
            elements.resize(most as usize + random.below(2), first);
        }
    }

    /// A value of the schema, mostly of its shape.
    fn value(&self, schema: &Value, random: &mut Random, depth: usize) -> Value {
        let outer = schema;
        let schema = resolved(&self.schema, schema);
        if let Some(fixed) = schema.get("const") {
            return fixed.clone();
        }
        if let Some(codes) = schema["enum"].as_array() {
            return random.one(codes).clone();
        }
        match schema["type"].as_str() {
            Some("object") => {
                let mut members = Map::new();
                let required: Vec<&str> =
                    schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                for (name, property) in schema["properties"].as_object().into_iter().flatten() {
                    let wanted = required.contains(&name.as_str()) && random.below(50) > 0;
                    if wanted || random.below(3 + 4 * depth) == 0 {
                        members.insert(name.clone(), self.value(property, random, depth + 1));
                    }
                }
                Value::Object(members)
            }
            Some("array") => {
                let count = if depth > 4 { 0 } else { random.below(3) };
                (0..count).map(|_| self.value(&schema["items"], random, depth + 1)).collect()
            }
            Some("boolean") => json!(random.below(2) == 0),
            Some("integer") => {
                let most = schema["maximum"].as_u64().unwrap_or(100);
                [
                    json!(0),
                    json!(1),
                    json!(random.below(40)),
                    json!(most),
                    json!(most + 1),
                    json!(3.0),
                    json!(2.5),
                    json!(-1),
                ][random.below(8)]
                .clone()
            }
            _ => self.text(outer, schema, random),
        }
    }

    fn text(&self, outer: &Value, schema: &Value, random: &mut Random) -> Value {
        // Titles of shapes and of members both lead to texts of the kind.
        let titles = [&outer["title"], &schema["title"]];
        let known = titles.iter().filter_map(|title| title.as_str()).filter_map(|title| self.pool.get(title));
        let samples: Vec<&Vec<Value>> = known.collect();
        if random.below(4) > 0 && !samples.is_empty() {
            let pool = *random.one(&samples);
            let sample = random.one(pool);
            return if random.below(4) == 0 {
                json!(edit(sample.as_str().unwrap_or_default(), random))
            } else {
                sample.clone()
            };
        }
        json!(*random.one(TEXTS))
    }
}

/// Every place of `document` that its schema speaks of.
fn spots<'s>(root: &'s Value, document: &Value) -> Vec<Spot<'s>> {
    fn walk<'s>(
        root: &'s Value,
        schema: &'s Value,
        value: &Value,
        pointer: String,
        spots: &mut Vec<Spot<'s>>,
    ) {
        let resolved = resolved(root, schema);
        match value {
            Value::Object(members) => {
                for (name, inner) in members {
                    if let Some(property) = resolved["properties"].get(name) {
                        walk(root, property, inner, format!("{pointer}/{name}"), spots);
                    }
                }
            }
            Value::Array(elements) => {
                for (index, inner) in elements.iter().enumerate() {
                    walk(root, &resolved["items"], inner, format!("{pointer}/{index}"), spots);
                }
            }
            _ => {}
        }
        let leaf = !value.is_object() && !value.is_array();
        spots.push(Spot { pointer, schema: if leaf { schema } else { resolved } });
    }
    let mut all = Vec::new();
    walk(root, root, document, String::new(), &mut all);
    all
}

/// The schema behind a `$ref`.
fn resolved<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let name = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/"));
    name.map_or(schema, |name| &root["$defs"][name])
}

/// Every member that the schema knows, as pointers with `*` for indexes; recursion is cut at the first repeat.
pub(super) fn members(root: &Value) -> Vec<String> {
    fn walk(root: &Value, schema: &Value, pointer: &str, seen: &mut Vec<String>, all: &mut Vec<String>) {
        if let Some(reference) = schema["$ref"].as_str() {
            if seen.iter().any(|one| one == reference) {
                return;
            }
            seen.push(reference.to_owned());
            walk(root, resolved(root, schema), pointer, seen, all);
            seen.pop();
            return;
        }
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let pointer = format!("{pointer}/{name}");
            all.push(pointer.clone());
            walk(root, property, &pointer, seen, all);
        }
        if schema.get("items").is_some() {
            walk(root, &schema["items"], &format!("{pointer}/*"), seen, all);
        }
    }
    let mut all = Vec::new();
    walk(root, root, "", &mut Vec::new(), &mut all);
    all
}

fn starred(pointer: &str) -> String {
    let star = |step: &str| {
        if !step.is_empty() && step.bytes().all(|b| b.is_ascii_digit()) {
            "*".to_owned()
        } else {
            step.to_owned()
        }
    };
    pointer.split('/').map(star).collect::<Vec<_>>().join("/")
}
