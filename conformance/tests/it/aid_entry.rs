//! What the registry holds has no room for anything that tells who somebody is.

use std::collections::BTreeSet;

use serde_json::Value;
use tongzhou::{code::lists::DocumentType, model};

// covers: REQ-AEN-009
#[test]
fn no_member_of_an_aid_entry_has_room_for_words_amounts_or_days() {
    let schema = model::schema_of(DocumentType::AidEntry);
    let shapes: BTreeSet<&str> = schema["$defs"].as_object().unwrap().keys().map(String::as_str).collect();
    let codes = ["AidStatus", "EntryClass", "TokenKind", "TokenSuite"];
    let shapes_without_words = ["Month", "OrganisationCode", "Sha256", "Uuid7"];
    let expected: BTreeSet<&str> =
        codes.into_iter().chain(shapes_without_words).chain(["EntryToken"]).collect();
    assert_eq!(shapes, expected);
    assert!(schema["properties"].get("extensions").is_none());
    // Texts stand in the definitions above only, and the one number is that of an epoch.
    for object in [&schema, &schema["$defs"]["EntryToken"]] {
        for (name, property) in object["properties"].as_object().unwrap() {
            let plain = property.get("$ref").is_some()
                || property.get("const").is_some()
                || property["type"] == "array"
                || (name == "epoch" && property["type"] == "integer");
            assert!(plain, "{name} has room for something else: {property}");
        }
    }
    assert_eq!(schema["properties"]["tokens"]["items"], Value::from_iter([("$ref", "#/$defs/EntryToken")]));
}
