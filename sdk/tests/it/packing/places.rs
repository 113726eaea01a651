//! What is wrong with a working folder is told by line and column.

use std::error::Error as _;

use serde_json::{Value, json};
use tongzhou::{
    json::Position,
    pack::{
        Options, Plan, WorkingFolder,
        fault::{FileFault, FolderFaults, FolderFile},
        packing,
    },
    report::PlacedFinding,
    text::Lang,
};

use super::{files, folder_fault, folder_faults, put};

#[test]
fn what_is_wrong_with_packing_json_is_told_by_line_and_column() {
    let told = |packing: &str| -> Vec<String> {
        let mut files = files("emergency");
        put(&mut files, "packing.json", packing.as_bytes());
        let fault = folder_fault(Plan::of(&WorkingFolder::of_files(files), &Options::default()));
        assert_eq!(fault.file, FolderFile::Packing);
        let place = |placed: &PlacedFinding| {
            let Position { line, column } = placed.position.unwrap();
            format!("{line}:{column} {} {}", placed.finding.rule.code, placed.finding.message(Lang::En))
        };
        fault.findings.iter().map(place).collect()
    };
    let [slip, far, code, id, list] = told(
        r#"{
  "docments": [],
  "something": 1,
  "purpose": "aplication",
  "documents": [{ "file": "甲.pdf", "documentId": "x" }],
  "audience": "none"
}"#,
    )
    .try_into()
    .unwrap();
    assert!(slip.starts_with("2:3 TZ-SCH-011 "), "documents stands there already: {slip}");
    assert!(far.starts_with("3:3 TZ-SCH-011 "), "{far}");
    assert!(code.starts_with("4:3 ") && code.contains("application"), "{code}");
    assert!(id.starts_with("5:36 "), "{id}");
    assert!(list.starts_with("6:3 "), "{list}");
    for (packing, place, meant) in [
        ("{\n\n  \"docments\": []}", "3:3", "was documents (Papers) meant?"),
        ("{\"Sender\": {}}", "1:2", "was sender (Sender) meant?"),
        ("{\"sender\": {\"rol\": \"guardian\"}}", "1:13", "was role (Role) meant?"),
        (
            "{\"documents\": [\n{\"File\": \"a.pdf\", \"documentId\": \"019a0000-0000-7000-8000-000000000fff\"}]}",
            "2:2",
            "was file (File) meant?",
        ),
        (
            "{\"documents\": [{\"file\": 7, \"documentId\": \"019a0000-0000-7000-8000-000000000fff\"}]}",
            "1:17",
            "",
        ),
        ("{\"documents\":\n [{\"file\": \"a.pdf\"}]}", "2:3", "documentId"),
        ("{\n \"purpose\": }", "2:13", ""),
        ("{\"purpose\": null}", "1:2", "null"),
    ] {
        let [found] = told(packing).try_into().unwrap();
        assert!(found.starts_with(&format!("{place} TZ-")) && found.contains(meant), "{packing}\n{found}");
    }
}

#[test]
fn whatever_keeps_packing_json_from_being_read_is_told_with_a_place() {
    let packing: Value = serde_json::from_slice(&files("leukaemia")["packing.json"]).unwrap();
    let mut leaves = vec![String::new()];
    collect(&packing, String::new(), &mut leaves);
    let mut refused = 0;
    for leaf in &leaves {
        for value in
            [json!(null), json!(1), json!(1.5), json!(true), json!(""), json!("甲"), json!([]), json!({})]
        {
            let mut changed = packing.clone();
            *changed.pointer_mut(leaf).unwrap() = value.clone();
            let mut files = files("leukaemia");
            put(&mut files, "packing.json", changed.to_string().as_bytes());
            let Err(error) = Plan::of(&WorkingFolder::of_files(files), &Options::default()) else { continue };
            let faults = &error.source().unwrap().downcast_ref::<FolderFaults>().unwrap().faults;
            for fault in faults.iter().filter(|fault| fault.fault == FileFault::NotPacking) {
                refused += 1;
                assert!(fault.findings.iter().any(|one| one.position.is_some()), "{leaf} {value}");
                assert!(!format!("{fault} {fault:?}").contains("甲"), "{leaf}");
            }
        }
    }
    assert!(refused > 200, "{refused}");
}

fn collect(value: &Value, pointer: String, into: &mut Vec<String>) {
    let mut each = |step: String, inner: &Value| {
        let pointer = format!("{pointer}/{step}");
        into.push(pointer.clone());
        collect(inner, pointer, into);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, inner)| each(name.clone(), inner)),
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, inner)| each(index.to_string(), inner));
        }
        _ => {}
    }
}

#[test]
fn what_is_wrong_with_a_listed_paper_is_told_by_its_place_in_the_list() {
    let at = |change: fn(&str) -> String| {
        let mut files = files("leukaemia");
        let packing = String::from_utf8(files["packing.json"].clone()).unwrap();
        put(&mut files, "packing.json", change(&packing).as_bytes());
        // A file that is not where it is listed is told first, and then that it lies there unlisted.
        let faults = folder_faults(Plan::of(&WorkingFolder::of_files(files), &Options::default()));
        let fault = &faults[0];
        let Position { line, column } = fault.position.unwrap();
        (fault.fault, line, column)
    };
    let missing = at(|packing| {
        packing.replace("diagnosis.pdf", "dagnosis.pdf").replace("\"documents\": [", "\"documents\": [\n")
    });
    assert_eq!(missing.0, FileFault::Missing);
    let twice = at(|packing| packing.replace("00000000161", "00000000160"));
    assert_eq!(twice.0, FileFault::Repeated);
    let line = |needle: &str| {
        let packing = String::from_utf8(files("leukaemia")["packing.json"].clone()).unwrap();
        let at = packing.find(needle).unwrap();
        let before = &packing[..at];
        (before.matches('\n').count() + 1, at - before.rfind('\n').unwrap())
    };
    assert_eq!((missing.1 - 1, missing.2), line("\"diagnosis.pdf\""));
    assert_eq!((twice.1, twice.2), line("\"019a0000-0000-7000-8000-000000000161\""));
}

#[test]
fn a_document_that_is_no_json_is_told_by_line_and_column() {
    let mut files = files("emergency");
    let name = files.keys().find(|name| name.starts_with("consents/")).unwrap().clone();
    put(&mut files, &name, b"{\n  \"consentId\" 7}");
    let fault = folder_fault(Plan::of(&WorkingFolder::of_files(files), &Options::default()));
    assert_eq!((fault.file, fault.fault), (FolderFile::Consent(1), FileFault::NotJson));
    assert_eq!(fault.findings[0].position, Some(Position { line: 2, column: 15 }));
}

#[test]
fn the_page_about_packing_json_names_each_of_its_members() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/working-folder.md");
    let page = std::fs::read_to_string(page).unwrap();
    let schema = packing::schema();
    let objects = [&schema, &schema["$defs"]["Classes"], &schema["$defs"]["PackedPaper"]];
    for object in objects {
        for (name, member) in object["properties"].as_object().unwrap() {
            assert!(page.contains(&format!("`{name}`")), "{name}");
            let (en, zh) = (member["title"].as_str(), member["x-zh-CN"]["title"].as_str());
            assert!(en.is_some() && zh.is_some(), "{name} has a title in both languages");
        }
    }
}
