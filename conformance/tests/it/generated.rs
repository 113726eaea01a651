//! Documents made at random of the schemas: each is of its schema, is read by its type, and is written again as it
//! was.
//!
//! As many as it takes to aim at each member of each type once by default, 20,000 in the project's own checks. For the
//! million: `TONGZHOU_DOCUMENTS=1000000 cargo test --release -p tongzhou-conformance --test it generated -- --nocapture`.
//! Printed are the members and codes that stood in the documents of each type; every member has to, and of 20,000
//! documents and more every code too.

use serde_json::Value;
use tongzhou::{
    code::{Code, lists::DocumentType},
    json,
    model::{self, Typed, Version},
    structure,
};
use tongzhou_conformance::{fixture::generator::Generator, random::Random};

// covers: REQ-VAL-015
#[test]
fn a_document_of_the_schema_is_read_and_written_again_as_it_was() {
    let mut random = Random::new(20_160_901);
    let mut generators: Vec<(Version, DocumentType, Generator)> = Version::ALL
        .iter()
        .flat_map(|version| DocumentType::ALL.iter().map(move |document_type| (*version, *document_type)))
        .filter_map(|(version, document_type)| {
            let schema = model::schema_in(document_type, version)?;
            Some((version, document_type, Generator::new(&schema).unwrap()))
        })
        .collect();
    let asked = std::env::var("TONGZHOU_DOCUMENTS").ok().and_then(|text| text.parse().ok());
    let round = generators.iter().map(|(.., generator)| generator.round()).max().unwrap_or_default();
    let count: usize = asked.unwrap_or(round * generators.len());
    let (mut longest, mut bytes) = (0, 0);
    for number in 0..count {
        let types = generators.len();
        let (version, document_type, generator) = &mut generators[number % types];
        let document = generator.document(&mut random);
        let text = match number % 5 {
            0 => serde_json::to_string_pretty(&document).unwrap(),
            _ => document.to_string(),
        };
        bytes += text.len();
        longest = longest.max(text.len());
        if let Err(fault) = same(*document_type, &generator.rewritten(&document), &text) {
            panic!("document {number}, of type {}: {fault}\n{document}", document_type.code());
        }
        for earlier in Version::ALL.iter().filter(|earlier| *earlier < version) {
            hold_to(*earlier, *document_type, document.clone());
        }
    }

    println!("{count} documents of {} types, {bytes} bytes, the longest {longest}", generators.len());
    for (version, document_type, generator) in &generators {
        let found = generator.coverage();
        println!(
            "{version} {}: {} of {} members and {} of {} codes",
            document_type.code(),
            found.members,
            found.of_members,
            found.codes,
            found.of_codes
        );
        assert_eq!(generator.missed(), Vec::<String>::new());
        assert!(count < 20_000 || found.codes == found.of_codes, "{}: codes missed", document_type.code());
    }
}

/// Reads and writes the text of a document, and reads what was written, which has to be `expected`.
fn same(document_type: DocumentType, expected: &Value, text: &str) -> Result<(), String> {
    if !structure::accepts(text) {
        return Err("its schema refuses it".to_owned());
    }
    let read = Typed::read(document_type, text).map_err(|fault| format!("its type refuses it: {fault}"))?;
    let written = serde_json::to_string(&read).map_err(|error| format!("it cannot be written: {error}"))?;
    let plain: Value =
        json::from_str(&written).map_err(|fault| format!("what is written is no JSON: {fault}"))?;
    if plain != *expected {
        return Err(format!("it is written otherwise at {}", difference(expected, &plain)));
    }
    match Typed::read(document_type, &written) {
        Ok(again) if again == read => Ok(()),
        Ok(_) => Err("what is written is read otherwise".to_owned()),
        Err(fault) => Err(format!("what is written is not read: {fault}")),
    }
}

/// A document that declares an earlier version is read exactly where the schema of that version accepts it.
fn hold_to(version: Version, document_type: DocumentType, mut document: Value) {
    document["standardVersion"] = version.text().into();
    let text = document.to_string();
    let read = Typed::read(document_type, &text).is_ok();
    assert_eq!(read, structure::accepts(&text), "as {version}: {text}");
}

/// Where two values first differ.
fn difference(one: &Value, other: &Value) -> String {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names = one.keys().chain(other.keys());
            let found = names.filter(|name| one.get(*name) != other.get(*name)).map(|name| {
                format!(
                    "/{name}{}",
                    difference(
                        one.get(name).unwrap_or(&Value::Null),
                        other.get(name).unwrap_or(&Value::Null)
                    )
                )
            });
            found.take(1).collect()
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate().filter(|(_, (one, other))| one != other);
            pairs.take(1).map(|(index, (one, other))| format!("/{index}{}", difference(one, other))).collect()
        }
        _ => String::new(),
    }
}
