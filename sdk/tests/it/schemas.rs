//! The published schemas are those of the types, speak both languages, and stay in the subset that every
//! JSON Schema engine reads alike.

use std::{collections::BTreeSet, fs, path::Path};

use expect_test::expect_file;
use serde_json::{Map, Value};
use tongzhou::{
    code::{Code, Kind, all_lists, lists::DocumentType},
    model::{
        Version,
        schema::{DEPRECATED_SINCE, SINCE},
        schema_in, schema_of,
    },
};

/// Of a released version only the words may have become better since.
#[test]
fn the_published_schemas_are_made_from_the_types() {
    for (version, document_type, schema) in published() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../schema/v{version}"));
        let path = folder.join(format!("{}.schema.json", document_type.code()));
        if folder.join("SHA256SUMS").exists() {
            let released: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            assert_eq!(shape(released), shape(schema), "{version} is released: {}", document_type.code());
        } else {
            fs::create_dir_all(&folder).unwrap();
            expect_file![path].assert_eq(&(serde_json::to_string_pretty(&schema).unwrap() + "\n"));
        }
    }
}

#[test]
fn every_published_schema_is_embedded() {
    let mut text =
        "//! Generated from the schemas of the versions; the test that reads them rewrites it under `UPDATE_EXPECT=1`.\n\n\
        /// The schema of every document type in every version: the version, the type and the JSON Schema text, by version\n\
        /// and type.\n\
        #[rustfmt::skip]\npub const SCHEMAS: &[(&str, &str, &str)] = &[\n"
            .to_owned();
    let mut names: Vec<_> =
        published().map(|(version, document_type, _)| (version, document_type.code())).collect();
    names.sort_unstable();
    for (version, name) in &names {
        text += &format!(
            "    (\"{version}\", \"{name}\", include_str!(\"../v{version}/{name}.schema.json\")),\n"
        );
    }
    text += "];\n";
    expect_file!["../../../schema/src/schemas.rs"].assert_eq(&text);
    for (version, name, schema) in tongzhou_schema::SCHEMAS {
        let schema: Value = serde_json::from_str(schema).unwrap();
        assert_eq!(schema["properties"]["documentType"]["const"], *name);
        assert_eq!(schema["properties"]["standardVersion"]["const"], *version);
        assert_eq!(schema["$id"], format!("urn:tongzhou:schema:{version}:{name}").as_str());
    }
}

/// Which version brought what is written for the SDK from what the types and the codelists say.
#[test]
fn the_table_of_later_members_and_codes_is_up_to_date() {
    let mut members = BTreeSet::new();
    for document_type in DocumentType::ALL {
        let schema = schema_of(*document_type);
        let root = pascal_case(document_type.code());
        let definitions = entries(&schema, "$defs").map(|(name, inner)| (name.as_str(), inner));
        for (object, definition) in definitions.chain([(root.as_str(), &schema)]) {
            for (member, property) in entries(definition, "properties") {
                let text = |keyword: &str| property.get(keyword).and_then(Value::as_str);
                members.extend(row(object, member, text(SINCE), text(DEPRECATED_SINCE)));
            }
        }
    }
    let codes: BTreeSet<String> = all_lists()
        .flat_map(|list| {
            let name = match list.kind() {
                Kind::Closed => list.name().to_owned(),
                Kind::Open => pascal_case(list.name()),
            };
            list.rows()
                .iter()
                .filter_map(move |code| row(&name, code.code(), Some(code.since()), code.deprecated_since()))
        })
        .collect();
    let text = format!(
        "//! Generated from the types and `schema/codelists/`; the test that reads them rewrites it under `UPDATE_EXPECT=1`.\n\n\
         use super::Table;\n\n\
         /// What was added after the lowest version, and what is deprecated.\n\
         #[rustfmt::skip]\npub(super) const TABLE: Table = Table {{\n    members: &[\n{}    ],\n    codes: &[\n{}    ],\n}};\n",
        String::from_iter(members),
        String::from_iter(codes),
    );
    expect_file!["../../src/model/history/table.rs"].assert_eq(&text);
}

/// The row of what is not simply of every version.
fn row(one: &str, other: &str, since: Option<&str>, deprecated: Option<&str>) -> Option<String> {
    let variant = |text: &str| {
        let version = Version::known(text).unwrap_or_else(|| panic!("{one} {other} is of no version"));
        format!("super::Version::V{}_{}", version.number().major(), version.number().minor())
    };
    let since = since.unwrap_or(Version::LOWEST.text());
    let later = since != Version::LOWEST.text() || deprecated.is_some();
    let deprecated = deprecated.map_or("None".to_owned(), |text| format!("Some({})", variant(text)));
    later.then(|| {
        format!(
            "        (\"{one}\", \"{other}\", super::Span {{ since: {}, deprecated: {deprecated} }}),\n",
            variant(since)
        )
    })
}

fn pascal_case(code: &str) -> String {
    code.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// The schema without its words for people and its remarks on versions.
fn shape(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(members) => {
            // A member may be called like a keyword; what it is then is an object.
            members.retain(|keyword, inner| {
                let words = ["title", "description", "x-zh-CN", "deprecated", SINCE, DEPRECATED_SINCE];
                !(words.contains(&keyword.as_str()) && (!inner.is_object() || keyword == "x-zh-CN"))
            });
            members.values_mut().for_each(|inner| *inner = shape(inner.take()));
        }
        Value::Array(elements) => elements.iter_mut().for_each(|inner| *inner = shape(inner.take())),
        _ => {}
    }
    schema
}

/// The schema of every type in every version that has it.
fn published() -> impl Iterator<Item = (Version, DocumentType, Value)> {
    Version::ALL.iter().flat_map(|version| {
        DocumentType::ALL.iter().filter_map(move |document_type| {
            Some((*version, *document_type, schema_in(*document_type, *version)?))
        })
    })
}

#[test]
fn each_schema_carries_its_own_name_and_refers_to_itself_alone() {
    for (name, schema) in schemas() {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert_eq!(schema["$id"], format!("urn:tongzhou:schema:{}:{name}", Version::latest()).as_str());
        assert_eq!(schema["properties"]["documentType"]["const"], name);
        each_object(&schema, name, &mut |members, place| {
            if let Some(reference) = members.get("$ref") {
                let defined = reference
                    .as_str()
                    .and_then(|reference| reference.strip_prefix("#/$defs/"))
                    .is_some_and(|target| schema["$defs"].get(target).is_some());
                assert!(defined, "{place} refers to {reference}");
            }
        });
    }
}

#[test]
fn every_definition_and_property_is_explained_in_both_languages() {
    for (name, schema) in schemas() {
        explained(&schema, true, name);
        for (definition, inner) in entries(&schema, "$defs") {
            let place = format!("{name} $defs {definition}");
            let is_object = inner["type"] == "object";
            explained(inner, is_object, &place);
            for (property, inner) in entries(inner, "properties") {
                explained(inner, true, &format!("{place} {property}"));
            }
        }
        for (property, inner) in entries(&schema, "properties") {
            explained(inner, true, &format!("{name} {property}"));
        }
    }
}

#[test]
fn every_object_is_closed_and_every_list_and_text_is_bounded() {
    for (name, schema) in schemas() {
        each_object(&schema, name, &mut |members, place| {
            let has = |keyword: &str| members.contains_key(keyword);
            match members.get("type").and_then(Value::as_str) {
                Some("object") if has("propertyNames") => assert!(has("maxProperties"), "{place}"),
                Some("object") => {
                    assert_eq!(members.get("additionalProperties"), Some(&false.into()), "{place}")
                }
                Some("array") => assert!(has("maxItems") && has("items"), "{place}"),
                Some("string") => assert!(has("maxLength") || has("enum") || has("const"), "{place}"),
                Some("integer") => assert!(has("minimum") && has("maximum"), "{place}"),
                _ => {}
            }
        });
    }
}

#[test]
fn no_schema_offers_null_alternatives_defaults_or_formats() {
    for (name, schema) in schemas() {
        each_object(&schema, name, &mut |members, place| {
            for keyword in ["oneOf", "anyOf", "allOf", "format", "default", "nullable"] {
                assert!(!members.contains_key(keyword), "{place} has {keyword}");
            }
            assert!(!matches!(members.get("type"), Some(Value::Array(_))), "{place} has several types");
        });
    }
}

#[test]
fn patterns_are_anchored_and_use_ascii_classes() {
    for (name, schema) in schemas() {
        each_object(&schema, name, &mut |members, place| {
            let Some(pattern) = members.get("pattern").and_then(Value::as_str) else { return };
            assert!(pattern.starts_with('^') && pattern.ends_with('$'), "{place}: {pattern}");
            for class in ["\\d", "\\w", "\\s", "\\p", "\\b", "(?"] {
                assert!(!pattern.contains(class), "{place}: {pattern}");
            }
            assert!(members.contains_key("maxLength"), "{place}: a pattern without a length");
        });
    }
}

fn schemas() -> impl Iterator<Item = (&'static str, Value)> {
    assert!(!DocumentType::ALL.is_empty());
    DocumentType::ALL.iter().map(|document_type| (document_type.code(), schema_of(*document_type)))
}

/// Asserts that `schema` has a title in both languages, and a description too where `described`.
fn explained(schema: &Value, described: bool, place: &str) {
    for keyword in ["title", "description"].into_iter().take(if described { 2 } else { 1 }) {
        let english = schema[keyword].as_str().unwrap_or_default();
        let chinese = schema["x-zh-CN"][keyword].as_str().unwrap_or_default();
        let letters = english.chars().filter(char::is_ascii_alphabetic).count();
        assert!(letters > 1 && letters * 2 > english.chars().count(), "{place}: {keyword} in English");
        assert!(
            chinese.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)),
            "{place}: {keyword} in Chinese"
        );
        assert!(
            !english.contains(" · ") && !english.contains("\n\n"),
            "{place}: the languages are not apart"
        );
    }
}

/// The members of the object `keyword` of `schema`.
fn entries<'s>(schema: &'s Value, keyword: &str) -> impl Iterator<Item = (&'s String, &'s Value)> {
    schema.get(keyword).and_then(Value::as_object).into_iter().flatten()
}

/// Calls `check` on every schema inside `schema`, with a place for messages; the maps of `properties` and
/// `$defs` are no schemas.
fn each_object(schema: &Value, place: &str, check: &mut impl FnMut(&Map<String, Value>, &str)) {
    match schema {
        Value::Object(members) => {
            check(members, place);
            for (keyword, inner) in members {
                let place = format!("{place}/{keyword}");
                match (keyword.as_str(), inner) {
                    ("properties" | "$defs", Value::Object(named)) => named
                        .iter()
                        .for_each(|(name, inner)| each_object(inner, &format!("{place}/{name}"), check)),
                    _ => each_object(inner, &place, check),
                }
            }
        }
        Value::Array(elements) => elements.iter().for_each(|inner| each_object(inner, place, check)),
        _ => {}
    }
}
