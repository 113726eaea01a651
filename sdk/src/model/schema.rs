//! The JSON Schemas of the documents, made from their types.

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// The schema of document type `T` in version 1.0, self-contained, ready to be published.
///
/// Titles and descriptions come from the doc comments in both languages; a member that is not required may be
/// left out, never `null`.
pub fn of<T: JsonSchema>(document_type: &str) -> Value {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let mut value = schema.to_value();
    each_schema(&mut value, &mut refuse_null);
    each_schema(&mut value, &mut speak_both_languages);
    in_reading_order(value, document_type)
}

/// The schema with its name, what it is and what it requires first, and the definitions last.
fn in_reading_order(mut schema: Value, document_type: &str) -> Value {
    let Value::Object(members) = &mut schema else { return schema };
    members.insert("$id".to_owned(), json!(format!("urn:tongzhou:schema:1.0:{document_type}")));
    let first = ["$schema", "$id", "title", "description", "x-zh-CN", "type", "required"];
    let mut ordered: Map<String, Value> =
        first.iter().filter_map(|keyword| members.shift_remove_entry(*keyword)).collect();
    let definitions = members.shift_remove_entry("$defs");
    ordered.append(members);
    ordered.extend(definitions);
    Value::Object(ordered)
}

/// Calls `change` on every schema object inside `value`; the maps of `properties` and `$defs` are no schemas.
fn each_schema(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            change(members);
            for (keyword, inner) in members {
                match (keyword.as_str(), inner) {
                    ("properties" | "$defs", Value::Object(named)) => {
                        named.values_mut().for_each(|schema| each_schema(schema, change));
                    }
                    (_, inner) => each_schema(inner, change),
                }
            }
        }
        Value::Array(elements) => elements.iter_mut().for_each(|element| each_schema(element, change)),
        _ => {}
    }
}

/// Takes back what `schemars` adds for `Option` and `default`: null as a value, and default annotations.
fn refuse_null(members: &mut Map<String, Value>) {
    members.remove("default");
    members.remove("format");
    if let Some(Value::Array(types)) = members.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            members.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(codes)) = members.get_mut("enum") {
        codes.retain(|code| !code.is_null());
    }
    if let Some(Value::Array(branches)) = members.get_mut("anyOf") {
        branches.retain(|branch| branch.get("type") != Some(&json!("null")));
        if let [Value::Object(only)] = branches.as_slice() {
            let only = only.clone();
            members.remove("anyOf");
            members.extend(only);
        }
    }
}

/// Splits `English · 中文` titles and two-paragraph descriptions into `title`, `description` and `x-zh-CN`.
fn speak_both_languages(members: &mut Map<String, Value>) {
    let mut chinese = Map::new();
    if let Some(Value::String(both)) = members.get("title")
        && let Some((english, zh)) = both.clone().split_once(" · ")
    {
        members.insert("title".to_owned(), json!(english.trim()));
        chinese.insert("title".to_owned(), json!(zh.trim()));
    }
    if let Some(Value::String(both)) = members.get("description")
        && let Some((english, zh)) = both.clone().rsplit_once("\n\n")
    {
        let english = english.lines().map(str::trim).collect::<Vec<_>>().join(" ");
        members.insert("description".to_owned(), json!(english.trim()));
        chinese.insert("description".to_owned(), json!(zh.trim()));
    }
    if !chinese.is_empty() {
        members.insert("x-zh-CN".to_owned(), Value::Object(chinese));
    }
}
