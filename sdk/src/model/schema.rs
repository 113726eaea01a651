//! The JSON Schemas of the documents, made from their types.

use std::mem;

use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::version::Version;
use crate::code::{self, Code, lists::DocumentType};

/// The schema of document type `T` in the latest version, self-contained, ready to be published.
///
/// Titles and descriptions come from the doc comments in both languages; a member that is not required may be
/// left out, never `null`.
///
/// ```
/// use tongzhou::model::{Consent, schema};
///
/// let schema = schema::of::<Consent>("consent");
/// assert_eq!(schema["title"], "Consent");
/// assert_eq!(schema["x-zh-CN"]["title"], "授权同意书");
/// assert_eq!(schema["additionalProperties"], false);
/// ```
pub fn of<T: JsonSchema>(document_type: &str) -> Value {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let mut value = schema.to_value();
    each_schema(&mut value, &mut refuse_null);
    each_schema(&mut value, &mut leave_out_example);
    each_schema(&mut value, &mut speak_both_languages);
    each_schema(&mut value, &mut mark_deprecated);
    declare(&mut value, Version::latest());
    in_reading_order(value, document_type)
}

/// Whether a version has this type of document.
pub(super) fn is_of(document_type: DocumentType, version: Version) -> bool {
    document_type.row().is_some_and(|row| version.includes(row.since()))
}

/// The schema of the latest version as an earlier one has it: without the members and codes that came later.
pub(super) fn as_of(mut schema: Value, version: Version) -> Value {
    if version == Version::latest() {
        return schema;
    }
    each_schema(&mut schema, &mut |members| leave_out_later(members, version));
    declare(&mut schema, version);
    if let Some(Value::String(id)) = schema.get_mut("$id") {
        *id = id.replace(&id_of(Version::latest()), &id_of(version));
    }
    leave_out_unused(&mut schema);
    schema
}

/// Has the document declare `version`, and the documents within it that version or an earlier one: whoever lists the
/// members of an alliance does not write them anew for each version.
fn declare(schema: &mut Value, version: Version) {
    each_schema(schema, &mut |members| {
        let declared = members.get_mut("properties").and_then(|properties| properties.get_mut(DECLARED));
        if let Some(Value::Object(declared)) = declared {
            hold_to(declared, version.and_earlier());
        }
    });
    if let Some(Value::Object(declared)) = schema.pointer_mut("/properties/standardVersion") {
        hold_to(declared, &[version]);
    }
}

/// Puts these versions into the place of the one or those that a schema allows, if it names any.
fn hold_to(declared: &mut Map<String, Value>, versions: &[Version]) {
    let (keyword, allowed) = match versions {
        [only] => ("const", json!(only.text())),
        _ => ("enum", versions.iter().map(|version| json!(version.text())).collect()),
    };
    *declared = mem::take(declared)
        .into_iter()
        .map(|(name, value)| match name.as_str() {
            "const" | "enum" => (keyword.to_owned(), allowed.clone()),
            _ => (name, value),
        })
        .collect();
}

/// Takes out the members and codes of versions after `version`, and deprecations that they decided.
fn leave_out_later(members: &mut Map<String, Value>, version: Version) {
    let mut gone = Vec::new();
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties.retain(|name, property| {
            let stays = property[SINCE].as_str().is_none_or(|since| version.includes(since));
            if !stays {
                gone.push(json!(name));
            }
            stays
        });
    }
    if let Some(Value::Array(required)) = members.get_mut("required") {
        required.retain(|name| !gone.contains(name));
    }
    if members.get(DEPRECATED_SINCE).and_then(Value::as_str).is_some_and(|since| !version.includes(since)) {
        members.shift_remove(DEPRECATED_SINCE);
        members.shift_remove("deprecated");
    }
    let list = members.get("x-codelist").and_then(Value::as_str).and_then(code::list);
    if let (Some(list), Some(Value::Array(codes))) = (list, members.get_mut("enum")) {
        codes.retain(|code| {
            let row = code.as_str().and_then(|code| list.row(code));
            row.is_none_or(|row| version.includes(row.since()))
        });
    }
}

/// Takes out the definitions that nothing leads to any more, and puts the others into the order in which the schema
/// leads to them, as if it had been made without what is gone.
fn leave_out_unused(schema: &mut Value) {
    let definitions = schema.as_object_mut().and_then(|members| members.shift_remove("$defs"));
    let Some(Value::Object(definitions)) = definitions else { return };
    let mut used = Map::new();
    collect_used(schema, &definitions, &mut used);
    if let Value::Object(members) = schema
        && !used.is_empty()
    {
        members.insert("$defs".to_owned(), Value::Object(used));
    }
}

fn collect_used(schema: &Value, definitions: &Map<String, Value>, used: &mut Map<String, Value>) {
    match schema {
        Value::Object(members) => {
            let name = members.get("$ref").and_then(Value::as_str);
            if let Some(name) = name.and_then(|name| name.strip_prefix("#/$defs/"))
                && let Some(definition) = definitions.get(name)
                && !used.contains_key(name)
            {
                used.insert(name.to_owned(), definition.clone());
                collect_used(definition, definitions, used);
            }
            members.values().for_each(|inner| collect_used(inner, definitions, used));
        }
        Value::Array(elements) => elements.iter().for_each(|inner| collect_used(inner, definitions, used)),
        _ => {}
    }
}

/// The beginning of the names of the schemas of a version.
fn id_of(version: Version) -> String {
    format!("urn:tongzhou:schema:{version}:")
}

/// The schema with its name, what it is and what it requires first, and the definitions last.
fn in_reading_order(mut schema: Value, document_type: &str) -> Value {
    let Value::Object(members) = &mut schema else { return schema };
    members.insert("$id".to_owned(), json!(id_of(Version::latest()) + document_type));
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

/// Says in the words of JSON Schema too that a member is deprecated.
fn mark_deprecated(members: &mut Map<String, Value>) {
    if members.contains_key(DEPRECATED_SINCE) {
        members.insert("deprecated".to_owned(), json!(true));
    }
}

/// Takes the example in Rust off the description: it is for readers of the crate, not of the standard.
fn leave_out_example(members: &mut Map<String, Value>) {
    if let Some(Value::String(description)) = members.get_mut("description")
        && let Some((words, _)) = description.split_once("\n\n```")
    {
        *description = words.to_owned();
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

/// The member in which a document declares its version.
const DECLARED: &str = "standardVersion";
/// The keyword of a member that came after the lowest version: the version that brought it.
///
/// ```
/// use tongzhou::{code::lists::DocumentType, model::{self, schema::SINCE}};
///
/// let schema = model::schema_of(DocumentType::Receipt);
/// assert!(schema["properties"]["total"].get(SINCE).is_none(), "it was there from the beginning");
/// ```
pub const SINCE: &str = "x-since";
/// The keyword of a deprecated member: the version that deprecated it.
///
/// ```
/// use tongzhou::{code::lists::DocumentType, model::{self, schema::DEPRECATED_SINCE}};
///
/// let schema = model::schema_of(DocumentType::Receipt);
/// assert!(schema["properties"]["total"].get(DEPRECATED_SINCE).is_none());
/// ```
pub const DEPRECATED_SINCE: &str = "x-deprecated-since";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::{super::schema_of, *};

    #[test]
    fn definitions_stand_in_the_order_in_which_the_schema_leads_to_them() {
        for document_type in DocumentType::ALL {
            let schema = schema_of(*document_type);
            let mut again = schema.clone();
            leave_out_unused(&mut again);
            assert_eq!(again.to_string(), schema.to_string(), "{}", document_type.code());
        }
    }

    // covers: REQ-SCH-026
    #[test]
    fn a_document_declares_its_version_and_those_within_it_an_earlier_one_too() {
        let declares = |keyword: &str, allowed: Value| json!({ "properties": { "standardVersion": { "type": "string", keyword: allowed, "title": "T" } } });
        let mut later = declares("const", json!("1.1"));
        later["$defs"] = json!({ "Inner": declares("enum", json!(["1.0", "1.1"])), "Other": declares("pattern", json!("[0-9]")) });
        let mut expected = declares("const", json!("1.0"));
        expected["$defs"] =
            json!({ "Inner": declares("const", json!("1.0")), "Other": declares("pattern", json!("[0-9]")) });
        declare(&mut later, Version::V1_0);
        assert_eq!(later.to_string(), expected.to_string());

        let mut of_several = json!({ "type": "string", "const": "1.1", "title": "T" });
        hold_to(of_several.as_object_mut().unwrap(), &[Version::V1_0, Version::V1_0]);
        assert_eq!(of_several.to_string(), r#"{"type":"string","enum":["1.0","1.0"],"title":"T"}"#);
    }

    #[test]
    fn an_example_in_rust_stays_out_of_the_schema() {
        for document_type in DocumentType::ALL {
            assert!(!schema_of(*document_type).to_string().contains("```"), "{}", document_type.code());
        }
    }

    #[test]
    fn what_came_later_is_left_out_with_all_that_only_it_needs() {
        let mut schema = json!({
            "properties": {
                "old": { "$ref": "#/$defs/Old" },
                "new": { "$ref": "#/$defs/New", "x-since": "1.1" },
                "gone": { "type": "boolean", "deprecated": true, "x-deprecated-since": "1.1" },
            },
            "required": ["old", "new"],
            "$defs": {
                "New": { "properties": { "inner": { "$ref": "#/$defs/Inner" } } },
                "Inner": { "type": "boolean" },
                "Old": { "properties": { "x-since": { "type": "boolean" } } },
            },
        });
        each_schema(&mut schema, &mut |members| leave_out_later(members, Version::V1_0));
        leave_out_unused(&mut schema);
        let expected = json!({
            "properties": { "old": { "$ref": "#/$defs/Old" }, "gone": { "type": "boolean" } },
            "required": ["old"],
            "$defs": { "Old": { "properties": { "x-since": { "type": "boolean" } } } },
        });
        assert_eq!(schema, expected);
    }
}
