//! Packing of working folders: the same bytes every time, nothing forgotten, nothing private in what is said.

use std::{collections::BTreeMap, error::Error as _, fs, path::PathBuf};

use serde_json::{Value, json};
use tongzhou::{
    ErrorKind,
    json::Position,
    pack::{
        Options, Plan, WorkingFolder,
        fault::{FileFault, FolderFault, FolderFile},
        pack,
    },
    package::atomic::Existing,
    report::PlacedFinding,
    text::Lang,
    value::{Instant, Uuid7},
};

#[test]
fn a_folder_packs_to_the_package_that_is_shipped_beside_it() {
    for (case, package) in packages() {
        let plan = Plan::of(&WorkingFolder::of_files(files(case)), &Options::default()).unwrap();
        assert!(plan.write(Vec::new()).unwrap() == package, "{case}");
    }
}

#[test]
fn a_folder_on_disk_packs_to_the_same_bytes_as_one_in_memory_and_tells_what_is_in_it() {
    let place = Place::new("same-bytes");
    place.write(&files("leukaemia"));
    let out = place.0.join("out.tzpkg");
    let plan = pack(&place.0, &out, &Options::default()).unwrap();
    let shipped = packages().into_iter().find(|(case, _)| *case == "leukaemia").unwrap().1;
    assert!(fs::read(&out).unwrap() == shipped);
    let told: Vec<&str> = plan.entries().iter().map(|entry| entry.file.as_str()).collect();
    assert_eq!(told.len(), files("leukaemia").len() - 1, "all but packing.json");
    assert!(told.contains(&"receipts/settlement.json") && told.contains(&"documents/plan.pdf"));
}

#[test]
fn an_output_that_is_there_is_kept_unless_it_may_be_replaced() {
    let place = Place::new("kept");
    place.write(&files("emergency"));
    let out = place.0.join("out.tzpkg");
    fs::write(&out, b"precious").unwrap();
    let error = pack(&place.0, &out, &Options::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Write);
    assert_eq!(fs::read(&out).unwrap(), b"precious");
    pack(&place.0, &out, &Options { existing: Existing::Replace, ..Options::default() }).unwrap();
    assert!(fs::read(&out).unwrap().starts_with(b"PK"));
}

#[test]
fn nothing_is_written_where_the_folder_cannot_be_packed() {
    let place = Place::new("nothing");
    let mut files = files("emergency");
    files.remove("packing.json");
    place.write(&files);
    let before = place.names();
    pack(&place.0, &place.0.join("out.tzpkg"), &Options::default()).unwrap_err();
    assert_eq!(place.names(), before);
}

#[test]
fn id_and_time_come_from_outside_where_the_folder_gives_none() {
    let with = |options: &Options| {
        let mut files = files("emergency");
        change(&mut files, "packing.json", |packing| {
            packing.as_object_mut().unwrap().retain(|name, _| name != "packageId" && name != "createdAt");
        });
        Plan::of(&WorkingFolder::of_files(files), options)
    };
    let package_id: Uuid7 = "019a0000-0000-7000-8000-000000000fff".parse().unwrap();
    // With a part of a second, which a manifest has no room for.
    let created_at = Instant::from_unix_millis(1_790_000_000_999).unwrap();
    let given = Options { package_id: Some(package_id), created_at: Some(created_at), ..Options::default() };
    let manifest: Value = serde_json::from_slice(with(&given).unwrap().manifest()).unwrap();
    assert_eq!(manifest["packageId"], "019a0000-0000-7000-8000-000000000fff");
    assert_eq!(manifest["createdAt"], "2026-09-21T14:13:20Z");

    let fault = |options: Options| folder_fault(with(&options));
    let no_id = fault(Options { package_id: None, ..given });
    assert_eq!((no_id.file, no_id.fault), (FolderFile::Packing, FileFault::NoPackageId));
    let no_time = fault(Options { created_at: None, ..given });
    assert_eq!((no_time.file, no_time.fault), (FolderFile::Packing, FileFault::NoCreationTime));
}

#[test]
fn each_thing_that_a_folder_lacks_or_has_too_much_is_told_by_role() {
    use FileFault::*;
    use FolderFile::*;
    type Change = fn(&mut Files);
    let cases: &[(FolderFile, FileFault, Change)] = &[
        (Packing, Missing, |files| drop(files.remove("packing.json"))),
        (Packing, NotJson, |files| put(files, "packing.json", b"{")),
        (Packing, NotPacking, |files| put(files, "packing.json", b"{\"surprise\": 1}")),
        (Application, Missing, |files| drop(files.remove("application.json"))),
        (Application, NotJson, |files| put(files, "application.json", b"{\"a\": 1, \"a\": 2}")),
        (Application, OtherDocument, |files| {
            let consent = files["consents/serious-illness.json"].clone();
            put(files, "application.json", &consent);
        }),
        (Application, NoId, |files| {
            change(files, "application.json", |application| application["applicationId"] = "x".into());
        }),
        (Consent(2), NotJson, |files| put(files, "consents/serious-illness.json", b"\xEF\xBB\xBF{}")),
        (Receipt(6), Repeated, |files| {
            let twin = files["receipts/settlement.json"].clone();
            put(files, "receipts/twin.json", &twin);
        }),
        (Document(1), NotListed, |files| put(files, "documents/another.pdf", b"%PDF-1.7")),
        (Listed(4), Missing, |files| drop(files.remove("documents/diagnosis.pdf"))),
        (Listed(2), Repeated, |files| {
            change(files, "packing.json", |packing| {
                packing["documents"][1] = packing["documents"][0].clone();
            });
            files.remove("documents/father-id-card.jpg");
        }),
        (Packing, NotPacking, |files| {
            change(files, "packing.json", |packing| packing["documents"][0]["documentId"] = "x".into());
        }),
        (Listed(18), UnknownEnding, |files| {
            put(files, "documents/letter.docx", b"PK");
            change(files, "packing.json", |packing| {
                let id = "019a0000-0000-7000-8000-000000000fff";
                packing["documents"]
                    .as_array_mut()
                    .unwrap()
                    .push(json!({ "file": "letter.docx", "documentId": id }));
            });
        }),
    ];
    for (file, fault, change) in cases {
        let mut files = files("leukaemia");
        change(&mut files);
        let found = folder_fault(Plan::of(&WorkingFolder::of_files(files), &Options::default()));
        assert_eq!((found.file, found.fault), (*file, *fault));
        let bare = FolderFault { findings: Vec::new(), ..found }.to_string();
        assert!(bare.is_ascii() && !bare.ends_with('.'));
    }
}

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
            let fault = error.source().unwrap().downcast_ref::<FolderFault>().unwrap();
            if fault.fault == FileFault::NotPacking {
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
        let fault = folder_fault(Plan::of(&WorkingFolder::of_files(files), &Options::default()));
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
fn two_papers_of_one_id_are_told_whatever_their_endings() {
    let mut files = files("leukaemia");
    change(&mut files, "packing.json", |packing| {
        packing["documents"][1]["documentId"] = packing["documents"][0]["documentId"].clone();
    });
    let fault = folder_fault(Plan::of(&WorkingFolder::of_files(files), &Options::default()));
    assert_eq!(fault.fault, FileFault::Repeated);
}

#[test]
fn links_and_folders_among_the_papers_are_no_papers() {
    let place = Place::new("no-papers");
    place.write(&files("emergency"));
    fs::create_dir_all(place.0.join("documents/more")).unwrap();
    let error = WorkingFolder::open(&place.0).unwrap_err();
    let fault = error.source().unwrap().downcast_ref::<FolderFault>().unwrap();
    assert_eq!((fault.file, fault.fault), (FolderFile::Document(1), FileFault::NotAFile));
    fs::remove_dir(place.0.join("documents/more")).unwrap();
    // What systems leave behind.
    fs::write(place.0.join("documents/.DS_Store"), b"\0").unwrap();
    Plan::of(&WorkingFolder::open(&place.0).unwrap(), &Options::default()).unwrap();
}

#[test]
fn endings_are_read_as_cameras_write_them() {
    for ending in ["jpg", "JPG", "jpeg", "Jpeg"] {
        let mut files = files("emergency");
        put(&mut files, &format!("documents/IMG 0001.{ending}"), b"\xFF\xD8");
        let id = "019a0000-0000-7000-8000-000000000fff";
        change(&mut files, "packing.json", |packing| {
            packing["documents"] = json!([{ "file": format!("IMG 0001.{ending}"), "documentId": id }]);
        });
        let plan = Plan::of(&WorkingFolder::of_files(files), &Options::default()).unwrap();
        assert_eq!(plan.entries().last().unwrap().name.to_string(), format!("documents/{id}.jpg"));
    }
}

/// The files of a working folder by their paths.
type Files = BTreeMap<String, Vec<u8>>;

fn files(case: &str) -> Files {
    let prefix = format!("{case}/");
    tongzhou_schema::EXAMPLES
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix(&prefix)?.to_owned(), bytes.to_vec())))
        .collect()
}

fn packages() -> Vec<(&'static str, &'static [u8])> {
    let packages = tongzhou_schema::EXAMPLES.iter();
    packages.filter_map(|(path, bytes)| Some((path.strip_suffix(".tzpkg")?, *bytes))).collect()
}

fn put(files: &mut Files, path: &str, bytes: &[u8]) {
    files.insert(path.to_owned(), bytes.to_vec());
}

fn change(files: &mut Files, path: &str, change: impl FnOnce(&mut Value)) {
    let mut value = serde_json::from_slice(&files[path]).unwrap();
    change(&mut value);
    put(files, path, &serde_json::to_vec(&value).unwrap());
}

/// Why the folder is not packed.
fn folder_fault(planned: Result<Plan, tongzhou::Error>) -> FolderFault {
    let error = planned.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WorkingFolder);
    error.source().unwrap().downcast_ref::<FolderFault>().unwrap().clone()
}

/// A folder for one test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("packing").join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn write(&self, files: &Files) {
        for (path, bytes) in files {
            let path = self.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    fn names(&self) -> Vec<String> {
        let items = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = items.map(|item| item.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}
