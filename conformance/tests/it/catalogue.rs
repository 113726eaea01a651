//! The catalogue of programmes: sound, taken from published pages, and telling of each term where it stands.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use tongzhou::{
    code::lists::{Rung, Severity},
    validate::{self, Answer, Options},
};
use tongzhou_conformance::fixture::example::AS_OF;

use crate::kept;

#[test]
fn every_programme_of_the_folder_is_embedded() {
    let mut text =
        "//! Generated from `programmes/`; the test that reads it rewrites it under `UPDATE_EXPECT=1`.\n\n\
        /// The programmes of the catalogue: the id and the JSON text, by id.\n\
        #[rustfmt::skip]\npub const PROGRAMMES: &[(&str, &str)] = &[\n"
            .to_owned();
    for id in ids() {
        text += &format!("    (\"{id}\", include_str!(\"../programmes/{id}.json\")),\n");
    }
    kept::file("schema/src/programmes.rs", &(text + "];\n"));
}

#[test]
fn every_programme_is_sound_and_bears_the_name_of_its_file() {
    let options = Options::on(AS_OF.parse().unwrap());
    for (id, text) in tongzhou_schema::PROGRAMMES {
        let checked = validate::document(text.as_bytes(), &options);
        let said: Vec<_> = checked
            .findings
            .iter()
            .filter(|placed| placed.finding.rule.severity != Severity::Info)
            .map(|placed| (placed.finding.rule.code, placed.pointer.as_ref().map(ToString::to_string)))
            .collect();
        assert_eq!(said, [], "{id}");
        assert_eq!((checked.answer(), checked.rung), (Answer::Sound, Some(Rung::Consistent)), "{id}");
        let programme: Value = serde_json::from_str(text).unwrap();
        assert_eq!(programme["programmeId"], *id);
    }
}

// covers: REQ-PRG-052
#[test]
fn every_programme_is_illustrative_and_each_of_its_terms_has_a_dated_source() {
    for (id, text) in tongzhou_schema::PROGRAMMES {
        let programme: Value = serde_json::from_str(text).unwrap();
        assert_eq!(programme["illustrative"], true, "{id}");
        let dated: BTreeSet<&str> = programme["sources"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|source| source["date"].is_string() && source["reference"].is_string())
            .map(|source| source["id"].as_str().unwrap())
            .collect();
        assert!(dated.contains(programme["eligibility"]["source"].as_str().unwrap()), "{id} eligibility");
        for list in ["periods", "requiredDocuments", "awards", "limits", "steps", "funding"] {
            for (index, term) in programme[list].as_array().into_iter().flatten().enumerate() {
                let source = term["source"].as_str().unwrap_or_else(|| panic!("{id} {list} {index}"));
                assert!(dated.contains(source), "{id} {list} {index}");
            }
        }
    }
}

fn ids() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/programmes");
    fs::read_dir(folder)
        .unwrap()
        .map(|item| item.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}
