//! Every mechanism of the sources has its members, and every member that the table names is in its schema.

use tongzhou::{
    code::{Code, lists::DocumentType},
    model,
};

use crate::{documents::leads, kept::repository};

/// How many mechanisms each of the five sources has.
const MECHANISMS: [usize; 5] = [28, 24, 14, 8, 22];

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
            let (document_type, pointer) = member.split_once(":/").unwrap_or_else(|| panic!("{member}"));
            named += 1;
            match DocumentType::from_code(document_type) {
                Some(document_type) if has_member(document_type, pointer) => {}
                _ => missing.push(member.to_owned()),
            }
        }
    }
    assert!(named > 150, "{named} members are named");
    assert!(missing.is_empty(), "in no schema: {}", missing.join(", "));
}

/// Whether documents of this type can have a member there.
fn has_member(document_type: DocumentType, pointer: &str) -> bool {
    let schema = model::schema_of(document_type);
    leads(&schema, &schema, &pointer.split('/').collect::<Vec<_>>())
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
