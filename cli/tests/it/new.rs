//! `new`: a beginning that can be packed and checked at once.

use std::{collections::HashSet, fs};

use serde_json::Value;

use super::program::Scratch;

#[test]
fn a_new_application_can_be_packed_and_only_wants_filling_in() {
    let scratch = Scratch::new("new");
    let begun = scratch.run(&["new", "mine"]);
    assert_eq!((begun.code, begun.err.as_str()), (0, ""));
    assert!(begun.out.contains("tongzhou pack mine -o mine.tzpkg"), "{}", begun.out);
    let packed = scratch.run(&["pack", "mine", "-o", "mine.tzpkg"]);
    assert_eq!(packed.code, 0, "{}", packed.err);
    assert!(packed.err.starts_with("tongzhou: note: 请填写"), "{}", packed.err);
    let checked = scratch.run(&["validate", "mine.tzpkg", "--format", "json"]);
    assert_eq!(checked.code, 1, "{}", checked.out);
    let report: Value = serde_json::from_str(&checked.out).unwrap();
    let errors =
        report["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    let codes: HashSet<&str> = errors.map(|finding| finding["code"].as_str().unwrap()).collect();
    assert_eq!(codes, HashSet::from(["TZ-APP-011"]));
    assert_eq!(scratch.run(&["validate", "mine"]).code, 1, "the folder itself can be checked too");
}

#[test]
fn nothing_is_remarked_once_it_is_filled_in() {
    let scratch = Scratch::new("new-filled");
    assert_eq!(scratch.run(&["new", "mine"]).code, 0);
    for file in ["mine/application.json", "mine/consents/first.json"] {
        let text = fs::read_to_string(scratch.path(file)).unwrap();
        scratch.write(file, text.replace("请填写", "某"));
    }
    let packed = scratch.run(&["pack", "mine", "-o", "mine.tzpkg"]);
    assert_eq!((packed.code, packed.err.as_str()), (0, ""));
    let checked = scratch.run(&["validate", "mine.tzpkg"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    let again = scratch.run(&["pack", "mine", "-o", "again.tzpkg"]);
    let id =
        |out: &str| out.lines().find_map(|line| Some(line.split_once("Package id: ")?.1.to_owned())).unwrap();
    assert_ne!(id(&packed.out), id(&again.out), "each package gets an id of its own");
}

#[test]
fn ids_are_fresh_and_refer_to_each_other() {
    let scratch = Scratch::new("new-ids");
    let mut seen = HashSet::new();
    for name in ["one", "two"] {
        assert_eq!(scratch.run(&["new", name]).code, 0);
        let read = |file: &str| -> Value {
            serde_json::from_slice(&fs::read(scratch.path(&format!("{name}/{file}"))).unwrap()).unwrap()
        };
        let (application, consent) = (read("application.json"), read("consents/first.json"));
        assert_eq!(application["consentIds"][0], consent["consentId"]);
        assert_eq!(application["applicationId"], consent["applicationId"]);
        assert_eq!(application["guardians"][0]["guardianId"], consent["givenBy"]["guardianId"]);
        for id in [&application["applicationId"], &consent["consentId"], &consent["givenBy"]["guardianId"]] {
            assert!(seen.insert(id.as_str().unwrap().to_owned()), "{id}");
        }
    }
}

#[test]
fn the_readme_leaves_nothing_to_be_replaced_by_the_program() {
    let scratch = Scratch::new("new-readme");
    assert_eq!(scratch.run(&["new", "mine", "--lang", "zh-CN"]).code, 0);
    let readme = fs::read_to_string(scratch.path("mine/README.md")).unwrap();
    assert!(readme.contains("tongzhou pack mine -o mine.tzpkg"));
    assert!(!readme.contains("{{"), "{readme}");
    for guide in ["application", "consent", "receipt"] {
        assert!(fs::metadata(scratch.path(&format!("mine/guide/{guide}.md"))).unwrap().len() > 1000);
    }
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let scratch = Scratch::new("new-over");
    scratch.write("taken/mine.txt", "mine");
    let run = scratch.run(&["new", "taken"]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert_eq!(run.err, "tongzhou: there is something here already; name a new folder instead: taken\n");
    assert_eq!(fs::read_dir(scratch.path("taken")).unwrap().count(), 1);
    assert_eq!(scratch.run(&["new", "taken/mine.txt"]).code, 3);
    assert_eq!(scratch.run(&["new", "none/new"]).code, 3);
    fs::create_dir(scratch.path("empty")).unwrap();
    assert_eq!(scratch.run(&["new", "empty"]).code, 0);
}
