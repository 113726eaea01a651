//! Whatever is done to a document: where its schema refuses it, something is said, and nothing where it accepts.

use std::sync::LazyLock;

use quickcheck::{Arbitrary, Gen, QuickCheck};
use serde_json::{Map, Value, json};
use tongzhou::{finding::FindingOutcome, json as strict, structure};

use super::{APPLICATION, check, of_the_stages};

/// The documents that are changed.
static DOCUMENTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let folder = [
        APPLICATION,
        include_str!("../documents/application.json"),
        include_str!("../documents/receipt.json"),
        include_str!("../documents/consent.json"),
        include_str!("../documents/manifest.json"),
    ];
    folder.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
});

/// Changes to one of the documents, or to its bytes.
#[derive(Clone, Debug)]
struct Changed {
    document: usize,
    values: Vec<(usize, usize)>,
    bytes: Vec<(usize, u8)>,
}

impl Arbitrary for Changed {
    fn arbitrary(g: &mut Gen) -> Self {
        let values = (0..usize::arbitrary(g) % 4).map(|_| Arbitrary::arbitrary(g)).collect();
        let bytes = (0..usize::arbitrary(g) % 5 / 3).map(|_| Arbitrary::arbitrary(g)).collect();
        Self { document: usize::arbitrary(g), values, bytes }
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let (document, before) = (self.document, self.clone());
        let values = self.values.shrink().map(move |values| Self { values, ..before.clone() });
        let before = self.clone();
        Box::new(values.chain(self.bytes.shrink().map(move |bytes| Self {
            document,
            bytes,
            ..before.clone()
        })))
    }
}

impl Changed {
    fn bytes(&self) -> Vec<u8> {
        let mut document = DOCUMENTS[self.document % DOCUMENTS.len()].clone();
        for &(place, change) in &self.values {
            let mut pointers = Vec::new();
            collect(&document, String::new(), &mut pointers);
            change_at(&mut document, &pointers[place % pointers.len()], change);
        }
        let mut bytes = serde_json::to_vec_pretty(&document).unwrap();
        for &(place, byte) in &self.bytes {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        bytes
    }
}

fn collect(value: &Value, pointer: String, pointers: &mut Vec<String>) {
    match value {
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                collect(element, format!("{pointer}/{index}"), pointers);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                collect(
                    member,
                    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")),
                    pointers,
                );
            }
        }
        _ => {}
    }
    pointers.push(pointer);
}

fn change_at(document: &mut Value, pointer: &str, change: usize) {
    let replacements = [
        Value::Null,
        json!(true),
        json!(7),
        json!(-1),
        json!(2.5),
        json!(""),
        json!("甲"),
        json!("1.00"),
        json!("2026-01-05"),
        json!("x".repeat(6000)),
        json!([]),
        json!({}),
        json!(["a", "a"]),
        json!({ "a.b": [null] }),
    ];
    if let Some(place) = document.pointer_mut(pointer) {
        match (change % (replacements.len() + 4), place) {
            (0, Value::Object(members)) => {
                members.insert("other".to_owned(), Value::Null);
            }
            (1, Value::Object(members)) => drop(members.remove(&first_name(members))),
            (2, Value::Object(members)) => {
                let name = first_name(members);
                if let Some(value) = members.remove(&name) {
                    members.insert(name.to_uppercase(), value);
                }
            }
            (3, Value::Array(elements)) => {
                let again = elements.clone();
                (0..3).for_each(|_| elements.extend(again.iter().cloned()));
            }
            (number, place) => *place = replacements[number % replacements.len()].clone(),
        }
    }
}

fn first_name(members: &Map<String, Value>) -> String {
    members.keys().nth(members.len() / 2).cloned().unwrap_or_default()
}

/// Whether what is said of the bytes is what the slow reading makes of them.
fn is_told(bytes: &[u8]) -> bool {
    let checked = check(bytes);
    let said = of_the_stages(&checked);
    let text = std::str::from_utf8(bytes).ok();
    let accepted = text.is_some_and(structure::accepts);
    let readable = strict::from_slice::<Value>(bytes).is_ok();
    // The readings must never fall out with each other, and causes that nobody thought of must not occur.
    let explained = said
        .iter()
        .all(|placed| !matches!(placed.finding.rule.slug, "readings-disagree" | "shape-unexplained"));
    let wrong = said.iter().any(|placed| {
        placed.finding.outcome == FindingOutcome::Fail || placed.finding.rule.slug == "unsupported-version"
    });
    let placed = said.iter().all(|placed| placed.position.is_some());
    explained
        && placed
        && said.is_empty() == accepted
        && wrong != accepted
        && readable == checked.rung.is_some()
}

#[test]
fn something_is_said_exactly_where_the_schema_refuses() {
    fn holds(changed: Changed) -> bool {
        is_told(&changed.bytes())
    }
    QuickCheck::new().tests(1_500).quickcheck(holds as fn(Changed) -> bool);
}

#[test]
fn arbitrary_bytes_are_told_what_they_are() {
    fn holds(bytes: Vec<u8>) -> bool {
        is_told(&bytes)
    }
    QuickCheck::new().tests(1_000).quickcheck(holds as fn(Vec<u8>) -> bool);
}

// covers: REQ-VAL-005
#[test]
fn no_value_of_the_document_gets_into_what_is_said() {
    fn holds(changed: Changed) -> bool {
        let marked = |value: &mut Value, mark: &str| {
            if let Value::String(text) = value {
                text.push_str(mark);
            }
        };
        let mut document: Value = match serde_json::from_slice(&changed.bytes()) {
            Ok(document) => document,
            Err(_) => return true,
        };
        let mut pointers = Vec::new();
        collect(&document, String::new(), &mut pointers);
        for pointer in
            pointers.iter().filter(|pointer| !pointer.starts_with("/standard") && *pointer != "/documentType")
        {
            if let Some(value) = document.pointer_mut(pointer) {
                marked(value, "MARK\u{7532}");
            }
        }
        let checked = check(&serde_json::to_vec_pretty(&document).unwrap());
        let said = [tongzhou::text::Lang::ZhCn, tongzhou::text::Lang::En]
            .map(|lang| tongzhou::report::human::Human::new(&checked, lang).to_string());
        said.iter().all(|said| !said.contains("MARK"))
    }
    QuickCheck::new().tests(200).quickcheck(holds as fn(Changed) -> bool);
}
