//! The schemas: their names, what they refer to, what they require, and that they are closed.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Context,
    checkout::{Schema, line_of, step},
    outcome::Notes,
};

/// Names its draft, itself, its version and its document type, as its folder and file do.
pub(super) fn identity(context: &Context<'_>, notes: &mut Notes) {
    for schema in context.checkout.schemas() {
        notes.saw(1);
        let Schema { version, name, .. } = schema;
        let id = format!("urn:tongzhou:schema:{version}:{name}");
        for (pointer, expected) in [
            ("/$schema", DRAFT),
            ("/$id", id.as_str()),
            ("/properties/standardVersion/const", version),
            ("/properties/documentType/const", name),
        ] {
            if schema.value.pointer(pointer).and_then(Value::as_str) != Some(expected) {
                notes.find(
                    schema.path,
                    line_of(schema.text, pointer),
                    format!("{pointer} 应为 {expected}"),
                    format!("{pointer} should be {expected}"),
                );
            }
        }
    }
}

/// Whatever is referred to is there, in the same file.
pub(super) fn references(context: &Context<'_>, notes: &mut Notes) {
    for schema in context.checkout.schemas() {
        let Schema { path, text, value, .. } = &schema;
        each_schema(value, &mut |pointer, node| {
            let Some(reference) = node.get("$ref").and_then(Value::as_str) else { return };
            notes.saw(1);
            if referred(value, reference).is_none() {
                notes.find(
                    path,
                    line_of(text, &format!("{pointer}/$ref")),
                    format!("这里引用的 {reference} 不在本文件中"),
                    format!("{reference} is not in this file"),
                );
            }
        });
    }
}

/// Every member that is required is one that there can be.
pub(super) fn required(context: &Context<'_>, notes: &mut Notes) {
    for schema in context.checkout.schemas() {
        let Schema { path, text, value, .. } = &schema;
        each_schema(value, &mut |pointer, node| {
            let names = node.get("required").and_then(Value::as_array);
            let known = || members(value, node, 0);
            for (index, name) in names.into_iter().flatten().enumerate() {
                notes.saw(1);
                let name = name.as_str().unwrap_or_default();
                if !known().contains(name) {
                    notes.find(
                        path,
                        line_of(text, &format!("{pointer}/required/{index}")),
                        format!("必填的成员“{name}”没有定义"),
                        format!("the member \"{name}\" is required and not defined"),
                    );
                }
            }
        });
    }
}

/// An object takes the members that it defines and no other; one that defines none says how others are named.
pub(super) fn closed(context: &Context<'_>, notes: &mut Notes) {
    for schema in context.checkout.schemas() {
        let Schema { path, text, value, .. } = &schema;
        each_schema(value, &mut |pointer, node| {
            if node.get("type").and_then(Value::as_str) != Some("object") {
                return;
            }
            notes.saw(1);
            let is_closed = node.get("additionalProperties") == Some(&Value::Bool(false));
            let is_bounded = node.get("propertyNames").is_some() && node.get("maxProperties").is_some();
            if !is_closed && (node.get("properties").is_some() || !is_bounded) {
                notes.find(
                    path,
                    line_of(text, &format!("{pointer}/type")),
                    "这个对象没有写明不得有其他成员".to_owned(),
                    "this object does not say that it takes no other members".to_owned(),
                );
            }
        });
    }
}

/// Visits every schema of a document of schemas, with its JSON Pointer.
pub(super) fn each_schema<'v>(root: &'v Value, visit: &mut impl FnMut(&str, &'v Value)) {
    walk(root, "", visit);
}

fn walk<'v>(node: &'v Value, pointer: &str, visit: &mut impl FnMut(&str, &'v Value)) {
    let Some(object) = node.as_object() else { return };
    visit(pointer, node);
    for (keyword, inner) in object {
        let pointer = format!("{pointer}/{keyword}");
        match (keyword.as_str(), inner) {
            ("properties" | "$defs" | "patternProperties" | "dependentSchemas", Value::Object(named)) => {
                named
                    .iter()
                    .for_each(|(name, inner)| walk(inner, &format!("{pointer}/{}", step(name)), visit));
            }
            // Values, in which nothing is a schema, whatever it looks like.
            ("const" | "enum" | "default" | "examples" | "required", _) => {}
            (_, Value::Array(list)) => {
                list.iter()
                    .enumerate()
                    .for_each(|(index, inner)| walk(inner, &format!("{pointer}/{index}"), visit));
            }
            _ => walk(inner, &pointer, visit),
        }
    }
}

/// What a reference within a file leads to.
pub(super) fn referred<'v>(root: &'v Value, reference: &str) -> Option<&'v Value> {
    reference.strip_prefix('#').and_then(|pointer| root.pointer(pointer))
}

/// The names of the members that an object can have: its own, and those of the schemas that it is put together of.
fn members<'v>(root: &'v Value, node: &'v Value, depth: usize) -> BTreeSet<&'v str> {
    let own = node.get("properties").and_then(Value::as_object);
    let mut names: BTreeSet<&str> = own.into_iter().flat_map(|own| own.keys().map(String::as_str)).collect();
    if depth < DEEPEST {
        for part in parts(root, node) {
            names.extend(members(root, part, depth + 1));
        }
    }
    names
}

/// The schemas that one is put together of.
pub(super) fn parts<'v>(root: &'v Value, node: &'v Value) -> impl Iterator<Item = &'v Value> {
    let referred = node.get("$ref").and_then(Value::as_str).and_then(|reference| referred(root, reference));
    let of = ["allOf", "anyOf", "oneOf"].into_iter().filter_map(|of| node.get(of)?.as_array()).flatten();
    referred.into_iter().chain(of)
}

/// References that lead to themselves are followed so far.
pub(super) const DEEPEST: usize = 32;
const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";
