#![allow(clippy::unwrap_used)]

use std::{collections::BTreeSet, fs, path::Path};

use super::*;
use crate::{
    code::Code,
    model::{Application, Typed, schema_of},
};

const OLD: Span = Span { since: Version::LOWEST, deprecated: Some(Version::LOWEST) };

/// As if these were deprecated; what is in no document stands between.
const TABLE: Table = Table {
    members: &[("Application", "illness", OLD), ("Child", "formerNames", OLD), ("Child", "other", OLD)],
    codes: &[("EthnicGroup", "han", OLD), ("sex", "male", OLD), ("urgency", "routine", OLD)],
};

fn application() -> Application<'static> {
    serde_json::from_str(
        r#"{"standard": "tongzhou", "standardVersion": "1.0", "documentType": "application",
            "applicationId": "0195d4a0-0000-7000-8000-000000000001", "createdOn": "2026-02-28",
            "child": {"name": "测", "formerNames": ["试"], "sex": "male", "ethnicGroup": "han"},
            "contacts": [], "illness": "病", "consentIds": [],
            "extensions": {"cn.example": {"illness": "病"}}}"#,
    )
    .unwrap()
}

// covers: REQ-VAL-013
#[test]
fn deprecated_members_and_codes_are_found_where_they_stand() {
    let found = TABLE.deprecated(DocumentType::Application, &application());
    let places: Vec<&str> = found.iter().map(|found| found.at.as_str()).collect();
    assert_eq!(places, ["/child/formerNames", "/child/sex", "/child/ethnicGroup", "/illness"]);
}

// covers: REQ-VAL-014
#[test]
fn the_lowest_version_is_that_of_the_latest_thing_in_the_document() {
    assert_eq!(TABLE.lowest(DocumentType::Application, &application()), Version::LOWEST);
    assert_eq!(lowest_version(DocumentType::Application, &application()), Version::LOWEST);
}

#[test]
fn the_table_is_in_order() {
    for rows in [table::TABLE.members, table::TABLE.codes, TABLE.members, TABLE.codes] {
        assert!(rows.is_sorted_by(|(a, b, _), (c, d, _)| (a, b) < (c, d)));
    }
}

/// The table names types as the schemas do; a walk has to meet them by the same names.
#[test]
fn a_walk_calls_types_members_and_codes_as_the_schemas_do() {
    struct Met(BTreeSet<(String, String)>);

    impl Visitor for Met {
        fn member(&mut self, object: &'static str, member: &'static str, _: &Trail) {
            self.0.insert((object.to_owned(), member.to_owned()));
        }

        fn code(&mut self, list: &'static str, code: &'static str, _: &Trail) {
            self.0.insert((list.to_owned(), code.to_owned()));
        }
    }

    for document_type in DocumentType::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("tests/it/documents/{}.json", document_type.code()));
        let text = fs::read_to_string(path).unwrap();
        let mut met = Met(BTreeSet::new());
        walk(*document_type, &Typed::read(*document_type, &text).unwrap(), &mut met);
        let schema = schema_of(*document_type);
        for (object, name) in met.0 {
            if object == Version::NAME {
                assert!(Version::known(&name).is_some(), "{name}");
                continue;
            }
            let known = match crate::code::list(&object) {
                Some(list) => list.row(&name).is_some(),
                None => {
                    let definition = &schema["$defs"][&object];
                    let definition = if definition.is_null() { &schema } else { definition };
                    let codes = definition["enum"].as_array().into_iter().flatten();
                    definition["properties"].get(&name).is_some()
                        || codes.into_iter().any(|code| *code == *name)
                }
            };
            assert!(known, "{}: {object} {name}", document_type.code());
        }
    }
}
