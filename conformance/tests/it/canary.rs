//! Marked names, numbers, phones and amounts are put into documents that are then broken in many ways. No output
//! of any format may show a mark: what a check says holds no personal value.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tongzhou::{
    code::{Code, lists::DocumentType},
    report::{InputFacts, human::Human, report},
    text::Lang,
    validate::{self, Checked, Options},
};

const MARKS: usize = 1_000;

#[test]
fn no_marked_value_appears_in_any_output() {
    let options = Options::on("2026-10-01".parse().unwrap());
    let documents = documents();
    let mut said = 0;
    for number in 0..MARKS {
        let mark = mark(number);
        for (way, broken) in broken(&documents[number % documents.len()], &mark, number) {
            let checked = validate::document(&broken, &options);
            said += checked.findings.len();
            for (format, output) in outputs(&checked) {
                assert!(
                    !output.contains(&mark),
                    "the {format} output for a document broken by {way} shows {mark}:\n{output}"
                );
            }
        }
    }
    println!("{MARKS} marks, {said} findings, no mark shown");
    assert!(said > MARKS, "hardly anything was said, so hardly anything was tested");
}

/// A name, an identity number, a telephone number or an amount that stands nowhere else.
fn mark(number: usize) -> String {
    match number % 4 {
        0 => format!("鸾翯{number}犇"),
        1 => format!("9187654{number:04}1234567"),
        2 => format!("1777{number:07}"),
        _ => format!("8{number:06}1.37"),
    }
}

/// The document with the mark in it, broken in several ways.
fn broken(document: &Value, mark: &str, number: usize) -> Vec<(&'static str, Vec<u8>)> {
    let mut leaves = Vec::new();
    collect(document, String::new(), &mut leaves);
    let leaf = &leaves[number * 7919 % leaves.len()];
    let with = |value: Value| {
        let mut changed = document.clone();
        *changed.pointer_mut(leaf).unwrap() = value;
        changed
    };
    let marked = with(json!(mark)).to_string();
    let at = marked.find(mark).unwrap();
    let mut unknown = document.clone();
    unknown[mark] = json!(mark);
    let object = leaf.rsplit_once('/').map_or("", |(parent, _)| parent);
    let mut deep = document.clone();
    if let Some(Value::Object(members)) = deep.pointer_mut(object) {
        members.insert(mark.to_owned(), json!({ mark: [mark] }));
    }
    let mut extended = document.clone();
    extended["extensions"] = json!({ mark: mark });
    let bytes = String::into_bytes;
    vec![
        ("a value in the wrong place", bytes(marked.clone())),
        ("a value of the wrong type", bytes(with(json!({ "name": mark })).to_string())),
        ("a list", bytes(with(json!([mark, mark])).to_string())),
        ("a long value", bytes(with(json!(mark.repeat(500))).to_string())),
        ("an unknown member", bytes(unknown.to_string())),
        ("an unknown member below", bytes(deep.to_string())),
        ("an extension without a domain", bytes(extended.to_string())),
        ("a cut", marked.as_bytes()[..at + mark.len()].to_vec()),
        ("a cut inside", marked.as_bytes()[..at + mark.len() / 2].to_vec()),
        ("a bad escape", bytes(marked.replacen(mark, &format!("{mark}\\x{mark}"), 1))),
        ("a missing quote", bytes(marked.replacen(&format!("\"{mark}\""), &format!("{mark}\""), 1))),
        ("a bare value", bytes(marked.replacen(&format!("\"{mark}\""), mark, 1))),
        ("a bare line break", bytes(marked.replacen(mark, &format!("{mark}\n{mark}"), 1))),
        ("a repeated member", bytes(format!("{{\"{mark}\":1,\"{mark}\":2,{}", &marked[1..]))),
        (
            "another type of document",
            bytes(marked.replacen("\"documentType\":\"", &format!("\"documentType\":\"{mark}"), 1)),
        ),
        (
            "another version",
            bytes(marked.replacen(
                "\"standardVersion\":\"1.0\"",
                &format!("\"standardVersion\":\"{mark}\""),
                1,
            )),
        ),
        ("something behind", bytes(format!("{marked} {mark}"))),
        ("pretty print", serde_json::to_vec_pretty(&with(json!(mark))).unwrap()),
    ]
}

/// Everything that a check can print.
fn outputs(checked: &Checked) -> Vec<(&'static str, String)> {
    let report = report(checked, InputFacts { size: 1, sha256: None });
    vec![
        ("Chinese", Human::new(checked, Lang::ZhCn).to_string()),
        ("English", Human::new(checked, Lang::En).to_string()),
        ("JSON", serde_json::to_string(&report).unwrap()),
        ("Debug", format!("{checked:?}")),
    ]
}

fn collect(value: &Value, pointer: String, leaves: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, inner) in members {
                collect(inner, format!("{pointer}/{name}"), leaves);
            }
        }
        Value::Array(elements) => {
            for (index, inner) in elements.iter().enumerate() {
                collect(inner, format!("{pointer}/{index}"), leaves);
            }
        }
        _ if pointer.contains("extensions") => {}
        _ => leaves.push(pointer),
    }
}

/// A document of each type that has every member.
fn documents() -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sdk/tests/it/documents");
    DocumentType::ALL
        .iter()
        .map(|document_type| fs::read(folder.join(format!("{}.json", document_type.code()))).unwrap())
        .map(|text| serde_json::from_slice(&text).unwrap())
        .collect()
}
