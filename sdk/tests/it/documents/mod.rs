//! The application, the receipt, the consent and the manifest: what their types and schemas take and refuse.

mod alliance;
mod alone;
mod of_a_case;

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::Validator;
use serde::Serialize;
use serde_json::{Map, Value, json};
use tongzhou::{
    json::{self, Fault},
    model::{Application, Consent, Manifest, Receipt, schema},
};

/// One type of document with a complete example.
struct Case {
    name: &'static str,
    full: Value,
    /// The members without which there is no document.
    required: &'static [&'static str],
    /// Texts of the example in plain ASCII that tell of a person; all other scripts are taken to.
    personal: &'static [&'static str],
    schema: Value,
    validator: Validator,
    /// Reads a document and writes it again; `None` if it is refused.
    again: fn(&str) -> Option<Value>,
    debug: fn(&str) -> String,
}

fn application() -> Case {
    case::<Application<'static>>(
        "application",
        include_str!("application.json"),
        &[
            "standard",
            "standardVersion",
            "documentType",
            "applicationId",
            "createdOn",
            "child",
            "contacts",
            "illness",
            "consentIds",
        ],
        &[
            "110101",
            "440106",
            "EX000017",
            "1390000",
            "010-0000",
            "2015-06-",
            "1985-01-01",
            "2018-02-03",
            "2024-03-04",
            "2025-",
            "2026-",
            "-77-",
            ".77",
            "C91.000",
            "M9835",
            "leukaemia",
            "illness-of-child",
            "0000000000025",
            "62170000",
        ],
        |text| again(json::from_str::<Application<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Application<'_>>(text).unwrap()),
    )
}

fn receipt() -> Case {
    case::<Receipt<'static>>(
        "receipt",
        include_str!("receipt.json"),
        &["standard", "standardVersion", "documentType", "receiptId", "kind"],
        &[
            "44060226",
            "0000000123",
            "itykbi",
            "26440000000000000001",
            "044002600011",
            "3210000000-62206044",
            "YW-0001",
            "2026-03-09",
            "15:20:00",
            "1211000040000000XT",
            "9550880000000001",
            "********",
            "MZ77001",
            "BL77002",
            "ZY77003",
            "2026-02-1",
            "22.5",
            "C91.000",
            "YB*",
            "440106",
            "00.00",
            "77.05",
            "JS88001",
            "JZ88002",
            "4401*",
            "YYJS88004",
            "M00500",
            "JS88005",
            "CY99001",
        ],
        |text| again(json::from_str::<Receipt<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Receipt<'_>>(text).unwrap()),
    )
}

fn consent() -> Case {
    case::<Consent<'static>>(
        "consent",
        include_str!("consent.json"),
        &[
            "standard",
            "standardVersion",
            "documentType",
            "consentId",
            "givenBy",
            "recipient",
            "purpose",
            "dataClasses",
            "notice",
            "signedOn",
            "form",
        ],
        &[
            "2015-06-01",
            "********",
            "+86 10",
            "privacy@",
            "+1 000",
            "lab@",
            "840",
            "BA-2026",
            "2027-02-28",
            "ZS0001",
        ],
        |text| again(json::from_str::<Consent<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Consent<'_>>(text).unwrap()),
    )
}

fn manifest() -> Case {
    case::<Manifest<'static>>(
        "manifest",
        include_str!("manifest.json"),
        &["standard", "standardVersion", "documentType", "packageId", "root", "createdAt", "entries"],
        &[],
        |text| again(json::from_str::<Manifest<'_>>(text)),
        |text| format!("{:?}", json::from_str::<Manifest<'_>>(text).unwrap()),
    )
}

fn case<T: schemars::JsonSchema>(
    name: &'static str,
    full: &str,
    required: &'static [&'static str],
    personal: &'static [&'static str],
    again: fn(&str) -> Option<Value>,
    debug: fn(&str) -> String,
) -> Case {
    let schema = schema::of::<T>(name);
    let validator = jsonschema::validator_for(&schema).unwrap();
    Case {
        name,
        full: serde_json::from_str(full).unwrap(),
        required,
        personal,
        schema,
        validator,
        again,
        debug,
    }
}

fn again<T: Serialize>(read: Result<T, Fault>) -> Option<Value> {
    Some(serde_json::to_value(read.ok()?).unwrap())
}

fn cases() -> Vec<Case> {
    let of_packages = [application(), receipt(), consent(), manifest()];
    let of_the_alliance = [alliance::member(), alliance::directory()];
    of_packages.into_iter().chain(of_a_case::cases()).chain(alone::cases()).chain(of_the_alliance).collect()
}

impl Case {
    /// The example cut down to what is required, at every depth.
    fn minimal(&self) -> Value {
        let mut value = self.full.clone();
        cut(&self.schema, &self.schema, &mut value);
        value
    }

    fn is_read(&self, value: &Value) -> bool {
        (self.again)(&value.to_string()).is_some()
    }
}

/// The schema that `schema` stands for.
fn resolve<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap(),
        None => schema,
    }
}

fn cut(root: &Value, schema: &Value, value: &mut Value) {
    let schema = resolve(root, schema);
    match value {
        Value::Object(members) => {
            let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
            members.retain(|name, _| required.contains(&json!(name)));
            for (name, member) in members {
                cut(root, &schema["properties"][name], member);
            }
        }
        Value::Array(elements) => {
            elements.iter_mut().for_each(|element| cut(root, &schema["items"], element))
        }
        _ => {}
    }
}

/// Adds to `seen` which members of which definition `value` shows.
fn show(root: &Value, schema: &Value, value: &Value, seen: &mut BTreeMap<String, BTreeSet<String>>) {
    let resolved = resolve(root, schema);
    match value {
        Value::Object(members) if resolved.get("properties").is_some() => {
            let name =
                schema.get("$ref").map_or("#".to_owned(), |reference| reference.as_str().unwrap().to_owned());
            seen.entry(name).or_default().extend(members.keys().cloned());
            for (name, member) in members {
                show(root, &resolved["properties"][name], member, seen);
            }
        }
        Value::Array(elements) => {
            elements.iter().for_each(|element| show(root, &resolved["items"], element, seen))
        }
        _ => {}
    }
}

/// The JSON Pointers into `value`, one for each member of each definition; nothing inside extensions.
fn places(case: &Case) -> Vec<String> {
    fn walk(
        root: &Value,
        schema: &Value,
        name: &str,
        value: &Value,
        at: &str,
        found: &mut Vec<(String, String)>,
    ) {
        let name = schema.get("$ref").and_then(Value::as_str).unwrap_or(name);
        let schema = resolve(root, schema);
        let inner: Vec<(String, String, &Value, &Value)> = match value {
            Value::Object(members) if schema.get("properties").is_some() => members
                .iter()
                .map(|(member, value)| {
                    (format!("{name} {member}"), member.clone(), &schema["properties"][member], value)
                })
                .collect(),
            Value::Array(elements) => elements
                .iter()
                .enumerate()
                .map(|(index, value)| (format!("{name} []"), index.to_string(), &schema["items"], value))
                .collect(),
            _ => Vec::new(),
        };
        for (name, step, schema, value) in inner {
            let at = format!("{at}/{step}");
            if found.iter().all(|(seen, _)| *seen != name) {
                found.push((name.clone(), at.clone()));
            }
            walk(root, schema, &name, value, &at, found);
        }
    }
    let mut found = Vec::new();
    walk(&case.schema, &case.schema, "#", &case.full, "", &mut found);
    found.into_iter().map(|(_, at)| at).collect()
}

fn strings<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(elements) => elements.iter().for_each(|element| strings(element, found)),
        Value::Object(members) => members.values().for_each(|member| strings(member, found)),
        _ => {}
    }
}

#[test]
fn a_complete_document_and_a_bare_one_come_back_as_they_were() {
    for case in cases() {
        for value in [&case.full, &case.minimal()] {
            if let Some(error) = case.validator.iter_errors(value).next() {
                panic!("{}: {} {}", case.name, error.instance_path(), error);
            }
            assert_eq!((case.again)(&value.to_string()).as_ref(), Some(value), "{}", case.name);
        }
    }
}

#[test]
fn only_few_members_are_required() {
    for case in cases() {
        let minimal = case.minimal();
        let names: BTreeSet<&str> = minimal.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, case.required.iter().copied().collect(), "{}", case.name);
        for name in case.required {
            let mut without = minimal.clone();
            without.as_object_mut().unwrap().remove(*name);
            assert!(!case.is_read(&without) && !case.validator.is_valid(&without), "{}: {name}", case.name);
        }
    }
}

#[test]
fn the_complete_examples_show_every_member() {
    for case in cases() {
        let mut seen = BTreeMap::new();
        show(&case.schema, &case.schema, &case.full, &mut seen);
        let none = Map::new();
        let definitions = case.schema.get("$defs").and_then(Value::as_object).unwrap_or(&none);
        let all = definitions.iter().map(|(name, schema)| (format!("#/$defs/{name}"), schema));
        for (name, schema) in all.chain([("#".to_owned(), &case.schema)]) {
            let Some(properties) = schema.get("properties").and_then(Value::as_object) else { continue };
            let declared: BTreeSet<String> = properties.keys().cloned().collect();
            assert_eq!(seen.get(&name), Some(&declared), "{} {name}", case.name);
        }
    }
}

#[test]
fn debug_output_names_nobody() {
    for case in cases() {
        let debug = (case.debug)(&case.full.to_string());
        let mut found = Vec::new();
        strings(&case.full, &mut found);
        for text in found.into_iter().filter(|text| !text.is_ascii()).chain(case.personal.iter().copied()) {
            assert!(!debug.contains(text), "{}: {text} shows in {debug}", case.name);
        }
    }
}

#[test]
fn members_nobody_defined_are_refused_at_every_depth() {
    for case in cases() {
        for place in
            std::iter::once(String::new()).chain(places(&case)).filter(|place| place != "/extensions")
        {
            let mut value = case.full.clone();
            let Some(Value::Object(members)) = value.pointer_mut(&place) else { continue };
            members.insert("madeUp".to_owned(), json!("x"));
            assert!(!case.is_read(&value) && !case.validator.is_valid(&value), "{}{place}", case.name);
        }
    }
}

/// What the types read is what the schema takes.
#[test]
fn types_and_schema_agree_on_every_member_replaced() {
    let others = [
        json!(true),
        json!(0),
        json!(-1),
        json!(3.0),
        json!(1.5),
        json!(9_007_199_254_740_992_u64),
        json!(1e300),
        json!(""),
        json!("x"),
        json!("1.00"),
        json!("2026-01-01"),
        json!("other"),
        json!("一"),
        json!("长".repeat(600)),
        json!([]),
        json!(["x"]),
        json!({}),
        json!({ "name": "x" }),
    ];
    for case in cases() {
        let minimal = case.minimal();
        for place in &places(&case) {
            // The rest of the document says nothing about this place and takes time to read.
            let top = place.split('/').nth(1).unwrap();
            let mut base = minimal.clone();
            base[top] = case.full[top].clone();
            for other in &others {
                let mut value = base.clone();
                *value.pointer_mut(place).unwrap() = other.clone();
                assert_eq!(
                    case.is_read(&value),
                    case.validator.is_valid(&value),
                    "{}{place} = {other}",
                    case.name
                );
            }
            *base.pointer_mut(place).unwrap() = Value::Null;
            assert!(!case.is_read(&base) && !case.validator.is_valid(&base), "{}{place} = null", case.name);
        }
    }
}

#[test]
fn lists_end_where_the_schema_ends_them() {
    let case = manifest();
    for (count, taken) in [(2_000, true), (2_001, false)] {
        let mut value = case.full.clone();
        value["entries"] = vec![case.full["entries"][0].clone(); count].into();
        assert_eq!(
            (case.is_read(&value), case.validator.is_valid(&value)),
            (taken, taken),
            "{count} entries"
        );
    }
}
