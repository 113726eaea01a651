//! `tongzhou standard lint`. What each check finds is shown in `conformance/tests/it/lint.rs`; here are the program and
//! the one check that needs it: that documents show no command line that it does not take.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::program::{Run, Scratch};

#[test]
fn the_standard_is_found_without_contradiction_in_one_line() {
    let run = lint("lint-sound", &root(), &["--lang", "en"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.starts_with("nothing found: 27 checks looked at "), "{}", run.out);
    assert_eq!(run.out.lines().count(), 1);
}

#[test]
fn a_command_line_that_the_program_does_not_take_is_found_where_it_is_shown() {
    let scratch = Scratch::new("lint-commands");
    let copy = scratch.path("repository");
    copy_of(&root(), &copy);
    let change = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(copy.join(file)).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        fs::write(copy.join(file), text.replacen(from, to, 1)).unwrap();
        let line = fs::read_to_string(copy.join(file))
            .unwrap()
            .lines()
            .position(|line| line.contains(to.trim_end()));
        (file.to_owned(), line.unwrap() as u64 + 1)
    };
    let expected = [
        // A mention, which need not be whole, and still is of a command that there is not.
        change(
            "docs/guide/from-any-language.md",
            "`tongzhou explain TZ-APP-001` tells",
            "`tongzhou clarify TZ-APP-001` tells",
        ),
        // A command that is run, with an option that there is not.
        change(
            "docs/guide/keys.md",
            "tongzhou directory renew directory.json\n",
            "tongzhou directory renew directory.json --soon\n",
        ),
        // One that is only shown.
        change(
            "docs/guide/operate.md",
            "tongzhou node check-config --config",
            "tongzhou node check-config --configuration",
        ),
    ];
    let run = lint("lint-commands", &copy, &["--format", "json"]);
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{}", run.out);
    let outcome: Value = serde_json::from_str(&run.out).unwrap();
    let found: Vec<(String, u64)> = outcome["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            assert_eq!(finding["check"], "example-command");
            assert!(!finding["zh-CN"].as_str().unwrap().is_ascii() && finding["en"].is_string());
            (finding["file"].as_str().unwrap().to_owned(), finding["line"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(found, expected);
    assert_eq!(outcome["looked"].as_array().unwrap().len(), 27);
}

#[test]
fn where_there_is_no_standard_nothing_is_called_sound() {
    let scratch = Scratch::new("lint-none");
    let run = scratch.run(&["standard", "lint"]);
    assert_eq!((run.code, run.out.as_str()), (3, ""));
    assert_eq!(
        run.err,
        "tongzhou: there is no checkout of the standard here, for want of schema/codelists: .\n"
    );
    for part in ["schema/codelists", "docs/spec", "conformance/vectors/rules"] {
        fs::create_dir_all(scratch.path(part)).unwrap();
    }
    let run = scratch.run(&["standard", "lint"]);
    assert_eq!((run.code, run.err.as_str()), (3, ""));
    assert!(run.out.starts_with("could not check: text saw no files\n"), "{}", run.out);
    let run = scratch.run(&["standard", "lint", "--lang", "zh-CN"]);
    assert!(run.out.starts_with("无法检查：text 没有可看的文件\n"), "{}", run.out);
    assert_eq!(run.code, 3);
    scratch.write("README.md", "[there](nowhere.md)\n");
    let run = scratch.run(&["standard", "lint"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("README.md:1: link: there is no file nowhere.md\n"), "{}", run.out);
}

fn lint(name: &str, root: &Path, more: &[&str]) -> Run {
    let root = root.display().to_string();
    let scratch = Scratch::new(&format!("{name}-run"));
    scratch.run(&[&["standard", "lint", "--root", &root], more].concat())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn copy_of(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (name, path) = (entry.file_name(), entry.path());
        if !path.is_dir() {
            fs::copy(&path, to.join(&name)).unwrap();
        } else if !["target", ".git", "node_modules"].iter().any(|left_out| name == *left_out) {
            copy_of(&path, &to.join(&name));
        }
    }
}
