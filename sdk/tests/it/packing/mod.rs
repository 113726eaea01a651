//! Packing of working folders: the same bytes every time, nothing forgotten, nothing private in what is said.

mod places;
mod unpacking;

use std::{collections::BTreeMap, error::Error as _, fs, path::PathBuf};

use serde_json::{Value, json};
use tongzhou::{
    ErrorKind,
    code::lists::DocumentType,
    pack::{
        Options, Plan, WorkingFolder,
        fault::{FileFault, FolderFault, FolderFaults, FolderFile},
        misspelt_folders, pack,
    },
    package::atomic::Existing,
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
        (Application, OtherDocument(Some(DocumentType::Consent)), |files| {
            let consent = files["consents/serious-illness.json"].clone();
            put(files, "application.json", &consent);
        }),
        (Application, NoId, |files| {
            change(files, "application.json", |application| application["applicationId"] = "x".into());
        }),
        (Consent(2), NotJson, |files| put(files, "consents/serious-illness.json", b"\xEF\xBB\xBF{}")),
        (Consent(1), OtherDocument(Some(DocumentType::Receipt)), |files| {
            let receipt = files["receipts/settlement.json"].clone();
            put(files, "consents/a.json", &receipt);
        }),
        (Receipt(1), OtherDocument(None), |files| {
            put(files, "receipts/a.json", b"{\"documentType\": \"x\"}")
        }),
        (Consent(1), IsPaper, |files| put(files, "consents/a.pdf", b"%PDF-1.7\n")),
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
fn everything_that_keeps_a_folder_from_being_packed_is_told_at_once() {
    use FileFault::*;
    use FolderFile::*;
    let place = Place::new("all-at-once");
    let mut files = files("leukaemia");
    let receipt = files["receipts/settlement.json"].clone();
    put(&mut files, "consents/0.json", &receipt);
    put(&mut files, "documents/1.pdf", b"%PDF-1.7");
    put(&mut files, "documents/2.pdf", b"%PDF-1.7");
    files.remove("documents/diagnosis.pdf");
    files.remove("application.json");
    place.write(&files);
    fs::create_dir(place.0.join("receipts/0")).unwrap();
    let faults = folder_faults(Plan::of(&WorkingFolder::open(&place.0).unwrap(), &Options::default()));
    let told: Vec<_> = faults.iter().map(|fault| (fault.file, fault.fault)).collect();
    assert_eq!(
        told,
        [
            (Application, Missing),
            (Consent(1), OtherDocument(Some(DocumentType::Receipt))),
            (Receipt(1), NotAFile),
            (Listed(4), Missing),
            (Document(1), NotListed),
            (Document(2), NotListed),
        ]
    );
    fs::write(place.0.join("packing.json"), "{").unwrap();
    let faults = folder_faults(Plan::of(&WorkingFolder::open(&place.0).unwrap(), &Options::default()));
    let told: Vec<_> = faults.iter().map(|fault| fault.file).collect();
    assert_eq!(told, [Packing, Application, Consent(1), Receipt(1)], "without the list no paper is judged");
}

#[test]
fn a_folder_whose_name_is_nearly_right_is_noticed() {
    let place = Place::new("misspelt-folders");
    for name in ["consent", "documents", "document", "Reciepts", "guide", "甲小明"] {
        fs::create_dir(place.0.join(name)).unwrap();
    }
    fs::write(place.0.join("receipt"), "no folder").unwrap();
    assert_eq!(misspelt_folders(&place.0).unwrap(), ["consents", "documents", "receipts"]);
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
    let fault = folder_fault(Plan::of(&WorkingFolder::open(&place.0).unwrap(), &Options::default()));
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
    let [fault] = folder_faults(planned).try_into().unwrap();
    fault
}

/// Everything for which the folder is not packed.
fn folder_faults(planned: Result<Plan, tongzhou::Error>) -> Vec<FolderFault> {
    let error = planned.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WorkingFolder);
    error.source().unwrap().downcast_ref::<FolderFaults>().unwrap().faults.clone()
}

/// A folder for one test.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new(name: &str) -> Self {
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

    pub(crate) fn names(&self) -> Vec<String> {
        let items = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = items.map(|item| item.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}
