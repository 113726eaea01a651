//! What the documents of the project point at is there.

use std::path::Path;

use serde_json::Value;
use tongzhou::rules;
use tongzhou_conformance::{repository::TextFile, requirement};

use crate::kept::repository;

fn documents() -> Vec<TextFile> {
    repository().texts("", &[".md"]).unwrap()
}

#[test]
fn every_link_to_a_file_leads_somewhere() {
    let mut dead = Vec::new();
    for file in documents() {
        let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
        for target in outside_fences(&file.text).split("](").skip(1) {
            let target = target.split([')', '#']).next().unwrap_or_default();
            if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if !repository().path("").join(folder).join(target).exists() {
                dead.push(format!("{}: {target}", file.path));
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[test]
fn the_programs_that_guides_show_are_the_examples_that_are_run() {
    let (mut whole, mut parts) = (0, 0);
    for file in documents() {
        for block in file.text.split("<!-- sdk/examples/").skip(1) {
            let (name, rest) = block.split_once(" -->\n```rust\n").unwrap();
            let (program, _) = rest.split_once("\n```").unwrap();
            if let Some(name) = name.strip_suffix(", in part") {
                assert!(
                    format!("\n{}", example(name)).contains(&format!("\n{program}\n")),
                    "{}: {name} has no such part:\n{program}",
                    file.path
                );
                parts += 1;
            } else {
                assert_eq!(program, example(name).trim_end(), "{}: {name}", file.path);
                whole += 1;
            }
        }
    }
    assert_eq!((whole, parts), (4, 6), "two programs and three parts of another, in two languages");
}

#[test]
fn the_two_programs_of_the_short_start_are_under_sixty_lines_together() {
    let lines = |name| example(name).lines().filter(|line| !line.trim().is_empty()).count();
    assert!(lines("send.rs") + lines("receive.rs") < 60);
}

#[test]
fn every_rule_and_requirement_that_is_named_exists() {
    let trace = crate::requirements::trace();
    let mut unknown = Vec::new();
    // What the pages of the rules cite is for the trace of requirements.
    for file in documents().into_iter().filter(|file| !file.path.starts_with("docs/rules/")) {
        for word in outside_fences(&file.text).split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
            let known = if requirement::is_id(word) {
                trace.find(word).is_some()
            } else if word.starts_with("TZ-") && word.len() == 10 {
                rules::find(word).is_some()
            } else {
                continue;
            };
            if !known {
                unknown.push(format!("{}: {word}", file.path));
            }
        }
    }
    unknown.dedup();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn every_field_that_the_law_table_names_is_in_its_schema() {
    let law = std::fs::read_to_string(repository().path("docs/law.md")).unwrap();
    let mut named = 0;
    let mut missing = Vec::new();
    for code in law.split('`').skip(1).step_by(2) {
        let Some((document, pointer)) = code.split_once(":/") else { continue };
        named += 1;
        let path = repository().path(&format!("schema/v1.0/{document}.schema.json"));
        let schema = std::fs::read(path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let steps: Vec<&str> = pointer.split('/').collect();
        if !schema.is_some_and(|schema: Value| leads(&schema, &schema, &steps)) {
            missing.push(code);
        }
    }
    assert!(named > 0, "docs/law.md names no field");
    assert!(missing.is_empty(), "no such field: {missing:#?}");
}

#[test]
fn every_excerpt_in_the_standard_is_of_a_shipped_example() {
    let examples: Vec<Value> = repository()
        .texts("schema/v1.0/examples", &[".json"])
        .unwrap()
        .iter()
        .map(|file| serde_json::from_str(&file.text).unwrap())
        .collect();
    let mut invented = Vec::new();
    for page in repository().spec_pages().unwrap() {
        for block in page.text.split("```json\n").skip(1) {
            let block = block.split("```").next().unwrap_or_default();
            let known = serde_json::from_str(block)
                .is_ok_and(|excerpt: Value| examples.iter().any(|example| has(example, &excerpt)));
            if !known {
                invented.push(format!("docs/spec/{}:\n{block}", page.path));
            }
        }
    }
    assert!(invented.is_empty(), "{}", invented.join("\n"));
}

/// Whether `excerpt` is a part of `whole`, or of a value somewhere inside it.
fn has(whole: &Value, excerpt: &Value) -> bool {
    let inside = match whole {
        Value::Array(elements) => elements.iter().any(|element| has(element, excerpt)),
        Value::Object(members) => members.values().any(|member| has(member, excerpt)),
        _ => false,
    };
    inside || is_part(whole, excerpt)
}

/// Whether every member and element of `excerpt` stands at the same place of `whole`, elements in order.
fn is_part(whole: &Value, excerpt: &Value) -> bool {
    match (whole, excerpt) {
        (Value::Object(whole), Value::Object(excerpt)) => {
            excerpt.iter().all(|(name, part)| whole.get(name).is_some_and(|value| is_part(value, part)))
        }
        (Value::Array(whole), Value::Array(excerpt)) => {
            let mut rest = whole.iter();
            excerpt.iter().all(|part| rest.any(|value| is_part(value, part)))
        }
        _ => whole == excerpt,
    }
}

/// Whether a value of this schema can have a member at these steps; `*` is any element of an array.
pub(crate) fn leads(root: &Value, schema: &Value, steps: &[&str]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let referred = schema["$ref"].as_str().and_then(|name| root.pointer(name.trim_start_matches('#')));
    if referred.is_some_and(|target| leads(root, target, steps)) {
        return true;
    }
    let inner = if *step == "*" { schema.get("items") } else { schema["properties"].get(step) };
    inner.is_some_and(|inner| leads(root, inner, rest))
        || ["oneOf", "anyOf", "allOf"]
            .iter()
            .any(|of| schema[of].as_array().is_some_and(|all| all.iter().any(|one| leads(root, one, steps))))
}

/// An example of the library.
fn example(name: &str) -> String {
    std::fs::read_to_string(repository().path("sdk/examples").join(name)).unwrap()
}

/// The text without its fenced blocks.
fn outside_fences(text: &str) -> String {
    text.split("```").step_by(2).collect()
}
