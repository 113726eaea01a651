//! Every mechanism of the sources has its members, and every member that the table names is in its schema.

use serde_json::Value;
use tongzhou::{
    code::{Code, lists::DocumentType},
    model,
};

use crate::kept::repository;

/// How many mechanisms each of the five sources has.
const MECHANISMS: [usize; 5] = [28, 24, 14, 8, 22];

/// Documents of the table that this version of the program does not have yet.
const AWAITED: &[&str] =
    &["aid-record", "decision", "directory", "economic-verification", "member", "referral", "suspicion"];

#[test]
fn every_source_has_a_row_for_each_of_its_mechanisms() {
    let page = page();
    let sections: Vec<&str> = page.split("\n## ").skip(1).collect();
    let rows: Vec<usize> = sections.iter().map(|section| mechanisms(section).count()).collect();
    assert_eq!(rows, MECHANISMS);
}

#[test]
fn every_member_that_the_table_names_is_in_its_schema() {
    let (mut named, mut missing) = (0, Vec::new());
    for row in page().split("\n## ").skip(1).flat_map(mechanisms).collect::<Vec<_>>() {
        let members: Vec<&str> = row.split('`').skip(1).step_by(2).collect();
        assert!(!members.is_empty(), "no member: {row}");
        for member in members {
            let (document_type, pointer) = member.split_once(": /").unwrap_or_else(|| panic!("{member}"));
            named += 1;
            match DocumentType::from_code(document_type) {
                Some(document_type) if has(&model::schema_of(document_type), pointer) => {}
                None if AWAITED.contains(&document_type) => {}
                _ => missing.push(member.to_owned()),
            }
        }
    }
    assert!(named > 150, "{named} members are named");
    assert!(missing.is_empty(), "in no schema: {}", missing.join(", "));
}

/// Whether documents of this schema can have a member there; lists are passed through.
fn has(root: &Value, pointer: &str) -> bool {
    let mut schema = root;
    for step in pointer.split('/') {
        schema = &inside(root, schema)["properties"][step];
        if schema.is_null() {
            return false;
        }
    }
    true
}

/// The object behind references and lists.
fn inside<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    if let Some(reference) = schema["$ref"].as_str() {
        return inside(root, root.pointer(reference.trim_start_matches('#')).unwrap());
    }
    if schema["type"] == "array" { inside(root, &schema["items"]) } else { schema }
}

/// The rows of a table without its head.
fn mechanisms(section: &str) -> impl Iterator<Item = String> {
    let rows: Vec<String> =
        section.lines().filter(|line| line.starts_with("| ")).map(str::to_owned).collect();
    rows.into_iter().skip(1)
}

fn page() -> String {
    std::fs::read_to_string(repository().path("docs/spec/coverage-of-sources.md")).unwrap()
}
