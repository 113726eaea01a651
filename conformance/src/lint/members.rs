//! The members that documents and messages can have, for the parts of them that pages show.

use std::cell::Cell;

use serde_json::{Map, Value};

use super::{
    Checkout,
    checkout::step,
    schemas::{DEEPEST, each_schema, parts},
};

/// The schemas of the documents and of the messages.
pub(super) struct Members {
    roots: Vec<Value>,
}

impl Members {
    pub(super) fn of(checkout: &Checkout) -> Self {
        let messages =
            checkout.text("docs/spec/openapi.json").and_then(|text| serde_json::from_str(text).ok());
        Self { roots: checkout.schemas().map(|schema| schema.value).chain(messages).collect() }
    }

    /// The members of a part of a document that no part of a document has: their pointers and names, by the part that
    /// comes nearest.
    pub(super) fn unknown(&self, value: &Value) -> Vec<(String, String)> {
        let mut nearest: Option<Vec<(String, String)>> = None;
        for root in &self.roots {
            each_object(root, &mut |node| {
                if nearest.as_ref().is_some_and(Vec::is_empty) {
                    return;
                }
                let found = misfits(&Part { root, steps: Cell::new(STEPS) }, &[node], value, "");
                if nearest.as_ref().is_none_or(|nearest| found.len() < nearest.len()) {
                    nearest = Some(found);
                }
            });
        }
        nearest.unwrap_or_default()
    }
}

/// The schema that is looked through, and how long still: one that refers to itself ends too.
struct Part<'v> {
    root: &'v Value,
    steps: Cell<usize>,
}

/// The members of `value` that none of the schemas has, which hold together.
fn misfits(part: &Part<'_>, schemas: &[&Value], value: &Value, pointer: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for schema in schemas {
        gather(part.root, schema, 0, &mut all);
    }
    part.steps.set(part.steps.get().saturating_sub(1));
    match value {
        Value::Object(members) if part.steps.get() > 0 => members_misfit(part, &all, members, pointer),
        Value::Array(elements) => {
            let items: Vec<&Value> = all.iter().filter_map(|schema| schema.get("items")).collect();
            let each = elements.iter().enumerate();
            each.flat_map(|(index, element)| misfits(part, &items, element, &format!("{pointer}/{index}")))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn members_misfit(
    part: &Part<'_>,
    schemas: &[&Value],
    members: &Map<String, Value>,
    pointer: &str,
) -> Vec<(String, String)> {
    // Extensions are named by whoever makes them.
    if schemas.iter().any(|schema| schema.get("propertyNames").is_some()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (name, value) in members {
        let pointer = format!("{pointer}/{}", step(name));
        let own: Vec<&Value> =
            schemas.iter().filter_map(|schema| schema.get("properties")?.get(name)).collect();
        if own.is_empty() {
            found.push((pointer, name.clone()));
        } else {
            found.extend(misfits(part, &own, value, &pointer));
        }
    }
    found
}

/// A schema with those that it is put together of.
fn gather<'v>(root: &'v Value, schema: &'v Value, depth: usize, all: &mut Vec<&'v Value>) {
    all.push(schema);
    if depth < DEEPEST {
        parts(root, schema).for_each(|part| gather(root, part, depth + 1, all));
    }
}

/// Visits every schema of an object.
fn each_object<'v>(root: &'v Value, visit: &mut impl FnMut(&'v Value)) {
    let mut of_objects = |_: &str, node: &'v Value| {
        if node.get("properties").is_some_and(Value::is_object) {
            visit(node);
        }
    };
    each_schema(root, &mut of_objects);
    let messages = root.pointer("/components/schemas").and_then(Value::as_object);
    messages.into_iter().flat_map(Map::values).for_each(|schema| each_schema(schema, &mut of_objects));
}

/// More values than an example has.
const STEPS: usize = 10_000;
