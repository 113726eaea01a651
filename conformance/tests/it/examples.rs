//! The shipped cases: their papers and packages are what the generator makes, and every one of them is sound.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write,
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use expect_test::expect_file;
use serde_json::Value;
use tongzhou::{
    code::lists::{Rung, Severity},
    finding::FindingOutcome,
    pack::{self, Plan, WorkingFolder},
    validate::{self, Answer, Checked, Options},
};
use tongzhou_conformance::fixture::{alliance, case_papers::PAPERS, cases, example::AS_OF};

#[test]
fn papers_packages_and_the_list_of_them_are_up_to_date() {
    let mut stale = Vec::new();
    for paper in PAPERS.iter().copied().flatten() {
        let folder = folder().join(paper.case);
        let receipt = |name: &str| {
            let text = fs::read(folder.join(format!("receipts/{name}.json"))).ok()?;
            serde_json::from_slice(&text).ok()
        };
        let bytes = cases::paper(paper, receipt)
            .unwrap_or_else(|| panic!("{}/{} can be made", paper.case, paper.file));
        keep(&folder.join("documents").join(paper.file), &bytes, &mut stale);
    }
    for case in cases() {
        let plan = Plan::of(&WorkingFolder::open(&folder().join(&case)).unwrap(), &pack::Options::default())
            .unwrap_or_else(|error| panic!("{case}: {:?}", std::error::Error::source(&error)));
        let package = plan.write(Vec::new()).unwrap();
        keep(&folder().join(format!("{case}.tzpkg")), &package, &mut stale);
    }
    let directory = alliance::directory();
    keep(&folder().join("directory.json"), &directory, &mut stale);
    keep(&folder().join("directory.jws.json"), &alliance::signatures(&directory), &mut stale);
    keep(&folder().join("member.json"), &alliance::member(), &mut stale);
    assert_eq!(stale, Vec::<PathBuf>::new(), "UPDATE_EXPECT=1 writes them anew");
    let made: BTreeSet<String> = PAPERS
        .iter()
        .copied()
        .flatten()
        .map(|paper| format!("{}/documents/{}", paper.case, paper.file))
        .collect();
    let present: BTreeSet<String> = files().into_keys().filter(|path| path.contains("/documents/")).collect();
    assert_eq!(made, present, "papers that the generator does not make");
    expect_file![schema().join("src/examples.rs")].assert_eq(&listing());
}

#[test]
fn every_document_and_package_of_a_case_is_sound() {
    let mut said = String::new();
    for (path, file) in documents_and_packages() {
        let bytes = fs::read(&file).unwrap();
        let checked = check(&path, &bytes, AS_OF);
        for placed in &checked.findings {
            let rule = placed.finding.rule;
            if rule.severity != Severity::Info {
                let _ = writeln!(
                    said,
                    "{path}: {} {:?} {} at {} of {}: {}",
                    rule.code,
                    rule.severity,
                    placed.finding.outcome == FindingOutcome::Fail,
                    placed.pointer.as_ref().map(ToString::to_string).unwrap_or_default(),
                    placed.entry.map(|name| name.to_string()).unwrap_or_default(),
                    rule.en.title,
                );
            }
        }
        if (checked.answer(), checked.rung) != (Answer::Sound, Some(Rung::Consistent)) {
            let _ = writeln!(said, "{path}: {:?}, {:?}", checked.answer(), checked.rung);
        }
    }
    assert!(said.is_empty(), "\n{said}");
}

#[test]
fn no_case_becomes_wrong_by_growing_old() {
    for (path, file) in documents_and_packages() {
        let bytes = fs::read(&file).unwrap();
        for day in ["2027-10-01", "2031-01-01", "2045-06-30"] {
            assert_eq!(check(&path, &bytes, day).answer(), Answer::Sound, "{path} on {day}");
        }
    }
}

#[test]
fn every_document_of_a_case_follows_its_schema() {
    for (path, file) in documents_and_packages().filter(|(path, _)| path.ends_with(".json")) {
        let json = |path: &Path| -> Value { serde_json::from_slice(&fs::read(path).unwrap()).unwrap() };
        let document = json(&file);
        let document_type = document["documentType"].as_str().unwrap();
        let schema = json(&schema().join(format!("v1.0/{document_type}.schema.json")));
        let validator = jsonschema::validator_for(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{path}");
    }
}

fn check(path: &str, bytes: &[u8], day: &str) -> Checked {
    let options = Options::on(day.parse().unwrap());
    if path.ends_with(".tzpkg") {
        validate::package(Cursor::new(bytes), &options).unwrap()
    } else {
        validate::document(bytes, &options)
    }
}

/// Every package, and every document of the standard.
fn documents_and_packages() -> impl Iterator<Item = (String, PathBuf)> {
    files().into_iter().filter(|(path, _)| {
        let is_document =
            path.ends_with(".json") && !["/packing.json", ".jws.json"].iter().any(|end| path.ends_with(end));
        is_document || path.ends_with(".tzpkg")
    })
}

/// Compares a file with what it ought to be, or writes it.
fn keep(path: &Path, bytes: &[u8], stale: &mut Vec<PathBuf>) {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return;
    }
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    } else {
        stale.push(path.to_owned());
    }
}

/// `schema/src/examples.rs` as it ought to be.
fn listing() -> String {
    let mut text = String::from(
        "//! Generated from the files under `v1.0/examples/`; the test that reads them rewrites it under \
         `UPDATE_EXPECT=1`.\n\n\
         /// Every file of the shipped cases: its path under `v1.0/examples/` and its bytes, by path.\n\
         #[rustfmt::skip]\n\
         pub const EXAMPLES: &[(&str, &[u8])] = &[\n",
    );
    for path in files().keys() {
        let _ = writeln!(text, "    (\"{path}\", include_bytes!(\"../v1.0/examples/{path}\")),");
    }
    text.push_str("];\n");
    text
}

/// Every file of the cases, by its path from there with slashes.
fn files() -> BTreeMap<String, PathBuf> {
    fn walk(folder: &Path, prefix: &str, files: &mut BTreeMap<String, PathBuf>) {
        for item in fs::read_dir(folder).unwrap() {
            let path = item.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                walk(&path, &format!("{prefix}{name}/"), files);
            } else {
                files.insert(format!("{prefix}{name}"), path);
            }
        }
    }
    let mut files = BTreeMap::new();
    walk(&folder(), "", &mut files);
    // For people who look into the folder; no part of a case.
    files.remove("README.md");
    files
}

/// The names of the cases.
fn cases() -> BTreeSet<String> {
    files().keys().filter_map(|path| path.split_once('/')).map(|(case, _)| case.to_owned()).collect()
}

fn folder() -> PathBuf {
    schema().join("v1.0/examples")
}

fn schema() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema")
}
